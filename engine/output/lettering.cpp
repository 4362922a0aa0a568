#include "output/lettering.hpp"

#include <algorithm>
#include <cmath>

#include "provenu/quantity/rounding.hpp"
#include "provenu/wording/number.hpp"

namespace provenu::output {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// Bytes of the first `most` characters.
std::size_t bytes_of(std::string_view text, std::size_t most) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (begins_character(text[i]) && characters++ == most) return i;
    return text.size();
}

/// A number and what it counts stay on one line.
bool follows_number(std::string_view text, std::size_t blank) {
    return blank > 0 && text[blank - 1] >= '0' && text[blank - 1] <= '9';
}

/// Bytes of the first line: as many whole words as fit, or a piece of a word too long for any line.
std::size_t first_line(std::string_view text, std::size_t most) {
    const std::size_t fitting = bytes_of(text, most);
    if (fitting == text.size()) return fitting;
    const std::size_t last = text.rfind(' ', fitting);
    std::size_t blank = last;
    while (blank != std::string_view::npos && blank != 0 && follows_number(text, blank)) blank = text.rfind(' ', blank - 1);
    if (blank == std::string_view::npos || blank == 0) blank = last;
    return blank == std::string_view::npos || blank == 0 ? fitting : blank;
}

}  // namespace

std::string with_plain_spaces(std::string_view text) {
    std::string plain(text);
    for (std::size_t at = 0; (at = plain.find(no_break_space, at)) != std::string::npos; ++at)
        plain.replace(at, no_break_space.size(), " ");
    return plain;
}

double as_printed(const report::Figure& figure) {
    const double whole = figure.step > 0 ? quantity::round_half_away(figure.value, figure.step) : figure.value;
    return quantity::round_half_away(whole, std::pow(10.0, -figure.decimals));
}

std::string shown(const report::Cell& cell, wording::Language language) {
    if (const auto* text = std::get_if<std::string>(&cell.content)) return on_one_line(*text);
    if (const auto* figure = std::get_if<report::Figure>(&cell.content))
        return wording::number(language, as_printed(*figure), figure->decimals);
    return {};
}

std::string shown_label(const report::Row& row, wording::Language language) {
    if (row.cells.empty()) return {};
    return shown(row.cells.front(), language) + row.mark +
           (row.reference.empty() ? "" : std::string(no_break_space) + row.reference);
}

std::string on_one_line(std::string_view text) {
    std::string line(text);
    for (char& letter : line)
        if (static_cast<unsigned char>(letter) < ' ' || letter == '\x7F') letter = ' ';
    return line;
}

std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::vector<std::string> wrap(std::string_view text, std::size_t most) {
    std::vector<std::string> lines;
    do {
        const std::size_t end = first_line(text, std::max<std::size_t>(most, 1));
        lines.push_back(with_plain_spaces(text.substr(0, text.find_last_not_of(' ', end == 0 ? 0 : end - 1) + 1)));
        text.remove_prefix(std::min(text.find_first_not_of(' ', end), text.size()));
    } while (!text.empty());
    return lines;
}

std::string filled(std::string_view text, std::size_t wanted, report::Column::Align align) {
    const std::size_t used = width(text);
    const std::string blanks(wanted > used ? wanted - used : 0, ' ');
    return align == report::Column::Align::right ? blanks + std::string(text) : std::string(text) + blanks;
}

std::string heading(const report::Table& table, std::size_t column) {
    const std::string& own = table.columns[column].heading;
    return on_one_line(column == 0 && own.empty() ? table.unit : own);
}

}  // namespace provenu::output
