#pragma once

#include "audit/board.hpp"

namespace provenu::audit {

/// The unit that a table's figures are rounded to: the coarsest that they are multiples of, unless the totals agree too exactly
/// for figures that have each been rounded to it. Estimates in whole hundreds add up exactly; what is rounded to hundreds does
/// not.
double believed_unit(const Board& board);

}  // namespace provenu::audit
