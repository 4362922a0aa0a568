#include "output/word_widths.hpp"

#include <algorithm>
#include <numeric>

#include "output/lettering.hpp"

namespace provenu::output {
namespace {

using report::Column;
using report::Row;
using report::Table;

constexpr double letter_size = 8;  // points, of tables
constexpr int cell_margins = 160;
constexpr int longest_text = 5200;  // a column of text need not be wider than a reader's line
constexpr int readable_label = 2600;

/// The width of a text in the letters of tables: Arial's, in which digits are alike and other letters taken as they are on
/// average.
int twips(std::string_view text, bool bold) {
    double ems = 0;
    for (const char letter : text) {
        if ((static_cast<unsigned char>(letter) & 0xC0U) == 0x80U) continue;  // a further byte of a letter
        const bool narrow = std::string_view(".,:;/|'()-il jtf").find(letter) != std::string_view::npos;
        const bool wide = (letter >= 'A' && letter <= 'Z') || letter == 'm' || letter == 'w' || letter == '%';
        ems += narrow ? 0.33 : wide ? 0.78 : 0.556;
    }
    return static_cast<int>(20 * letter_size * ems * (bold ? 1.06 : 1.0));
}

int longest_word(std::string_view text, bool bold) {
    int longest = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        longest = std::max(longest, twips(text.substr(0, end), bold));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

/// What a column cannot do without, and what it would like.
struct Need {
    int least = 0;
    int liked = 0;
};

bool is_bold(const Row& row) {
    return row.role == Row::Role::total || row.role == Row::Role::net;
}

std::vector<Need> needs_of(const Table& table, wording::Language language) {
    std::vector<Need> needs;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string head = heading(table, i);
        Need need{longest_word(head, true),
                  table.columns[i].align == Column::Align::right ? longest_word(head, true) : twips(head, true)};
        for (const Row& row : table.rows) {
            if (row.outcome || row.role == Row::Role::group || i >= row.cells.size()) continue;
            const std::string text = i == 0 ? shown_label(row, language) : shown(row.cells[i], language);
            const bool whole = std::holds_alternative<report::Figure>(row.cells[i].content);
            need.liked = std::max(need.liked, std::min(twips(text, is_bold(row)), longest_text));
            const int unbroken = std::min(longest_word(text, is_bold(row)), readable_label);  // longer words are broken
            need.least = std::max(need.least, whole ? twips(text, is_bold(row)) : unbroken);
        }
        needs.push_back({need.least + cell_margins, std::max(need.least, need.liked) + cell_margins});
    }
    return needs;
}

int sum(const std::vector<Need>& needs, int Need::* part) {
    return std::accumulate(needs.begin(), needs.end(), 0, [part](int all, const Need& each) { return all + each.*part; });
}

}  // namespace

bool needs_side(const Table& table, wording::Language language) {
    const std::vector<Need> needs = needs_of(table, language);
    if (needs.empty()) return false;
    const int label = std::max(needs.front().least, std::min(needs.front().liked, readable_label));
    return sum(needs, &Need::least) - needs.front().least + label > upright_room;
}

namespace {

/// Figures of years side by side are alike in width.
void make_years_alike(const Table& table, std::vector<Need>& needs) {
    const auto is_year = [&](std::size_t i) {
        const std::string& head = table.columns[i].heading;
        return head.size() == 4 && head.find_first_not_of("0123456789") == std::string::npos;
    };
    Need most;
    for (std::size_t i = 0; i < needs.size(); ++i)
        if (is_year(i)) most = {std::max(most.least, needs[i].least), std::max(most.liked, needs[i].liked)};
    for (std::size_t i = 0; i < needs.size(); ++i)
        if (is_year(i)) needs[i] = most;
}

/// What each column gets where none gets more than it likes, nor more than `level` beyond what it cannot do without.
int given(const Need& need, int level) {
    return std::max(need.least, std::min(need.liked, level));
}

}  // namespace

std::vector<int> column_widths(const Table& table, wording::Language language, int room) {
    std::vector<Need> needs = needs_of(table, language);
    make_years_alike(table, needs);
    const int least = sum(needs, &Need::least);
    const auto together = [&](int level) {
        return std::accumulate(needs.begin(), needs.end(), 0,
                               [level](int all, const Need& each) { return all + given(each, level); });
    };
    int level = 0;
    for (int step = 1 << 14; step > 0; step /= 2)
        if (together(level + step) <= room) level += step;
    std::vector<int> widths;
    for (const Need& need : needs) widths.push_back(least > room ? room * need.least / least : given(need, level));
    if (!widths.empty()) widths.front() += room - std::accumulate(widths.begin(), widths.end(), 0);
    return widths;
}

}  // namespace provenu::output
