#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "output/lettering.hpp"
#include "provenu/output/writers.hpp"

namespace provenu::output {
namespace {

using report::Cell;
using report::Row;
using report::Table;
using Fields = std::map<std::string, std::string, std::less<>>;  // by name of column

/// A text of the author's that a spreadsheet would take for a formula, blanks before it or not, gets an apostrophe in front.
std::string defused(std::string text) {
    const std::size_t start = text.find_first_not_of(' ');
    if (start != std::string::npos && std::string_view("=+-@").find(text[start]) != std::string_view::npos)
        text.insert(text.begin(), '\'');
    return text;
}

std::string number(const report::Figure& figure, const CsvDialect& dialect) {
    std::string digits = fmt::format("{:.{}f}", as_printed(figure) + 0.0, figure.decimals);
    std::replace(digits.begin(), digits.end(), '.', dialect.decimal);
    return digits;
}

std::string field(const Cell& cell, const CsvDialect& dialect) {
    if (const auto* figure = std::get_if<report::Figure>(&cell.content)) return number(*figure, dialect);
    if (!cell.code.empty()) return defused(on_one_line(cell.code));
    const auto* text = std::get_if<std::string>(&cell.content);
    return text == nullptr ? std::string{} : defused(on_one_line(*text));
}

std::string quoted_if_needed(const std::string& text, char separator) {
    if (text.find_first_of(std::string("\"\r\n") + separator) == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char letter : text) quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + "\"";
}

void add_note(std::string& notes, const std::string& note) {
    if (!notes.empty() && !note.empty()) notes += "; ";
    notes += on_one_line(note);
}

Fields fields(const Table& table, const Row& row, const CsvDialect& dialect) {
    Fields fields;
    for (std::size_t i = 0; i < row.cells.size(); ++i) fields[table.columns[i].key] = field(row.cells[i], dialect);
    fields["section"] = row.section;
    fields["line"] += row.mark;
    add_note(fields["note"], row.mark);
    add_note(fields["note"], row.note);
    if (row.outcome) {
        fields["value"] = field(row.outcome->value, dialect);
        add_note(fields["note"], row.outcome->note);
    }
    fields["note"] = defused(std::move(fields["note"]));
    return fields;
}

/// Columns of all tables, each once, with `section` first and `value`, `note` last.
std::vector<std::string> columns(const std::vector<const Table*>& tables) {
    std::vector<std::string> names{"section"};
    for (const Table* table : tables)
        for (const report::Column& column : table->columns)
            if (column.key != "value" && column.key != "note" && std::find(names.begin(), names.end(), column.key) == names.end())
                names.push_back(column.key);
    names.insert(names.end(), {"value", "note"});
    return names;
}

}  // namespace

CsvDialect csv_dialect(wording::Language language) {
    return language == wording::Language::danish ? CsvDialect{';', ',', false} : CsvDialect{',', '.', false};
}

std::string csv(const report::Document& document, const CsvDialect& dialect) {
    std::vector<const Table*> tables;
    for (const report::Item& item : document.items)
        if (const auto* table = std::get_if<Table>(&item)) tables.push_back(table);
    const std::vector<std::string> names = columns(tables);
    std::string out = dialect.byte_order_mark ? "\xEF\xBB\xBF" : "";
    out += fmt::format("{}\n", fmt::join(names, std::string(1, dialect.separator)));
    for (const Table* table : tables)
        for (const Row& row : table->rows) {
            if (row.role == Row::Role::group) continue;
            Fields found = fields(*table, row, dialect);
            std::string line;
            for (const std::string& name : names) line += quoted_if_needed(found[name], dialect.separator) + dialect.separator;
            line.back() = '\n';
            out += line;
        }
    return out;
}

}  // namespace provenu::output
