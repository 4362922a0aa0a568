#include <algorithm>
#include <array>
#include <string_view>

#include "tables/drafts.hpp"
#include "tables/letters.hpp"

namespace provenu::tables {
namespace {

using Words = std::string_view;

// What heads a column that adds the years up, in small letters.
constexpr std::array<Words, 12> words{"i alt",        "ialt",       "sum",    "total",     "samlet",  "hele perioden",
                                      "hele periode", "i perioden", "in all", "all years", "alle år", "perioden"};

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// The years `2026-2029`, or `2026-29`, of a heading; nothing where it has not two of them.
std::optional<quantity::Years> years_named(std::string_view text) {
    std::vector<int> numbers;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::size_t length = 0;
        while (at + length < text.size() && is_digit(text[at + length])) ++length;
        if (length > 4) return {};
        if (length > 0) numbers.push_back(std::stoi(std::string(text.substr(at, length))));
        at += length;
    }
    if (numbers.size() != 2) return {};
    const int last = numbers[1] < 100 ? numbers[0] / 100 * 100 + numbers[1] : numbers[1];
    return quantity::Years{numbers[0], last};
}

/// Without years, brackets, dashes and marks.
std::string bare(std::string_view heading) {
    std::string small = in_small_letters(heading);
    const auto says_nothing = [](char letter) {
        return is_digit(letter) || std::string_view("()*:.-").find(letter) != Words::npos;
    };
    std::erase_if(small, says_nothing);
    if (const auto at = small.find("\u2013"); at != std::string::npos) small.erase(at, Words("\u2013").size());
    return std::string(trimmed(small));
}

/// The years that a column of this heading adds up; nothing where it heads no sum.
std::optional<quantity::Years> years_added(const std::string& heading, quantity::Years table) {
    const auto named = years_named(heading);
    const bool within = named && named->first >= table.first && named->last <= table.last && named->first < named->last;
    const std::string text = bare(heading);
    const bool says_sum =
        std::ranges::any_of(words, [&](Words word) { return text == word || text.starts_with(std::string(word) + " "); });
    if (within && (text.empty() || says_sum)) return named;
    return says_sum && !named ? std::optional(table) : std::nullopt;
}

}  // namespace

std::optional<SumColumn> sum_column(const Sheet& sheet, const YearRow& years) {
    const auto& headings = sheet.rows[years.row];
    std::size_t width = headings.size();
    if (years.row > 0) width = std::max(width, sheet.rows[years.row - 1].size());
    for (std::size_t column = years.columns.front() + 1; column < width; ++column) {
        std::string heading = text_of(headings, column);
        if (heading.empty() && years.row > 0) heading = text_of(sheet.rows[years.row - 1], column);
        if (const auto added = years_added(heading, years.years)) return SumColumn{column, heading, *added};
    }
    return {};
}

}  // namespace provenu::tables
