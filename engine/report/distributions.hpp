#pragma once

#include <string>

#include "provenu/chance/distribution.hpp"
#include "provenu/risk/uncertain.hpp"
#include "report/levers.hpp"

namespace provenu::report {

/// What the numbers of something uncertain are in. \param plan of the proposal with levers on what is uncertain
LeverScale scale_of(const risk::Uncertain& input, const compile::Plan& plan);

/// `PERT fra 70 % over 100 % til 110 %, mindst 80 %`: its numbers in the terms of what it is of.
std::string distribution_in_words(const risk::Uncertain& input, const LeverScale& scale, wording::Language language);

}  // namespace provenu::report
