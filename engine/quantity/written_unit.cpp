#include <algorithm>
#include <array>

#include "provenu/quantity/text.hpp"
#include "quantity/space.hpp"
#include "quantity/spelling.hpp"

namespace provenu::quantity {

namespace {

/// Bytes of `/`, ` pr. `, ` pr ` or ` per `; 0 where the text is not divided.
std::size_t division_length(std::string_view text) {
    if (text.starts_with('/')) return 1;
    const std::size_t before = spaces_length(text);
    const std::string_view rest = text.substr(before);
    const std::size_t word = rest.starts_with("per") || rest.starts_with("pr.") ? 3 : rest.starts_with("pr") ? 2 : 0;
    const std::size_t after = spaces_length(rest.substr(word));
    return before == 0 || word == 0 || after == 0 ? 0 : before + word + after;
}

/// The next thing a unit is divided by, its length counted from the division sign.
std::optional<Spelled> read_divisor(std::string_view text) {
    const std::size_t division = division_length(text);
    if (division == 0) return read_each(text);
    auto divisor = read_spelling(text.substr(division));
    if (divisor) divisor->length += division;
    return divisor;
}

/// 0, 3, 6 or 9 where the text is that power of ten, with thousands separators or without (`1.000` is no decimal here).
std::optional<int> read_power_of_thousand(std::string_view text) {
    if (text.empty()) return 0;
    const NumberReading reading = read_number(text);
    const auto* value = std::get_if<double>(&reading);
    const auto* two = std::get_if<TwoReadings>(&reading);
    for (int exponent = 0, power = 1; exponent <= 9; exponent += 3) {
        if (value != nullptr && *value == power) return exponent;
        if (two != nullptr && two->whole == std::to_string(power)) return exponent;
        if (exponent < 9) power *= 1000;
    }
    return std::nullopt;
}

}  // namespace

std::optional<WrittenUnit> read_unit(std::string_view text) {
    const std::size_t spaces = spaces_length(text);
    const auto first = read_spelling(text.substr(spaces));
    if (!first) return std::nullopt;
    WrittenUnit written{unit_of(first->dimension), first->money, spaces + first->length};
    bool has_money = first->dimension == Dimension::money;
    while (const auto divisor = read_divisor(text.substr(written.length))) {
        const bool is_money = divisor->dimension == Dimension::money;
        if (is_money && has_money) break;
        if (is_money) written.money = divisor->money;
        has_money = has_money || is_money;
        written.unit = written.unit / unit_of(divisor->dimension);
        written.length += divisor->length;
    }
    return written;
}

std::optional<Money> read_money(std::string_view text) {
    const std::size_t number = number_length(text);
    const auto times = read_power_of_thousand(text.substr(0, number));
    const auto written = read_unit(text.substr(number));
    if (!times || !written || number + written->length != text.size()) return std::nullopt;
    const int exponent = *times + written->money.exponent;
    const bool is_money = written->unit == unit_of(Dimension::money);
    return is_money && exponent <= 9 ? std::optional(Money{exponent}) : std::nullopt;
}

}  // namespace provenu::quantity
