#pragma once

#include "provenu/chance/distribution.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/model/range.hpp"

namespace provenu::risk {

/// A range as a distribution of numbers in the value's terms. One that leaves one number only is discrete with that number.
/// A lognormal of what is not above zero, and a truncation that leaves nothing, are errors at the range's place.
chance::Distribution spread_of(const model::Range& range, const model::Worth& worth, diag::Diagnostics& found);

/// Probability that a normal distribution which nothing cuts off falls below zero; 0 of any other.
double share_below_zero(const chance::Distribution& distribution);

}  // namespace provenu::risk
