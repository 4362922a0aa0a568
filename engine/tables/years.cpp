#include "tables/years.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "tables/letters.hpp"

namespace provenu::tables {
namespace {

/// What may stand before a year in its heading.
constexpr std::array<std::string_view, 9> words_before{"budget", "b",    "bo",      "budgetoverslag", "overslag",
                                                       "år",     "year", "forslag", "regnskab"};

/// Whether nothing but digits: the years 1900 to 2200.
std::optional<int> plain_year(std::string_view text) {
    if (text.size() != 4 || text.find_first_not_of("0123456789") != std::string_view::npos) return {};
    const int year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
    return year >= 1900 && year <= 2200 ? std::optional(year) : std::nullopt;
}

std::string_view without_word(std::string_view text) {
    if (text.size() <= 4) return text;
    const std::string_view before = trimmed(text.substr(0, text.size() - 4));
    return std::ranges::find(words_before, before) != words_before.end() ? text.substr(text.size() - 4) : text;
}

}  // namespace

std::optional<int> year_of(const Cell& cell) {
    if (cell.number && std::floor(*cell.number) == *cell.number && *cell.number >= 1900 && *cell.number <= 2200)
        return static_cast<int>(*cell.number);
    if (cell.number) return {};
    const std::string small = in_small_letters(cell.text);
    std::string_view text = small;
    while (text.ends_with('*')) text = trimmed(text.substr(0, text.size() - 1));
    return plain_year(without_word(text));
}

std::optional<YearRow> years_in(const std::vector<Cell>& row, std::size_t least, diag::Diagnostics& found) {
    YearRow here;
    for (std::size_t column = 0; column < row.size(); ++column) {
        const auto year = year_of(row[column]);
        if (!year) continue;
        if (here.columns.empty()) here.years = {*year, *year - 1};
        if (*year != here.years.last + 1) {
            found.error("P884", row[column].place,
                        {{"year", std::to_string(*year)}, {"expected", std::to_string(here.years.last + 1)}});
            return {};
        }
        here.years.last = *year;
        here.columns.push_back(column);
    }
    return here.columns.size() >= least ? std::optional(here) : std::nullopt;
}

std::optional<YearRow> year_row(const Sheet& sheet, std::size_t least, diag::Diagnostics& found) {
    std::optional<diag::Diagnostics> broken;  // told only where no other row will do
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        diag::Diagnostics here;
        auto years = years_in(sheet.rows[row], least, here);
        if (here.has_errors() && !broken) broken = std::move(here);
        if (!years) continue;
        years->row = row;
        return years;
    }
    if (broken) found.append(*broken);
    return {};
}

}  // namespace provenu::tables
