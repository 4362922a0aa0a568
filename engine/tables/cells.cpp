#include "tables/cells.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include "provenu/diag/utf8.hpp"
#include "tables/letters.hpp"
#include "tables/xml.hpp"

namespace provenu::tables {
namespace {

constexpr int most_rows = 1'048'576;
constexpr int most_columns = 16'384;

struct Reference {
    int row = 0;  ///< from 1; 0: not said
    int column = 0;
};

/// `BC12`; zeros where it is none or lies outside of any sheet.
Reference reference_of(std::string_view text) {
    Reference reference;
    std::size_t i = 0;
    for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z' && reference.column <= most_columns; ++i)
        reference.column = reference.column * 26 + (text[i] - 'A' + 1);
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9' && reference.row <= most_rows; ++i)
        reference.row = reference.row * 10 + (text[i] - '0');
    const bool fits = i == text.size() && reference.row <= most_rows && reference.column <= most_columns;
    return fits ? reference : Reference{};
}

std::optional<double> number_of(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
    return whole ? std::optional(value) : std::nullopt;
}

/// Decimals that a number shows without a format: ten digits, as a narrow column does.
int decimals_of(double number) {
    const std::string digits = fmt::format("{:.10g}", number);
    const auto point = digits.find('.');
    if (point == std::string::npos || digits.find('e') != std::string::npos) return 0;
    return static_cast<int>(digits.size() - point - 1);
}

void set_number(Cell& cell, double number, const NumberFormat& format) {
    for (int i = 0; i < format.thousands; ++i) number /= 1000;
    cell.number = number;
    cell.decimals = format.general ? decimals_of(number) : format.decimals;
    cell.text = fmt::format("{}", number);
}

/// What a `<c>` holds; false where it refers to what is not there.
bool fill(Cell& cell, const pugi::xml_node& node, const Shared& shared) {
    const std::string_view type = node.attribute("t").value();
    const std::string_view value = child(node, "v").child_value();
    const auto style = node.attribute("s").as_uint();
    if (type == "inlineStr") {
        cell.text = rich_text(child(node, "is"));
    } else if (value.empty()) {
        const pugi::xml_node formula = child(node, "f");
        if (formula && type != "str") cell.text = "=" + plain_text(formula.child_value());
    } else if (type == "s") {
        const auto index = number_of(value);
        if (!index || *index < 0 || *index >= static_cast<double>(shared.texts.size())) return false;
        cell.text = shared.texts[static_cast<std::size_t>(*index)];
    } else if (type.empty() || type == "n") {
        const auto number = number_of(trimmed(value));
        if (!number) return false;
        set_number(cell, *number, style < shared.formats.size() ? shared.formats[style] : NumberFormat{});
    } else {
        cell.text = type == "b" ? (value == "1" ? "TRUE" : "FALSE") : plain_text(value);
    }
    return true;
}

/// Where the next cell goes, and how many there are.
struct Filling {
    SheetRead& read;
    const Shared& shared;
    const diag::SourcePointer& source;
    std::size_t cells = 0;
    std::size_t text = 0;  ///< bytes

    [[nodiscard]] bool stopped() const { return read.damaged || read.too_large; }
};

void put(Filling& filling, Cell cell, const Reference& at) {
    auto& rows = filling.read.sheet.rows;
    constexpr std::size_t most_text = 64 << 20;  // cells may share a text in the file, but not here
    filling.text += cell.text.size();
    if (filling.text > most_text) filling.read.too_large = true;
    if (filling.stopped()) return;
    const auto row = static_cast<std::size_t>(at.row - 1);
    const auto column = static_cast<std::size_t>(at.column - 1);
    if (rows.size() <= row) rows.resize(row + 1);
    if (rows[row].size() <= column) {
        filling.cells += column + 1 - rows[row].size();
        if (filling.cells > most_cells) {
            filling.read.too_large = true;
            return;
        }
        for (auto next = rows[row].size(); next <= column; ++next) {
            Cell empty;
            empty.place = {filling.source, at.row, static_cast<int>(next) + 1, 1};
            rows[row].push_back(std::move(empty));
        }
    }
    cell.place = rows[row][column].place;
    rows[row][column] = std::move(cell);
}

void read_row(Filling& filling, const pugi::xml_node& row, int number) {
    int column = 0;
    for (const pugi::xml_node& node : row) {
        if (!is(node, "c")) continue;
        const Reference said = reference_of(node.attribute("r").value());
        column = said.column > 0 ? said.column : column + 1;
        Cell cell;
        if (column > most_columns || !fill(cell, node, filling.shared)) filling.read.damaged = true;
        if (!filling.stopped() && !cell.text.empty()) put(filling, std::move(cell), {number, column});
        if (filling.stopped()) return;
    }
}

void read_merged(const pugi::xml_node& worksheet, Sheet& sheet) {
    for (const pugi::xml_node& node : child(worksheet, "mergeCells")) {
        const std::string_view range = node.attribute("ref").value();
        const auto colon = range.find(':');
        if (colon == std::string_view::npos) continue;
        const Reference first = reference_of(range.substr(0, colon));
        const Reference last = reference_of(range.substr(colon + 1));
        const auto row = static_cast<std::size_t>(first.row - 1);
        const auto column = static_cast<std::size_t>(first.column - 1);
        const bool there = first.row > 0 && first.column > 0 && row < sheet.rows.size() && column < sheet.rows[row].size();
        if (there && last.row >= first.row) sheet.rows[row][column].rows = last.row - first.row + 1;
    }
}

}  // namespace

std::string plain_text(std::string_view text) {
    std::string clean;
    constexpr std::size_t most = 32'767;  // that a cell can hold in Excel
    while (!text.empty() && clean.size() < most) {
        const auto letter = diag::first_character(text);
        const bool shown = letter.valid && !diag::is_control(letter.code_point);
        clean += shown ? text.substr(0, letter.length) : std::string_view(" ");
        text.remove_prefix(letter.length);
    }
    return on_one_line(clean);
}

std::string rich_text(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& each : node) {
        if (is(each, "t")) text += each.child_value();
        if (is(each, "r")) text += child(each, "t").child_value();
    }
    return plain_text(text);
}

SheetRead read_cells(const pugi::xml_node& worksheet, const Shared& shared, const diag::SourcePointer& source) {
    SheetRead read;
    Filling filling{read, shared, source};
    int number = 0;
    for (const pugi::xml_node& row : child(worksheet, "sheetData")) {
        if (!is(row, "row")) continue;
        const int said = row.attribute("r").as_int();
        number = said > 0 ? said : number + 1;
        if (number > most_rows) read.damaged = true;
        if (filling.stopped()) break;
        const bool hidden = row.attribute("hidden").as_bool();
        if (hidden && row.first_child()) ++read.sheet.hidden_rows;
        if (!hidden) read_row(filling, row, number);
    }
    read_merged(worksheet, read.sheet);
    return read;
}

}  // namespace provenu::tables
