#pragma once

#include <string>
#include <vector>

#include "provenu/diag/bug.hpp"
#include "provenu/input/read.hpp"
#include "provenu/whatif/apply.hpp"
#include "provenu/whatif/scene.hpp"
#include "support/proposals.hpp"

namespace provenu::support {

inline model::Proposal proposal_of(const std::string& text) {
    auto read = input::read_proposal_text(text, "case.yaml");
    if (!read.ok()) diag::bug("not a proposal: " + shown(read.diagnostics.sorted().front()));
    return std::move(*read.value);
}

/// A scenario file of these scenarios, written as in YAML below `scenarios:`.
inline model::ScenarioFile scenario_file(const std::string& scenarios) {
    auto read = input::read_scenarios_text("kind: scenarios\nformat: 1\nscenarios:\n" + scenarios, "scenarios.yaml");
    if (!read.ok()) diag::bug("no scenarios: " + shown(read.diagnostics.sorted().front()));
    return std::move(*read.value);
}

/// One scenario, `case`, of the changes, written as in YAML: `{delay: effects, months: 6}`.
inline model::ScenarioFile changes(const std::vector<std::string>& changes) {
    std::string text = "  - id: case\n    changes:\n";
    for (const std::string& change : changes) text += "      - " + change + "\n";
    return scenario_file(text);
}

inline whatif::Outcome outcome(const std::string& proposal, const model::ScenarioFile& file, const std::string& id = "case") {
    const auto changed = whatif::apply(proposal_of(proposal), *whatif::changes_of(file, id).value);
    if (!changed.value) diag::bug("not applied: " + shown(changed.diagnostics.sorted().front()));
    return *changed.value;
}

/// The proposal under a scenario that is known to be right, with its figures.
inline Computed under(const std::string& proposal, const model::ScenarioFile& file, const std::string& id = "case") {
    auto plan = compile::compile(outcome(proposal, file, id).proposal);
    if (!plan.ok()) diag::bug("not a proposal: " + shown(plan.diagnostics.sorted().front()));
    auto figures = evaluate::evaluate(formula::flatten(plan.value->book));
    return {std::move(*plan.value), std::move(figures)};
}

inline Computed under(const std::string& proposal, const std::vector<std::string>& what) {
    return under(proposal, changes(what));
}

/// What a scenario says it could not hit: `P710 projct`.
inline std::vector<std::string> missed(const std::string& proposal, const std::vector<std::string>& what) {
    std::vector<std::string> all;
    for (const auto& found : outcome(proposal, changes(what)).missed) {
        all.push_back(found.code);
        for (const auto& argument : found.arguments)
            if (argument.name == "name") all.back() += " " + argument.value;
    }
    return all;
}

}  // namespace provenu::support
