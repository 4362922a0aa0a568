#pragma once

#include <vector>

#include "risk/estimates.hpp"
#include "risk/passage.hpp"

namespace provenu::risk {

/// Goes through all draws once, calling the visitor, and finds the values at all ranks wanted of each result; through draws that
/// were not kept once more where a rank lay elsewhere than expected.
void order(Passage& passage, const Visitor& visitor, const Source& source, const Effort& effort,
           std::vector<OrderStatistics>& wanted);

}  // namespace provenu::risk
