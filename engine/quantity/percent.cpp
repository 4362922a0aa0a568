#include "provenu/quantity/percent.hpp"

#include <fmt/format.h>

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

std::string number_in_keys(double value, int most_decimals) {
    if (!std::isfinite(value)) return value < 0 ? "-∞" : "∞";
    std::string digits = fmt::format("{:.{}f}", value, most_decimals);
    const std::size_t point = digits.find('.');
    if (point == std::string::npos) return digits;
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) digits.pop_back();
    return point < digits.size() ? digits.replace(point, 1, "{number.point}") : digits;
}

diag::Argument number_argument(std::string name, double value, int most_decimals) {
    std::string text = number_in_keys(value, most_decimals);
    const bool has_keys = text.find('{') != std::string::npos;
    return {std::move(name), std::move(text), has_keys};
}

}  // namespace provenu::quantity
