#pragma once

#include <vector>

#include "provenu/risk/simulate.hpp"
#include "provenu/risk/statistics.hpp"
#include "risk/source.hpp"

namespace provenu::risk {

/// Goes through all draws and answers what is asked of each result, exactly as if all had been kept and sorted.
std::vector<Answer> study(const Source& source, const std::vector<Asked>& asked, const Effort& effort);

}  // namespace provenu::risk
