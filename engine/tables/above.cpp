#include "tables/above.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "provenu/quantity/text.hpp"
#include "tables/letters.hpp"
#include "tables/words.hpp"

namespace provenu::tables {
namespace {

/// Longer texts are prose, not headings.
constexpr std::size_t longest_heading = 400;

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" ()[]:;\t"), text.size());
        std::string word(text.substr(0, end));
        while (word.ends_with(',')) word.pop_back();
        if (!word.empty()) words.push_back(std::move(word));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

bool is_number(std::string_view word) {
    return !word.empty() && quantity::number_length(word) == word.size();
}

/// `DKK 1,000` and `DKK million`, which stand the other way round.
std::string turned(const std::string& first, const std::string& second) {
    return in_small_letters(first) == "dkk" ? second + " " + first : std::string();
}

/// A unit that begins at a word, of one or two words.
std::optional<UnitInText> unit_of_words(const std::vector<std::string>& words, std::size_t at) {
    if (at + 1 < words.size()) {
        const std::string pair = words[at] + " " + words[at + 1];
        for (const std::string& spelled : {pair, turned(words[at], words[at + 1])})
            if (const auto money = quantity::read_money(spelled)) return UnitInText{*money, pair};
    }
    if (const auto money = quantity::read_money(words[at])) return UnitInText{*money, words[at]};
    return {};
}

constexpr std::array<std::string_view, 5> price_words{"p/l", "pl", "p-l", "pris", "price"};

bool says_prices(std::string_view text) {
    while (!text.empty() && (text[0] == '-' || text[0] == ' ')) text.remove_prefix(1);
    return std::ranges::any_of(price_words, [&](std::string_view word) { return text.starts_with(word); });
}

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// Whether what stands before a year says that prices follow: `p/l 2027`, `prisniveau 2027`.
bool announced(std::string_view before) {
    constexpr std::array<std::string_view, 8> words{"p/l",    "pl",     "pris- og lønniveau", "prisniveau",
                                                    "priser", "prices", "price level",        "p/l-"};
    before = trimmed(before);
    return std::ranges::any_of(words, [&](std::string_view word) { return before.ends_with(word); });
}

}  // namespace

std::optional<UnitInText> unit_in(std::string_view text) {
    if (text.size() > longest_heading) return {};
    const auto words = words_of(text);
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto unit = unit_of_words(words, at);
        const bool is_amount = at > 0 && is_number(words[at - 1]);
        if (unit && !is_amount) return unit;
        if (unit && unit->written.find(' ') != std::string::npos) ++at;
    }
    return {};
}

std::optional<int> price_level_in(std::string_view text) {
    const std::string small = in_small_letters(text.substr(0, longest_heading));
    const std::string_view all = small;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (!is_digit(all[at]) || (at > 0 && is_digit(all[at - 1]))) continue;
        std::size_t length = 0;
        while (at + length < all.size() && is_digit(all[at + length])) ++length;
        const bool says = says_prices(all.substr(at + length));
        const int number = length <= 4 ? std::stoi(std::string(all.substr(at, length))) : 0;
        if (length == 2 && says && all.substr(at + 2).starts_with('-')) return 2000 + number;
        if (length == 4 && number >= 1900 && number <= 2200 && (says || announced(all.substr(0, at)))) return number;
    }
    return {};
}

void read_above(const Sheet& sheet, std::size_t row_of_years, TableDraft& draft) {
    for (std::size_t i = 0; i <= row_of_years; ++i) {
        for (const Cell& cell : sheet.rows[i]) {
            if (cell.text.empty() || cell.number || (i == row_of_years && (heading_named(cell.text) || year_of(cell)))) continue;
            const auto unit = unit_in(cell.text);
            const auto level = price_level_in(cell.text);
            if (unit && !draft.table.unit) {
                draft.table.unit = unit->money;
                draft.written_unit = unit->written;
            }
            if (level && !draft.table.price_level) draft.table.price_level = level;
            if (!unit && !level && draft.table.title.empty() && i < row_of_years) draft.table.title = cell.text;
        }
    }
}

void read_below(const Sheet& sheet, std::size_t row_of_years, TableDraft& draft) {
    for (std::size_t i = row_of_years + 1; i < sheet.rows.size() && !draft.table.price_level; ++i)
        for (const Cell& cell : sheet.rows[i])
            if (!cell.number && !draft.table.price_level) draft.table.price_level = price_level_in(cell.text);
}

}  // namespace provenu::tables
