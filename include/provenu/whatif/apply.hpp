#pragma once

#include <string_view>
#include <vector>

#include "provenu/diag/diagnostic.hpp"
#include "provenu/model/proposal.hpp"
#include "provenu/model/scenario.hpp"

namespace provenu::whatif {

/// Mistakes of a scenario file that no proposal is needed to see: a scenario based on one that is not there, or on itself.
diag::Diagnostics check(const model::ScenarioFile& file);

/// A scenario's changes in the order they are made: those of the scenarios it is based on first, a shared ancestor's once.
/// An unknown id is an error with the nearest one.
diag::Result<std::vector<model::Change>> changes_of(const model::ScenarioFile& file, std::string_view id);

/// A proposal as changed.
struct Outcome {
    model::Proposal proposal;
    diag::Diagnostics notes;  ///< what a reader of its table must know of the changes
    /// Changes that hit nothing, each with the error that says so; whether it is one is for the caller, who sees all proposals.
    std::vector<diag::Diagnostic> missed;
};

/// Makes the changes one after the other. What cannot be done at all is an error.
diag::Result<Outcome> apply(const model::Proposal& proposal, const std::vector<model::Change>& changes);

}  // namespace provenu::whatif
