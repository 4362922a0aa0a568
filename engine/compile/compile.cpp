#include <algorithm>
#include <utility>

#include "compile/lowering.hpp"
#include "provenu/formula/program.hpp"

namespace provenu::compile {
namespace {

Plan plan_of(const model::Proposal& proposal, const Choices& choices) {
    Plan plan;
    plan.id = proposal.id.value;
    plan.title = proposal.title;
    plan.owner = proposal.owner;
    plan.source = proposal.source;
    plan.language = proposal.language;
    const PriceLevels levels = price_levels(proposal, choices);
    plan.price_level = levels.table;
    if (levels.table != levels.file) plan.restated_from = levels.file;
    plan.horizon_years = choices.horizon_years.value_or(proposal.years.value.count());
    plan.payback = choices.payback.value_or(proposal.policies.payback.value_or(model::Payback{}));
    plan.basis = choices.basis.value_or(proposal.policies.basis.value_or(model::Basis::service_efficiency));
    plan.all_realised = choices.all_realised;
    plan.table = proposal.policies.table.value_or(model::TablePolicy{});
    plan.notes = proposal.notes;
    plan.scenario = proposal.scenario;
    for (const model::Option& option : proposal.options) plan.options.push_back(option);
    return plan;
}

quantity::Axis axis_of(const model::Proposal& proposal, const Plan& plan) {
    const quantity::Years table = proposal.years.value;
    // One year more than the horizon: at the end of a year the rate of the next one has applied.
    return {table, std::max(quantity::Axis::payback_limit, plan.horizon_years + 1 - table.count())};
}

/// Key figures and claims may also name results; ids with hyphens cannot be written in a formula.
void allow_results(Lowering& lowering) {
    define(lowering, "net", formula::name("net.total"));
    define(lowering, "balance", formula::name("balance.total"));
    define(lowering, "payback", formula::name("payback.total"), unit_of(quantity::Dimension::year));
    for (const Draft& draft : lowering.drafts) add(lowering.words.formula, draft.definition.name);
}

void add_areas(const Lowering& lowering, Plan& plan) {
    for (const model::Area& area : lowering.proposal.policies.areas) {
        const bool outside = area.id.value == outside_area;
        const bool used = std::ranges::any_of(
            plan.lines, [&](const PlannedLine& line) { return line.area == area.id.value || (outside && !line.others.empty()); });
        if (used) plan.areas.push_back(area);
    }
    plan.has_conversion = std::ranges::any_of(plan.lines, [](const PlannedLine& line) { return !line.converted_from.empty(); });
}

}  // namespace

diag::Result<Plan> compile(const model::Proposal& proposal, const Choices& choices) {
    Plan plan = plan_of(proposal, choices);
    Lowering lowering{proposal, axis_of(proposal, plan), choices.language.value_or(proposal.language), vocabulary_of(proposal)};
    lowering.prices = price_levels(proposal, choices);
    check_level_asked(lowering);
    check_index_names(lowering);
    for (const model::Input& input : proposal.inputs) lowering.inputs.emplace(input.name.value, &input);
    lower_inputs(lowering);
    lower_lines(lowering, plan);
    lower_handovers(lowering, plan);
    add_areas(lowering, plan);
    lower_payers(lowering, plan);
    lower_frames(lowering, plan);
    lower_claims(lowering, plan);
    lower_totals(lowering, plan);
    lower_worth(lowering, plan);
    lower_payback(lowering, plan);
    allow_results(lowering);
    lower_key_figures(lowering, plan);
    lower_printed(lowering, plan);
    check_evidence(lowering);
    check_paper(lowering);
    plan.book = bind(lowering);
    plan.book.bounds = std::move(lowering.bounds);
    check_printed(lowering, plan);
    plan.written = std::move(lowering.written);
    check_units(lowering, plan.book);
    check_prices(lowering, plan.book);
    plan.indices = indices_of(lowering, plan.book);

    diag::Result<Plan> result;
    result.diagnostics = std::move(lowering.found);
    if (result.diagnostics.has_errors()) return result;
    for (PlannedFigure& figure : plan.figures) figure.unit = plan.book.find(figure.id)->unit;
    plan_paper(proposal, plan);
    plan.diagnostics = result.diagnostics;
    mark_expired(plan.indices, lowering, choices, result.diagnostics);  // the table says so in the index's own note
    result.value = std::move(plan);
    return result;
}

}  // namespace provenu::compile
