#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "input/range.hpp"
#include "input/text.hpp"
#include "input/uses.hpp"
#include "provenu/diag/nearest.hpp"

namespace provenu::input {
namespace {

/// A cell of a table of values with separators, without its quotation marks.
struct Cell {
    std::string_view text;
    int line = 0;
    int column = 1;  ///< in bytes: such tables are plain letters but for their headings
};
using Row = std::vector<Cell>;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '"')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '"' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

char separator_of(std::string_view heading) {
    for (const char each : {';', '\t'})
        if (heading.find(each) != std::string_view::npos) return each;
    return ',';
}

Row row_of(std::string_view line, int number, char separator) {
    Row row;
    std::size_t begin = 0;
    bool quoted = false;
    for (std::size_t i = 0; i <= line.size(); ++i) {
        const bool end = i == line.size();
        if (!end && line[i] == '"') quoted = !quoted;
        if (!end && (quoted || line[i] != separator)) continue;
        row.push_back({trimmed(line.substr(begin, i - begin)), number, static_cast<int>(begin) + 1});
        begin = i + 1;
    }
    return row;
}

/// The lines that say anything.
std::vector<Row> rows_of(std::string_view text) {
    std::vector<Row> rows;
    char separator = 0;
    int number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (trimmed(line).empty()) continue;
        if (separator == 0) separator = separator_of(line);
        rows.push_back(row_of(line, number, separator));
    }
    return rows;
}

/// A number as a program writes it, with a decimal point or comma; `95%` is 0.95.
std::optional<double> number_of(std::string_view text, char decimal) {
    const bool percent = text.ends_with('%');
    std::string digits(trimmed(percent ? text.substr(0, text.size() - 1) : text));
    if (decimal == ',' && digits.find('.') != std::string::npos) return {};
    std::ranges::replace(digits, decimal, '.');
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(value)) return {};
    return percent ? value / 100 : value;
}

/// FNV-1a: names what a file holds, the same everywhere.
std::string fingerprint(std::string_view text) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char each : text) hash = (hash ^ static_cast<unsigned char>(each)) * 1099511628211u;
    return fmt::format("draws:{:016x}", hash);
}

std::optional<std::size_t> column_of(Reading& reading, const Node& name, const Row& heading) {
    const auto found = std::ranges::find(heading, name.text, &Cell::text);
    if (found != heading.end()) return static_cast<std::size_t>(found - heading.begin());
    std::vector<std::string> all;
    for (const Cell& cell : heading) all.emplace_back(cell.text);
    const auto near = diag::nearest(name.text, all);
    report(reading, near ? "P818" : "P819", name,
           {{"text", std::string(name.text)}, {"near", near.value_or("")}, {"all", fmt::format("{}", fmt::join(all, ", "))}});
    return {};
}

/// Numbers of a column, and whether they are shares; none, and a finding, where one of them is no number.
bool read_numbers(Reading& reading, const SourcePointer& source, const std::vector<Cell>& cells, model::Column& column) {
    const bool commas =
        std::ranges::any_of(cells, [](const Cell& cell) { return cell.text.find(',') != std::string_view::npos; });
    const bool percent = !cells.empty() && cells.front().text.ends_with('%');
    column.of = percent ? model::Bound::Of::share : model::Bound::Of::bare;
    for (const Cell& cell : cells) {
        const auto number = number_of(cell.text, commas ? ',' : '.');
        if (!number || cell.text.ends_with('%') != percent) {
            const int width = std::max<int>(1, static_cast<int>(cell.text.size()));
            reading.found.error(number ? "P801" : "P820", {source, cell.line, cell.column, width},
                                {{"text", std::string(cell.text)}});
            return false;
        }
        column.numbers.push_back(*number);
    }
    return true;
}

}  // namespace

std::optional<model::Column> read_draws(Reading& reading, const Node& file, const Node& name) {
    const SourcePointer source = load(beside(reading.source->path, file.text), place_of(reading, file), reading.found);
    if (!source) return {};
    const auto rows = rows_of(source->text);
    if (rows.empty()) return {};  // found by `load`
    const auto at = column_of(reading, name, rows.front());
    if (!at) return {};
    std::vector<Cell> cells;
    for (std::size_t i = 1; i < rows.size(); ++i)
        cells.push_back(*at < rows[i].size() ? rows[i][*at] : Cell{"", rows[i].front().line, 1});
    model::Column column{std::string(file.text), std::string(name.text), fingerprint(source->text), {}, {}};
    if (cells.empty()) report(reading, "P808", name);
    if (cells.empty() || !read_numbers(reading, source, cells, column)) return {};
    return column;
}

}  // namespace provenu::input
