#pragma once

#include <vector>

#include "provenu/risk/simulate.hpp"
#include "risk/source.hpp"

namespace provenu::risk {

/// Goes through all draws for those of which something asked about is not a number.
/// \param results of each proposal, which stand one proposal after the other
Valueless valueless_of(const Source& source, const std::vector<Asked>& asked, const std::vector<std::size_t>& results,
                       const Effort& effort);

}  // namespace provenu::risk
