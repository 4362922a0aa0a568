#include <algorithm>
#include <set>

#include "compile/lowering.hpp"
#include "provenu/formula/program.hpp"

namespace provenu::compile {
namespace {

using Written = model::Placed<std::string>;

/// Every name that lines and key figures come to. Definitions stand behind those they name, so one pass from the last is enough.
std::set<std::string> reached_in(const Plan& plan) {
    std::set<std::string> reached;
    for (const PlannedLine& line : plan.lines) reached.insert(line.id);
    for (const PlannedFigure& figure : plan.figures) reached.insert(figure.id);
    const auto& definitions = plan.book.definitions;
    for (auto each = definitions.rbegin(); each != definitions.rend(); ++each)
        if (reached.contains(each->name))
            formula::for_each_name(each->tree, [&](const formula::Name& name) { reached.insert(name.name); });
    return reached;
}

bool names(const std::vector<Written>& written, const std::string& what) {
    return std::ranges::any_of(written, [&](const Written& each) { return each.value == what; });
}

void check_references(Lowering& lowering, const model::Administration& administration) {
    for (const Written& line : administration.lines)
        if (!has(lowering.words.lines, line.value)) refuse_name(lowering, line, {"P920", "P921"}, lowering.words.lines);
    Names tags;
    for (const model::Line& line : lowering.proposal.lines)
        for (const std::string& tag : line.tags) add(tags, tag);
    for (const Written& tag : administration.tags)
        if (!has(tags, tag.value)) refuse_name(lowering, tag, {"P922", "P923"}, tags);
}

}  // namespace

void check_paper(Lowering& lowering) {
    if (const auto& administration = lowering.proposal.paper.administration) check_references(lowering, *administration);
}

void plan_paper(const model::Proposal& proposal, Plan& plan) {
    plan.paper = proposal.paper;
    if (const auto& administration = proposal.paper.administration)
        for (const PlannedLine& line : plan.lines) {
            const bool tagged =
                std::ranges::any_of(line.tags, [&](const std::string& tag) { return names(administration->tags, tag); });
            if (tagged || names(administration->lines, line.id)) plan.administration.push_back(line.id);
        }
    const std::set<std::string> reached = reached_in(plan);
    for (const model::Input& input : proposal.inputs)
        plan.inputs.push_back({input.name.value, input.label, false, reached.contains(input.name.value)});
    for (const model::Budget& budget : proposal.budgets)
        plan.inputs.push_back({budget.id.value, budget.label, true, reached.contains(budget.id.value)});
}

}  // namespace provenu::compile
