#pragma once

#include <string>

#include "provenu/diag/diagnostic.hpp"

namespace provenu::quantity {

/// A share as percent with at most one decimal, for a message whose reader's language is not yet known.
diag::Argument percent_argument(std::string name, double share);

/// A number with as few decimals as it needs, at most `most_decimals`, for the same.
diag::Argument number_argument(std::string name, double value, int most_decimals = 3);

/// The same as a piece of an argument put together from keys.
std::string number_in_keys(double value, int most_decimals = 3);

}  // namespace provenu::quantity
