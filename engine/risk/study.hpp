#pragma once

#include <vector>

#include "provenu/risk/simulate.hpp"
#include "provenu/risk/statistics.hpp"
#include "risk/source.hpp"

namespace provenu::risk {

/// Thrown where a result that is asked about is not a number in some draw; nothing can be said of all then.
struct NotANumber {};

/// Goes through all draws and answers what is asked of each result, exactly as if all had been kept and sorted.
std::vector<Answer> study(const Source& source, const std::vector<Asked>& asked, const Effort& effort);

}  // namespace provenu::risk
