#pragma once

#include <vector>

#include "audit/board.hpp"
#include "provenu/audit/findings.hpp"

namespace provenu::audit {

/// A row that, as the proposal says, follows another.
struct Following {
    RowIndex row = 0;
    RowIndex of = 0;
};

/// Notes rows that are not the same part of another in all years: those that are said to follow it, and costs that are one part
/// of a saving in some years and another in others, which nobody says.
void note_drift(const Board& board, const std::vector<Following>& follows, Findings& findings);

}  // namespace provenu::audit
