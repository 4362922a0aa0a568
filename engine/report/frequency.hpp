#pragma once

#include <string>

#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// How often something happens, as people count: `In 63 of 100 futures`, `In fewer than 1 of 1,000 futures`.
std::string frequency(wording::Language language, double share);

/// What an amount is to the municipality: `a gain of 18,300`, `an extra cost of 1,200`.
std::string gain_or_loss(wording::Language language, double amount, int decimals);

}  // namespace provenu::report
