#pragma once

#include <algorithm>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace provenu::quantity {

/// Years from `first` to `last`, both included.
struct Years {
    int first = 0;
    int last = 0;
    [[nodiscard]] int count() const { return last - first + 1; }
    [[nodiscard]] bool contains(int year) const { return first <= year && year <= last; }
    friend bool operator==(const Years&, const Years&) = default;
};

/// A calendar month as a count: year x 12 + month of the year from 0, so that differences are months.
struct Month {
    int number = 0;
    friend auto operator<=>(const Month&, const Month&) = default;
};

Month month_of(int year, int month_of_year_from_1);
std::string name(Month month);  ///< `2026-07`

/// Months from `from` up to, not including, `until`; none means it goes on.
struct Period {
    Month from;
    std::optional<Month> until;
    friend bool operator==(const Period&, const Period&) = default;
};

struct Date {
    int year = 0;
    int month = 1;  ///< from 1
    int day = 1;    ///< from 1
    friend auto operator<=>(const Date&, const Date&) = default;
};
std::string name(const Date& date);  ///< `2026-05-01`

/// Texts of files: `2026..2031`; `2026-07`; `2026-07..2028-06`, `2028-07..`, `2027` (the year's months), `2026..2028`;
/// `2026-05-01`. None where the text is not one (month 13, ends before it begins, years outside 1900..2200).
std::optional<Years> read_years(std::string_view text);
std::optional<Month> read_month(std::string_view text);
std::optional<Period> read_period(std::string_view text);
std::optional<Date> read_date(std::string_view text);

/// The columns every yearly value has: the table's years, the years after it up to a limit, and last the *carried level*: the
/// annual rate at which each line goes on once the table has ended and any delay has run out.
struct Axis {
    Years table;
    int beyond = payback_limit;  ///< years after the table

    static constexpr int payback_limit = 30;  ///< years after the table in which a payback is looked for

    [[nodiscard]] int years() const { return table.count() + beyond; }  ///< calendar years, without the carried level
    [[nodiscard]] int columns() const { return years() + 1; }
    /// Years over which a payback is looked for, however far a present value looks.
    [[nodiscard]] int payback_years() const { return table.count() + std::min(beyond, payback_limit); }
    [[nodiscard]] int carried() const { return years(); }  ///< the column of the carried level
    [[nodiscard]] int year(int column) const { return table.first + column; }
    [[nodiscard]] int column(int year) const { return year - table.first; }
    [[nodiscard]] Years all() const { return {table.first, table.last + beyond}; }
    friend bool operator==(const Axis&, const Axis&) = default;
};

}  // namespace provenu::quantity
