#include "cli/paper.hpp"

#include <optional>
#include <utility>

#include "cli/options.hpp"
#include "provenu/report/paper.hpp"
#include "provenu/risk/simulate.hpp"
#include "provenu/whatif/comparison.hpp"

namespace provenu::cli {
namespace {

diag::Result<risk::Breakeven> savings_that_may_fail(const PaperOf& of) {
    risk::BreakevenQuestion question;
    question.of = {risk::all_savings};
    question.with_delays = false;
    return risk::breakeven(*of.scenes.front().proposal, of.choices, question);
}

/// Takes a value out of what an analysis found, and what it has to say to `found`.
template <class Value>
std::optional<Value> taken(diag::Result<Value> result, diag::Diagnostics& found) {
    found.append(result.diagnostics);
    return std::move(result.value);
}

}  // namespace

diag::Result<risk::Tornado> sensitivity_of(const PaperOf& of) {
    const model::Proposal& proposal = *of.scenes.front().proposal;
    const risk::Measure sum;
    if (!risk::is_uncertain(proposal)) return risk::tornado_of_all(proposal, of.choices, sum);
    return {risk::tornado(proposal, of.uncertainty, sum, risk::At::p10_p90), {}};
}

diag::Result<risk::Simulation> simulation_of(const PaperOf& of) {
    diag::Result<risk::Simulation> result{risk::simulate({&of.uncertainty}, {}, {}), {}};
    if (!result.value->valueless) return result;
    const Computed& first = of.scenes.front();
    result.diagnostics.error("P926", {}, {{"proposal", first.plan.id}, {"path", first.path}});
    result.value.reset();
    return result;
}

std::vector<Option> paper_options() {
    return {{"sensitivity", "", Takes::nothing, "", "With each assumption at its low and high", {}},
            {"simulate", "", Takes::nothing, "", "With how often it pays back in 65,536 imagined futures", {}}};
}

diag::Result<report::Document> paper_of(const PaperOf& of, const Asked& asked) {
    diag::Result<report::Document> result;
    const Computed& first = of.scenes.front();
    const auto language = language_of_output(asked, first.plan.language);
    const auto breakeven = taken(savings_that_may_fail(of), result.diagnostics);
    report::PaperFindings findings{first.plan, first.figures};
    findings.breakeven = breakeven ? &*breakeven : nullptr;
    findings.uncertainty = &of.uncertainty;
    if (first.decided) findings.decided.emplace(report::Decided{first.decided->plan, first.decided->figures});

    std::optional<whatif::Comparison> scenarios;
    if (of.scenes.size() > 1) scenarios = whatif::compare({cases_of(of.scenes)}, whatif::Order::given);
    findings.scenarios = scenarios ? &*scenarios : nullptr;

    std::optional<risk::Tornado> tornado;
    if (asked.has("sensitivity")) tornado = taken(sensitivity_of(of), result.diagnostics);
    findings.tornado = tornado ? &*tornado : nullptr;

    const std::vector<const risk::Uncertainty*> drawn{&of.uncertainty};
    std::optional<risk::Simulation> simulation;
    std::optional<report::SimulationFindings> simulated;
    if (asked.has("simulate")) simulation = taken(simulation_of(of), result.diagnostics);
    if (simulation) simulated.emplace(report::SimulationFindings{drawn, *simulation, language});
    findings.simulation = simulated ? &*simulated : nullptr;

    if (!result.diagnostics.has_errors()) result.value = report::paper(findings, language);
    return result;
}

}  // namespace provenu::cli
