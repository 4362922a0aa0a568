#include <cstdint>
#include <string>

#include "provenu/compile/plan.hpp"
#include "provenu/diag/layout.hpp"
#include "provenu/drivers/drivers.hpp"
#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/input/read.hpp"
#include "provenu/output/writers.hpp"
#include "provenu/report/drawn.hpp"
#include "provenu/report/simulation.hpp"
#include "provenu/risk/breakeven.hpp"
#include "provenu/risk/simulate.hpp"
#include "provenu/whatif/apply.hpp"
#include "provenu/whatif/scene.hpp"
#include "provenu/wording/catalogue.hpp"

namespace {

using namespace provenu;

diag::Diagnostics compute(const model::Proposal& proposal) {
    const auto plan = compile::compile(proposal);
    if (!plan.ok()) return plan.diagnostics;
    const auto figures = evaluate::evaluate(formula::flatten(plan.value->book));
    auto findings = plan.diagnostics;
    findings.append(evaluate::check_finite(plan.value->book, figures));
    findings.append(evaluate::check_bounds(plan.value->book, figures));
    return findings;
}

/// Draws what carries a range and puts what comes of it into words.
diag::Diagnostics simulate(const model::Proposal& proposal) {
    const auto uncertainty = risk::uncertainty_of(proposal, {});
    if (!uncertainty.ok()) return uncertainty.diagnostics;
    const std::vector<const risk::Uncertainty*> one{&*uncertainty.value};
    const risk::Drawing drawing{chance::Method::sobol, 1, 64};
    const auto simulation = risk::simulate(one, drawing, {});
    output::text(report::simulation({one, simulation, wording::Language::danish}), wording::Language::danish);
    output::text(report::drawn({*uncertainty.value, drawing}, "fuzzed", wording::Language::english), wording::Language::english);
    return uncertainty.diagnostics;
}

/// Asks what must be true of a proposal of few lines and years (each month of delay is tried).
diag::Diagnostics turn(const model::Proposal& proposal) {
    constexpr std::size_t few = 4;
    constexpr int short_table = 12;
    if (proposal.years.value.count() > short_table) return {};
    if (proposal.lines.size() + proposal.inputs.size() + proposal.handovers.size() > few) return {};
    return risk::breakeven(proposal, {}, {}).diagnostics;
}

diag::Diagnostics as_proposal(const std::string& text) {
    const auto proposal = input::read_proposal_text(text, "fuzzed.yaml");
    auto findings = proposal.diagnostics;
    if (proposal.ok()) findings.append(compute(*proposal.value));
    if (findings.has_errors() || !proposal.ok()) return findings;
    findings.append(turn(*proposal.value));
    if (risk::is_uncertain(*proposal.value)) findings.append(simulate(*proposal.value));
    return findings;
}

/// What the scenarios of a fuzzed file are tried on: something of everything a change may speak of.
constexpr const char* school = R"(
kind: proposal
format: 1
id: school
title: A school
years: 2026..2029
price_level: 2027
uses: [std/indices-illustrative, std/evidence-grades, std/optimism-bias]
inputs: {adviser: 650, places: {2026: 10, 2027..: 20}}
options: [{id: evenings}]
recurring:
  - {id: effect, tags: [effect], grade: grade-5, saving: places * 10}
  - {id: support, follows: effect, cost: {2027: 10, 2028..: 20}}
  - {id: evening-opening, option: evenings, cost: 30, period: 2027-07..}
implementation:
  - {id: house, bias_type: standard-buildings, total: 400, period: 2026-07..2027-06, payers: {pool: 60 %, municipality: rest}}
handovers:
  - {id: team, staff: {adviser: 2}, from: 2026-07, at: 2027-07, implementation: {id: team-first}, recurring: {id: team-then}}
)";

diag::Diagnostics as_scenarios(const std::string& text) {
    const auto file = input::read_scenarios_text(text, "fuzzed.yaml");
    auto findings = file.diagnostics;
    if (!file.ok()) return findings;
    const auto scenes = whatif::scenes_of(*file.value);
    findings.append(scenes.diagnostics);
    if (!scenes.value) return findings;
    const auto proposal = input::read_proposal_text(school, "school.yaml");
    for (const auto& scene : *scenes.value) {
        const auto changed = whatif::apply(*proposal.value, scene.changes);
        findings.append(changed.diagnostics);
        if (changed.value) findings.append(compute(changed.value->proposal));
    }
    return findings;
}

diag::Diagnostics as_drivers(const std::string& text) {
    const auto file = input::read_drivers_text(text, "fuzzed.yaml");
    auto findings = file.diagnostics;
    if (file.value) findings.append(drivers::check(*file.value));
    if (!file.value || findings.has_errors()) return findings;
    const auto plan = drivers::lower(*file.value);
    const auto figures = evaluate::evaluate(formula::flatten(plan.book));
    findings.append(evaluate::check_finite(plan.book, figures));
    findings.append(drivers::check_activities(plan, figures));
    return findings;
}

}  // namespace

/// Any bytes as a file of any kind: read, compile, evaluate, draw, and put every finding into words. Nothing may be thrown or
/// crash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text(bytes, bytes + size);
    auto findings = as_proposal(text);
    findings.append(as_scenarios(text));
    findings.append(as_drivers(text));
    for (const auto& finding : findings.sorted())
        for (const auto language : {wording::Language::danish, wording::Language::english})
            diag::lay_out(finding, wording::words(language, finding));
    return 0;
}
