#include "provenu/quantity/time.hpp"

#include <fmt/format.h>

#include <array>

namespace provenu::quantity {

namespace {

constexpr Years possible_years{1900, 2200};

/// Exactly `digits` digits; -1 where the text is anything else.
int read_digits(std::string_view text, std::size_t digits) {
    if (text.size() != digits) return -1;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<int> read_year(std::string_view text) {
    const int year = read_digits(text, 4);
    return possible_years.contains(year) ? std::optional(year) : std::nullopt;
}

/// Months from the start of `from` to the end of it: a month, or all months of a year.
std::optional<Period> read_span(std::string_view text) {
    if (const auto month = read_month(text)) return Period{*month, Month{month->number + 1}};
    if (const auto year = read_year(text)) return Period{month_of(*year, 1), month_of(*year + 1, 1)};
    return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

struct Ends {
    std::string_view first;
    std::optional<std::string_view> last;  ///< none: there are no two dots
};

Ends split(std::string_view text) {
    const auto dots = text.find("..");
    if (dots == std::string_view::npos) return {trimmed(text), std::nullopt};
    return {trimmed(text.substr(0, dots)), trimmed(text.substr(dots + 2))};
}

int days_in(int year, int month) {
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

}  // namespace

Month month_of(int year, int month_of_year_from_1) {
    return {year * 12 + month_of_year_from_1 - 1};
}

std::string name(Month month) {
    return fmt::format("{:04}-{:02}", month.number / 12, month.number % 12 + 1);
}

std::string name(const Date& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Years> read_years(std::string_view text) {
    const Ends ends = split(text);
    const auto first = read_year(ends.first);
    const auto last = ends.last ? read_year(*ends.last) : first;
    if (!first || !last || *last < *first) return std::nullopt;
    return Years{*first, *last};
}

std::optional<Month> read_month(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    const auto year = read_year(text.substr(0, 4));
    const int month = read_digits(text.substr(5), 2);
    if (!year || month < 1 || month > 12) return std::nullopt;
    return month_of(*year, month);
}

std::optional<Period> read_period(std::string_view text) {
    const Ends ends = split(text);
    const auto first = read_span(ends.first);
    if (!first || !ends.last) return first;
    if (ends.last->empty()) return Period{first->from, std::nullopt};
    const auto last = read_span(*ends.last);
    if (!last || *last->until <= first->from) return std::nullopt;
    return Period{first->from, last->until};
}

std::optional<Date> read_date(std::string_view text) {
    if (text.size() != 10 || text[7] != '-') return std::nullopt;
    const auto month = read_month(text.substr(0, 7));
    const int day = read_digits(text.substr(8), 2);
    if (!month) return std::nullopt;
    const Date date{month->number / 12, month->number % 12 + 1, day};
    return day >= 1 && day <= days_in(date.year, date.month) ? std::optional(date) : std::nullopt;
}

}  // namespace provenu::quantity
