#pragma once

#include "audit/board.hpp"
#include "provenu/audit/findings.hpp"

namespace provenu::audit {

/// Holds every total of the board against its rows and appends what it found. Rows' own slips are put right in the board, so that
/// what follows is held against the right figures.
void check_rows(Board& board, Findings& findings);

/// The running balance, against the net effects.
void check_balance(const Board& board, Findings& findings);

/// The column of sums over the years, against the years; a row's slip that has been told is not told again.
/// \param board as printed
void check_sum_column(const Board& board, Findings& findings);

}  // namespace provenu::audit
