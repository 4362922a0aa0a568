#include <cstdint>
#include <string>

#include "provenu/compile/plan.hpp"
#include "provenu/diag/layout.hpp"
#include "provenu/drivers/drivers.hpp"
#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/input/read.hpp"
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

diag::Diagnostics as_proposal(const std::string& text) {
    const auto proposal = input::read_proposal_text(text, "fuzzed.yaml");
    auto findings = proposal.diagnostics;
    if (proposal.ok()) findings.append(compute(*proposal.value));
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

/// Any bytes as a file of any kind: read, compile, evaluate, and put every finding into words. Nothing may be thrown or crash.
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
