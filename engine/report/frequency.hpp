#pragma once

#include <string>

#include "provenu/quantity/unit.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// How often something happens, as people count: `in 63 of 100 futures`, `in fewer than 1 of 1,000 futures`.
std::string frequency(wording::Language language, double share);

/// What an amount is to the municipality: `a gain of 18,300,000 DKK`, `an extra cost of 1,200,000 DKK`.
std::string gain_or_loss(wording::Language language, double amount, quantity::Money money);

}  // namespace provenu::report
