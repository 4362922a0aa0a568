#pragma once

#include <optional>
#include <string>
#include <vector>

#include "provenu/quantity/unit.hpp"

namespace provenu::audit {

/// A figure as it stands in a text.
struct Written {
    double number = 0;                     ///< the digits alone: 21.1 of `21,1 mio. kr.`
    double digit = 1;                      ///< what the last of them is worth: 0.1
    std::optional<quantity::Money> money;  ///< where a unit of money stands behind it
    bool percent = false;
};

/// Every figure of a text, in order.
std::vector<Written> figures_in(const std::string& text);

/// The figure in a unit of money; percent as a share.
double amount_of(const Written& figure, quantity::Money unit);
/// What its last digit is worth in it.
double digit_of(const Written& figure, quantity::Money unit);

}  // namespace provenu::audit
