#include "tables/csv.hpp"

#include <algorithm>
#include <array>

#include "provenu/diag/utf8.hpp"
#include "tables/letters.hpp"

namespace provenu::tables {
namespace {

constexpr std::array<char, 3> separators{'\t', ';', ','};

/// On how many lines each separator stands outside quotation marks, of how many lines that say anything.
struct Counts {
    std::array<int, 3> lines{};
    int all = 0;
};

Counts count_lines(std::string_view text) {
    Counts counts;
    std::array<bool, 3> seen{};
    bool quoted = false;
    bool blank = true;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char letter = i < text.size() ? text[i] : '\n';
        if (letter == '"') quoted = !quoted;
        if (letter == '\n' && (!quoted || i == text.size())) {
            counts.all += blank ? 0 : 1;
            for (std::size_t k = 0; k < seen.size(); ++k) counts.lines[k] += seen[k] ? 1 : 0;
            seen = {};
            blank = true;
            continue;
        }
        blank = blank && (letter == ' ' || letter == '\r' || letter == '\n');
        for (std::size_t k = 0; k < seen.size(); ++k) seen[k] = seen[k] || (!quoted && letter == separators[k]);
    }
    return counts;
}

/// `sep=;`: Excel's own word for it, on a line of its own.
std::optional<char> separator_said(std::string_view text) {
    const std::string_view line = trimmed(text.substr(0, text.find('\n')));
    const bool said = line.size() == 5 && line.starts_with("sep=") && std::ranges::find(separators, line[4]) != separators.end();
    return said ? std::optional(line[4]) : std::nullopt;
}

/// One walk over the text.
struct Walk {
    const diag::SourcePointer& source;
    std::string_view rest;
    char separator;
    int line = 1;
    int column = 1;

    void step(std::size_t bytes = 1) {
        for (const char letter : rest.substr(0, bytes)) {
            line += letter == '\n' ? 1 : 0;
            column = letter == '\n' ? 1 : column + (diag::count_characters({&letter, 1}));
        }
        rest.remove_prefix(bytes);
    }
    [[nodiscard]] bool at_end_of_cell() const {
        return rest.empty() || rest[0] == separator || rest[0] == '\n' || rest.starts_with("\r\n");
    }
    [[nodiscard]] diag::Place place() const { return {source, line, column, 1}; }
};

/// The inside of quotation marks that open here; nothing where they are never closed or more text follows.
std::optional<std::string> quoted_text(Walk& walk, diag::Diagnostics& found) {
    const diag::Place opened = walk.place();
    std::string text;
    walk.step();
    while (!walk.rest.empty() && (walk.rest[0] != '"' || walk.rest.starts_with("\"\""))) {
        text += walk.rest[0];
        walk.step(walk.rest[0] == '"' ? 2 : 1);
    }
    const bool closed = !walk.rest.empty();
    if (closed) walk.step();
    while (!walk.rest.empty() && walk.rest[0] == ' ') walk.step();
    if (closed && walk.at_end_of_cell()) return text;
    found.error("P880", closed ? walk.place() : opened,
                {{"problem", closed ? "tables.csv.text_after_quote" : "tables.csv.open_quote", true}});
    return {};
}

std::string plain_text(Walk& walk) {
    std::size_t bytes = 0;
    Walk ahead = walk;
    while (!ahead.at_end_of_cell()) {
        ahead.rest.remove_prefix(1);
        ++bytes;
    }
    std::string text(walk.rest.substr(0, bytes));
    walk.step(bytes);
    return text;
}

/// Without the apostrophe that this program puts before a text which a spreadsheet would take for a formula.
std::string unshielded(std::string text) {
    const std::size_t first = text.find_first_not_of(' ', 1);
    const bool shielded = text.starts_with('\'') && first != std::string::npos &&
                          std::string_view("=+-@").find(text[first]) != std::string_view::npos;
    return shielded ? text.substr(1) : text;
}

std::optional<Cell> cell_at(Walk& walk, diag::Diagnostics& found) {
    while (walk.rest.starts_with(' ')) walk.step();
    Cell cell;
    cell.place = walk.place();
    auto text = walk.rest.starts_with('"') ? quoted_text(walk, found) : plain_text(walk);
    if (!text) return {};
    cell.text = unshielded(on_one_line(*text));
    cell.place.width = std::max(1, diag::count_characters(cell.text));
    return cell;
}

/// The cells of one line; nothing where one of them is broken.
std::optional<std::vector<Cell>> row_at(Walk& walk, diag::Diagnostics& found) {
    std::vector<Cell> row;
    while (true) {
        auto cell = cell_at(walk, found);
        if (!cell) return {};
        row.push_back(std::move(*cell));
        if (!walk.rest.starts_with(walk.separator)) break;
        walk.step();
        if (row.size() > most_cells) return row;
    }
    walk.step(walk.rest.starts_with("\r\n") ? 2 : walk.rest.empty() ? 0 : 1);
    return row;
}

}  // namespace

char separator_of(std::string_view text) {
    if (const auto said = separator_said(text)) return *said;
    const Counts counts = count_lines(text);
    for (std::size_t k = 0; k + 1 < separators.size(); ++k)
        if (counts.lines[k] > 0 && 2 * counts.lines[k] >= counts.all) return separators[k];
    return ',';
}

std::optional<Sheet> sheet_of(const diag::SourcePointer& source, diag::Diagnostics& found) {
    Sheet sheet;
    sheet.path = source->path;
    sheet.separator = separator_of(source->text);
    Walk walk{source, source->text, sheet.separator};
    if (separator_said(source->text)) walk.step(std::min(source->text.find('\n'), source->text.size() - 1) + 1);
    std::size_t cells = 0;
    while (!walk.rest.empty()) {
        auto row = row_at(walk, found);
        if (!row) return {};
        cells += row->size();
        if (cells > most_cells) {
            found.error("P886", {source, 0, 0, 1}, {{"limit", std::to_string(most_cells)}});
            return {};
        }
        if (row->size() == 1 && row->front().text.empty()) row->clear();
        sheet.rows.push_back(std::move(*row));
    }
    return sheet;
}

}  // namespace provenu::tables
