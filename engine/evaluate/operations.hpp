#pragma once

#include <vector>

#include "provenu/evaluate/figures.hpp"
#include "provenu/formula/program.hpp"

namespace provenu::evaluate {

/// One step over all its draws.
/// \param operands results of the steps it names, each `draws x columns` or narrower (see Block)
Block perform(const formula::Step& step, const quantity::Axis& axis, const std::vector<const Block*>& operands);

}  // namespace provenu::evaluate
