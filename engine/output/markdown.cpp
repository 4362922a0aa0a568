#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "output/lettering.hpp"
#include "provenu/output/writers.hpp"

namespace provenu::output {
namespace {

using report::Column;
using report::Row;
using report::Table;
using Cells = std::vector<std::string>;

/// A text that means itself inside a line of Markdown.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char letter : with_plain_spaces(on_one_line(text))) {
        if (std::string_view("\\|*_`<>[]~$&").find(letter) != std::string_view::npos) out += '\\';
        out += letter;
    }
    return out;
}

/// The same at the start of a line, where `1)`, `-`, `+` and `#` would begin a list or a heading.
std::string escaped_line(std::string_view text) {
    std::string line = escaped(text);
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const bool numbered = digits > 0 && digits < line.size() && (line[digits] == ')' || line[digits] == '.');
    const bool marked = !line.empty() && std::string_view("-+#").find(line.front()) != std::string_view::npos;
    if (numbered || marked) line.insert(numbered ? digits : 0, "\\");
    return line;
}

std::string bold(const std::string& text) {
    return text.empty() ? text : "**" + text + "**";
}

bool stands_out(Row::Role role) {
    return role == Row::Role::group || role == Row::Role::total || role == Row::Role::net;
}

/// A pipe table whose source is aligned too.
std::string pipe_table(const std::vector<Cells>& rows, const std::vector<Column::Align>& aligns) {
    std::vector<std::size_t> widths(aligns.size(), 3);
    for (const Cells& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    std::string out;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t i = 0; i < aligns.size(); ++i)
            out += "| " + filled(i < rows[r].size() ? rows[r][i] : "", widths[i], aligns[i]) + " ";
        out += "|\n";
        if (r > 0) continue;
        for (std::size_t i = 0; i < aligns.size(); ++i)
            out += "|" +
                   (aligns[i] == Column::Align::right ? std::string(widths[i] + 1, '-') + ":" : std::string(widths[i] + 2, '-'));
        out += "|\n";
    }
    return out;
}

struct ItemMarkdown {
    wording::Language language;

    std::string operator()(const report::Heading& item) const {
        return std::string(static_cast<std::size_t>(item.level), '#') + " " + escaped(item.text) + "\n";
    }

    std::string operator()(const report::Paragraph& item) const {
        const bool leads = item.role == report::Paragraph::Role::lead;
        return (leads ? bold(escaped(item.text)) : escaped_line(item.text)) + "\n";
    }

    std::string operator()(const report::Chain& chain) const {
        std::string lines;
        for (const report::Chain::Link& link : chain.links)
            lines += std::string(2 * static_cast<std::size_t>(link.depth), ' ') + "- " + escaped_line(link.text) + "\n";
        return lines;
    }

    /// As it is drawn: letters of one width keep the bars in place.
    std::string operator()(const report::Bars& bars) const { return "```\n" + drawn(bars) + "```\n"; }

    std::string operator()(const report::Chart& chart) const {
        return "*" + escaped(chart.caption) + "*: " + escaped_line(chart.alternative) + "\n";
    }

    std::string operator()(const Table& table) const {
        std::string out;
        if (!table.caption.empty()) out += bold(escaped(table.caption)) + "\n\n";
        out += figures(table) + outcomes(table);
        if (!table.notes.empty()) out += "\n";
        for (const std::string& note : table.notes) out += "- " + escaped_line(note) + "\n";
        return out;
    }

    [[nodiscard]] std::string figures(const Table& table) const {
        std::vector<Column::Align> aligns;
        for (const Column& column : table.columns) aligns.push_back(column.align);
        std::vector<Cells> rows(1);
        for (std::size_t i = 0; i < table.columns.size(); ++i) rows[0].push_back(escaped(heading(table, i)));
        for (const Row& row : table.rows)
            if (!row.outcome) rows.push_back(cells(row));
        return rows.size() > 1 ? pipe_table(rows, aligns) : "";
    }

    [[nodiscard]] Cells cells(const Row& row) const {
        const std::string label = escaped(shown_label(row, language));
        Cells cells{stands_out(row.role) ? bold(label) : label};
        for (std::size_t i = 1; i < row.cells.size(); ++i) cells.push_back(escaped(shown(row.cells[i], language)));
        return cells;
    }

    /// Markdown cannot join cells, so what a row says in words gets a table of its own.
    [[nodiscard]] std::string outcomes(const Table& table) const {
        std::vector<Cells> rows{{escaped(wording::text(language, "table.result")), ""}};
        for (const Row& row : table.rows)
            if (row.outcome) rows.push_back({escaped(shown_label(row, language)), escaped(row.outcome->words)});
        return rows.size() > 1 ? "\n" + pipe_table(rows, {Column::Align::left, Column::Align::left}) : "";
    }
};

}  // namespace

std::string markdown(const report::Document& document, wording::Language language) {
    std::string out;
    for (const report::Item& item : document.items) {
        if (!out.empty()) out += "\n";
        out += std::visit(ItemMarkdown{language}, item);
    }
    return out;
}

}  // namespace provenu::output
