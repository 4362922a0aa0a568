#include "provenu/wording/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "provenu/diag/bug.hpp"
#include "provenu/quantity/rounding.hpp"

namespace provenu::wording {

namespace {

struct Signs {
    char thousands;
    char decimal;
};

Signs signs(Language language) {
    return language == Language::danish ? Signs{'.', ','} : Signs{',', '.'};
}

/// Digits with a point, such as `-1234.50`, in the signs of a language.
std::string in_signs(std::string digits, Signs signs) {
    const auto point = digits.find('.');
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    if (point != std::string::npos) digits[point] = signs.decimal;
    for (auto at = std::min(point, digits.size()); at > first + 3;) digits.insert(at -= 3, 1, signs.thousands);
    return digits;
}

std::string rounded(double value, int decimals) {
    if (!std::isfinite(value)) diag::bug("a number that is not finite cannot be printed");
    return fmt::format("{:.{}f}", quantity::round_half_away(value, std::pow(10.0, -decimals)), decimals);
}

}  // namespace

std::string number(Language language, double value, int decimals) {
    return in_signs(rounded(value, decimals), signs(language));
}

std::string plain_number(Language language, double value, int most_decimals) {
    std::string digits = rounded(value, most_decimals);
    if (most_decimals > 0) digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) digits.pop_back();
    return in_signs(digits, signs(language));
}

std::string written_number(Language language, double value) {
    constexpr double large = 100;
    constexpr double small = 0.01;
    constexpr double noise = 1e-12;
    const double size = std::abs(value);
    if (size >= large || size < noise) return plain_number(language, value, 1);
    return plain_number(language, value, size >= small ? 4 : 2 - static_cast<int>(std::floor(std::log10(size) + noise)));
}

std::string percent(Language language, double share) {
    return plain_number(language, share * 100.0, 3) + " %";
}

}  // namespace provenu::wording
