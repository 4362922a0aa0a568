#include <charconv>
#include <cmath>
#include <vector>

#include "provenu/quantity/text.hpp"
#include "quantity/space.hpp"

namespace provenu::quantity {

namespace {

constexpr std::string_view minus_sign = "\u2212";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t digits_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && is_digit(text[length])) ++length;
    return length;
}

/// `e5`, `E-3`; nothing where no digits follow, as in `2em`.
std::size_t exponent_length(std::string_view text) {
    if (text.empty() || (text[0] != 'e' && text[0] != 'E')) return 0;
    const std::size_t sign = text.size() > 1 && (text[1] == '-' || text[1] == '+') ? 1 : 0;
    const std::size_t digits = digits_length(text.substr(1 + sign));
    return digits == 0 ? 0 : 1 + sign + digits;
}

/// A separator with digits behind it: one character before any digits, or a space before a group of exactly three.
std::size_t separator_length(std::string_view text) {
    if (text.size() < 2) return 0;
    if ((text[0] == '.' || text[0] == ',') && is_digit(text[1])) return 1;
    const std::size_t space = space_length(text);
    return space > 0 && digits_length(text.substr(space)) == 3 ? space : 0;
}

/// Digits as written, in the groups that separators make of them.
struct Groups {
    std::vector<std::string_view> digits;      ///< one more than separators
    std::vector<std::string_view> separators;  ///< `.`, `,` or a space
    std::string_view exponent;                 ///< with its `e`; may be empty
    std::size_t length = 0;                    ///< bytes in all
};

Groups split_groups(std::string_view text) {
    Groups groups;
    std::size_t at = digits_length(text);
    groups.digits.push_back(text.substr(0, at));
    if (at == 0 && !text.starts_with('.')) return groups;
    while (const std::size_t separator = separator_length(text.substr(at))) {
        const std::size_t digits = digits_length(text.substr(at + separator));
        groups.separators.push_back(text.substr(at, separator));
        groups.digits.push_back(text.substr(at + separator, digits));
        at += separator + digits;
    }
    if (groups.digits.size() > 1 || at > 0) groups.exponent = text.substr(at, exponent_length(text.substr(at)));
    groups.length = at + groups.exponent.size();
    return groups;
}

/// Whether the first `count` groups are thousands: 1 to 3 digits, not beginning with zero, then threes, all parted alike.
bool are_thousands(const Groups& groups, std::size_t count) {
    const std::string_view first = groups.digits[0];
    if (first.empty() || first.size() > 3 || first[0] == '0') return false;
    for (std::size_t i = 1; i < count; ++i) {
        if (groups.digits[i].size() != 3 || groups.separators[i - 1] != groups.separators[0]) return false;
    }
    return true;
}

bool is_decimal(std::string_view separator) {
    return separator == "." || separator == ",";
}

std::string joined(const Groups& groups, std::size_t count) {
    std::string digits;
    for (std::size_t i = 0; i < count; ++i) digits += groups.digits[i];
    return digits;
}

/// The digits plainly, as a computer reads them, `1234567.89e3`; empty where the separators make no number.
std::string plain(const Groups& groups) {
    const std::size_t last = groups.separators.size();
    const std::string exponent{groups.exponent};
    if (last == 0) return joined(groups, 1) + exponent;
    const std::string_view end = groups.separators.back();
    if (last == 1 && is_decimal(end)) return joined(groups, 1) + "." + std::string(groups.digits[1]) + exponent;
    if (!exponent.empty()) return "";
    if (are_thousands(groups, last + 1)) return joined(groups, last + 1);
    const bool has_decimals = last > 1 && is_decimal(end) && end != groups.separators[0] && are_thousands(groups, last);
    return has_decimals ? joined(groups, last) + "." + std::string(groups.digits[last]) : "";
}

bool reads_in_two_ways(const Groups& groups) {
    return groups.separators.size() == 1 && is_decimal(groups.separators[0]) && are_thousands(groups, 2);
}

TwoReadings two_readings(const Groups& groups, const std::string& sign) {
    const std::string exponent{groups.exponent};
    return {sign + joined(groups, 2) + exponent, sign + std::string(groups.digits[0]) + std::string(groups.separators[0]) +
                                                     std::string(groups.digits[1]) + "0" + exponent};
}

NumberReading converted(const std::string& digits, bool negative) {
    double value = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = failure == std::errc{} && end == digits.data() + digits.size() && std::isfinite(value);
    if (!whole) return NotANumber{};
    return negative ? 0.0 - value : value;
}

}  // namespace

NumberReading read_number(std::string_view text) {
    const std::size_t sign = text.starts_with('-') ? 1 : text.starts_with(minus_sign) ? minus_sign.size() : 0;
    text.remove_prefix(sign);
    const Groups groups = split_groups(text);
    if (text.empty() || groups.length != text.size()) return NotANumber{};
    const std::string_view first = groups.digits[0];
    if (first.size() > 1 && first[0] == '0') return NotANumber{};
    if (reads_in_two_ways(groups)) return two_readings(groups, sign > 0 ? "-" : "");
    return converted(plain(groups), sign > 0);
}

std::size_t number_length(std::string_view text) {
    return split_groups(text).length;
}

}  // namespace provenu::quantity
