#include "provenu/quantity/percent.hpp"

#include <cmath>
#include <cstdlib>
#include <utility>

namespace provenu::quantity {

diag::Argument percent_argument(std::string name, double share) {
    if (!std::isfinite(share)) return {std::move(name), "–", false};
    const long tenths = std::lround(1000 * share);
    const bool whole = tenths % 10 == 0;
    const std::string sign = tenths < 0 && tenths > -10 ? "-" : "";
    const std::string decimals = whole ? "" : "{number.point}" + std::to_string(std::labs(tenths % 10));
    return {std::move(name), sign + std::to_string(tenths / 10) + decimals + " %", !whole};
}

}  // namespace provenu::quantity
