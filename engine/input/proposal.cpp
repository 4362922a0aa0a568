#include "input/proposal.hpp"

#include <algorithm>

#include "input/indices.hpp"
#include "input/inputs.hpp"
#include "input/line.hpp"
#include "input/paper.hpp"
#include "input/payers.hpp"
#include "input/policy.hpp"
#include "input/range.hpp"
#include "input/syntax.hpp"
#include "input/timing.hpp"
#include "input/uses.hpp"
#include "provenu/diag/nearest.hpp"
#include "provenu/quantity/text.hpp"

namespace provenu::input {
namespace {

using model::Language;
using model::Proposal;

constexpr std::array<Word<Language>, 2> languages{{{"da", Language::danish}, {"en", Language::english}}};

void read_notes(Reading& reading, const Node& list, Proposal& proposal) {
    for (const Node& item : list.children) {
        if (fits(reading, item, "notes", label_shapes())) proposal.notes.push_back(read_label(reading, item));
    }
}

template <model::Section section>
void add_lines(Reading& reading, const Node& list, Proposal& proposal) {
    auto lines = read_lines(reading, list, section);
    std::move(lines.begin(), lines.end(), std::back_inserter(proposal.lines));
}

/// What stands in a proposal's inputs goes in place of what a rate card says under the same name.
void read_own_inputs(Reading& reading, const Node& map, Proposal& proposal) {
    lay_over(proposal.inputs, read_inputs(reading, map));
}

std::vector<Field<Proposal>> heading_fields() {
    using P = Proposal;
    return {
        optional<P>("language", {words(written(languages))},
                    [](Reading& r, const Node& n, P& p) { p.language = read_word(r, n, languages); }),
        required<P>("id", {of_form(Form::identifier)}, [](Reading& r, const Node& n, P& p) { p.id = read_identifier(r, n); }),
        required<P>("title", label_shapes(), [](Reading& r, const Node& n, P& p) { p.title = read_label(r, n); }),
        optional<P>("owner", {of_form(Form::text)}, [](Reading& r, const Node& n, P& p) { p.owner = read_text(r, n); }),
        required<P>("years", {of_form(Form::years)}, [](Reading& r, const Node& n, P& p) { p.years = read_years(r, n); }),
        optional<P>("unit", {of_form(Form::money)}, [](Reading& r, const Node& n, P& p) { p.unit = read_money(r, n); }),
        optional<P>("price_level", {of_form(Form::year)},
                    [](Reading& r, const Node& n, P& p) { p.price_level = read_year(r, n); }),
        optional<P>("decided_in", {of_form(Form::year)}, [](Reading& r, const Node& n, P& p) { p.decided_in = read_year(r, n); }),
        optional<P>("date", {of_form(Form::date)},
                    [](Reading& r, const Node& n, P& p) {
                        if (const auto date = read_date(r, n)) p.date = date->value;
                    }),
        optional<P>("uses", {list_of({of_form(Form::path)})}, read_uses),
    };
}

std::vector<Field<Proposal>> content_fields() {
    using P = Proposal;
    using model::Section;
    return {
        optional<P>("notes", {list_of(label_shapes())}, read_notes),
        optional<P>("source", {of_form(Form::text)}, [](Reading& r, const Node& n, P& p) { p.source = read_text(r, n); }),
        optional<P>("inputs", inputs_shapes(), read_own_inputs),
        optional<P>("options", {list_of({block("option")})}, read_options),
        optional<P>("budgets", budgets_shapes(),
                    [](Reading& r, const Node& n, P& p) { lay_over(p.budgets, read_budgets(r, n)); }),
        optional<P>("recurring", {list_of({block("line")})}, add_lines<Section::recurring>),
        optional<P>("implementation", {list_of({block("line")})}, add_lines<Section::implementation>),
        optional<P>("handovers", {list_of({block("handover")})},
                    [](Reading& r, const Node& n, P& p) { p.handovers = read_handovers(r, n); }),
        optional<P>("correlations", {list_of({block("correlation")})},
                    [](Reading& r, const Node& n, P& p) { read_correlations(r, n, p.correlations); }),
        optional<P>("key_figures", {list_of({block("key_figure")})},
                    [](Reading& r, const Node& n, P& p) { p.key_figures = read_key_figures(r, n); }),
        optional<P>("printed", {block("printed")}, [](Reading& r, const Node& n, P& p) { p.printed = read_printed(r, n); }),
    };
}

}  // namespace

const Fields<Proposal>& proposal_fields() {
    static const Fields<Proposal> fields("proposal", [] {
        auto all = file_fields<Proposal>("proposal");
        append(all, heading_fields());
        append(all, policy_choice_fields<Proposal>());
        append(all, payer_policy_fields<Proposal>());
        append(all, content_fields());
        append(all, paper_fields());
        return all;
    }());
    return fields;
}

quantity::Money read_money(Reading& reading, const Node& node) {
    const auto money = quantity::read_money(node.text);
    if (!money) report(reading, "P209", node, {{"text", std::string(node.text)}});
    return money.value_or(quantity::Money{3});
}

bool is_of_kind(Reading& reading, const Node& root, const std::vector<std::string>& kinds) {
    if (root.kind != Node::Kind::map) {
        report(reading, "P320", root, {{"kind", kinds.front()}});
        return false;
    }
    const Node* kind = find(root, "kind");
    if (kind == nullptr || kind->kind != Node::Kind::scalar) {
        report(reading, "P319", root, {{"kind", kinds.front()}});
        return false;
    }
    if (std::find(kinds.begin(), kinds.end(), kind->text) != kinds.end()) return true;
    const std::vector<std::string> known{"proposal", "rates", "policy", "indices", "scenarios", "drivers"};
    const bool is_known = std::find(known.begin(), known.end(), kind->text) != known.end();
    const std::string near = diag::nearest(kind->text, known).value_or(kinds.front());
    const bool wants_drivers = kinds.front() == "drivers";
    const char* other_kind = kind->text == "drivers" ? "P780" : wants_drivers ? "P781" : "P322";
    report(reading, is_known ? other_kind : "P321", *kind, {{"text", std::string(kind->text)}, {"near", near}});
    return false;
}

std::optional<Document> read_document(const SourcePointer& source, const std::string& kind, diag::Diagnostics& found) {
    if (!source || !is_plain_yaml(source, found)) return std::nullopt;
    auto document = read_tree(source, found);
    if (!document) return std::nullopt;
    Reading reading{source, found};
    return is_of_kind(reading, document->root, {kind}) ? std::move(document) : std::nullopt;
}

}  // namespace provenu::input
