#include "compile/names.hpp"

#include "provenu/diag/nearest.hpp"
#include "provenu/model/reserved.hpp"

namespace provenu::compile {
namespace {
constexpr int most_suggestions = 100;
constexpr std::size_t most_listed = 12;
}  // namespace

void add(Names& names, const std::string& name) {
    if (names.known.insert(name).second) names.in_order.push_back(name);
}

bool has(const Names& names, const std::string& name) {
    return names.known.contains(name);
}

std::optional<std::string> nearest(Names& names, const std::string& written) {
    if (++names.suggestions > most_suggestions) return std::nullopt;
    return diag::nearest(written, names.in_order);
}

std::string listed(const Names& names) {
    if (names.in_order.size() > most_listed) return "";
    std::string list;
    for (const std::string& name : names.in_order) list += (list.empty() ? "" : ", ") + name;
    return list;
}

Vocabulary vocabulary_of(const model::Proposal& proposal) {
    Vocabulary words;
    add(words.formula, "months");
    for (const model::Input& input : proposal.inputs) {
        add(words.formula, input.name.value);
        add(words.inputs, input.name.value);
    }
    for (const model::Budget& budget : proposal.budgets) {
        add(words.formula, budget.id.value);
        add(words.shareable, budget.id.value);
    }
    for (const model::Line& line : proposal.lines) add(words.lines, line.id.value);
    for (const model::Handover& handover : proposal.handovers) {
        add(words.lines, handover.implementation.id.value);
        add(words.lines, handover.recurring.id.value);
    }
    for (const model::Area& area : proposal.policies.areas) add(words.areas, area.id.value);
    for (const model::Payer& payer : proposal.policies.payers) add(words.payers, payer.id.value);
    for (const std::string& line : words.lines.in_order) add(words.shareable, line);
    return words;
}

bool is_result(const Vocabulary& words, const std::string& name) {
    const std::string first = name.substr(0, name.find('.'));
    const bool dotted = first.size() < name.size();
    const bool of_payers = first == "payer" || first == "payers" || first == "frame" || first == "budget";
    return has(words.lines, name) || model::is_reserved(first) || (dotted && of_payers);
}

}  // namespace provenu::compile
