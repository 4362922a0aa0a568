#include "audit/slips.hpp"

#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace provenu::audit {
namespace {

constexpr double noise = 1e-6;
constexpr double most_digits = 1e12;  // beyond which a figure is no longer read digit by digit

/// A figure in steps of its last digit, without its sign.
std::string digits_of(double value, double step) {
    return std::to_string(std::llround(std::abs(value) / step));
}

double value_of(const std::string& digits, const Pair& pair) {
    return std::copysign(static_cast<double>(std::stoll(digits)) * pair.step, pair.printed);
}

bool is_right(double value, const Pair& pair, double tolerance) {
    return std::abs(value - pair.right) <= tolerance + noise;
}

bool has_other_sign(const Pair& pair) {
    return pair.printed != 0 && std::abs(pair.right) > 2 * pair.tolerance && is_right(-pair.printed, pair, pair.tolerance);
}

/// Neighbours may have changed places even where rounding blurs the figure; others only where it is met exactly.
bool has_swapped_digits(const Pair& pair) {
    const std::string digits = digits_of(pair.printed, pair.step);
    for (std::size_t i = 0; i < digits.size(); ++i)
        for (std::size_t j = i + 1; j < digits.size(); ++j) {
            std::string other = digits;
            std::swap(other[i], other[j]);
            const bool neighbours = j == i + 1;
            if (other == digits || other.front() == '0') continue;
            if (is_right(value_of(other, pair), pair, neighbours ? pair.tolerance : pair.step / 2)) return true;
        }
    return false;
}

bool is_power_of_ten(const Pair& pair, int exponent) {
    if (pair.printed == 0 || std::abs(pair.right) <= 4 * pair.tolerance) return false;
    const double factor = std::pow(10.0, std::abs(exponent));
    if (exponent > 0) return std::abs(pair.printed - pair.right * factor) <= (pair.tolerance + pair.step / 2) * factor;
    return is_right(pair.printed * factor, pair, pair.tolerance + factor * pair.step / 2);
}

std::optional<PowerOfTen> power_of_ten(const Pair& pair) {
    for (const int exponent : std::array{-3, 3, -6, 6, -1, 1, -2, 2})
        if (is_power_of_ten(pair, exponent)) return PowerOfTen{exponent};
    return std::nullopt;
}

/// Whether leaving one digit out of `longer` gives `shorter`.
bool lacks_one(const std::string& shorter, const std::string& longer) {
    if (longer.size() != shorter.size() + 1) return false;
    for (std::size_t i = 0; i < longer.size(); ++i)
        if (std::string(longer).erase(i, 1) == shorter) return true;
    return false;
}

std::optional<OneDigit> one_digit(const Pair& pair) {
    const std::string printed = digits_of(pair.printed, pair.step);
    const auto blur = static_cast<long>(std::floor(pair.tolerance / pair.step + noise));
    const long right = std::lround(pair.right / pair.step);
    for (long away = 0; away <= blur; ++away)
        for (const long candidate : {right - away, right + away}) {
            const std::string digits = std::to_string(std::labs(candidate));
            if ((candidate < 0) != (pair.printed < 0) || std::min(digits.size(), printed.size()) < 2) continue;
            if (lacks_one(printed, digits)) return OneDigit{false};
            if (lacks_one(digits, printed)) return OneDigit{true};
        }
    return std::nullopt;
}

}  // namespace

std::optional<Cause> slip(const Pair& pair) {
    if (std::max(std::abs(pair.printed), std::abs(pair.right)) / pair.step > most_digits) return std::nullopt;
    if (has_other_sign(pair)) return OtherSign{};
    if (has_swapped_digits(pair)) return SwappedDigits{};
    if (const auto power = power_of_ten(pair); power && std::abs(power->exponent) >= 3) return *power;
    if (const auto digit = one_digit(pair)) return *digit;
    if (const auto power = power_of_ten(pair)) return *power;
    return std::nullopt;
}

}  // namespace provenu::audit
