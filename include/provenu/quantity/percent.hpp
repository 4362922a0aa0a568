#pragma once

#include <string>

#include "provenu/diag/diagnostic.hpp"

namespace provenu::quantity {

/// A share as percent with at most one decimal, for a message whose reader's language is not yet known.
diag::Argument percent_argument(std::string name, double share);

}  // namespace provenu::quantity
