#pragma once

#include "audit/board.hpp"
#include "audit/match.hpp"
#include "provenu/audit/findings.hpp"

namespace provenu::audit {

/// Holds every single row against its line, and totals that follow from no printed row against the model's; then the totals
/// against the rows, each of which is now known to be right or has been told.
/// \param board as printed; left with its rows as the model has them where they differ
void check_against_model(Board& board, const Model& model, const Matching& matching, Findings& findings);

}  // namespace provenu::audit
