#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "output/html.hpp"
#include "output/lettering.hpp"
#include "output/markup.hpp"

namespace provenu::output {
namespace {

using report::Cell;
using report::Column;
using report::Row;
using report::Table;

constexpr std::size_t most_in_portrait = 8;    // columns, the label's among them
constexpr std::size_t most_in_landscape = 15;  // in letters of the usual size

const char* name(Row::Role role) {
    switch (role) {
        case Row::Role::group:
            return "group";
        case Row::Role::line:
            return "line";
        case Row::Role::subtotal:
            return "subtotal";
        case Row::Role::of_which:
            return "of-which";
        case Row::Role::total:
            return "total";
        case Row::Role::net:
            return "net";
        case Row::Role::result:
            break;
    }
    return "result";
}

const char* name(Breadth breadth) {
    switch (breadth) {
        case Breadth::portrait:
            return "portrait";
        case Breadth::landscape:
            return "landscape";
        case Breadth::dense:
            break;
    }
    return "dense";
}

/// What is shown, as a button that says where it comes from where that is known.
std::string shown_in(const Cell& cell, const std::string& text) {
    if (cell.explanation.empty() || text.empty()) return in_markup(text);
    std::string lines;
    for (const char letter : cell.explanation) lines += letter == '\n' ? "&#10;" : in_markup(std::string_view(&letter, 1));
    return fmt::format("<button type=\"button\" class=\"why\" data-why=\"{}\">{}</button>", lines, in_markup(text));
}

/// Writes one table, row by row.
class Writer {
 public:
    Writer(const Table& table, std::string_view id, wording::Language language) : table_(table), id_(id), language_(language) {}

    std::string write() {
        out_ = fmt::format("<div class=\"table {}\">\n", name(breadth_of(table_)));
        out_ += fmt::format("<div class=\"scroll\" role=\"region\" aria-labelledby=\"{}\" tabindex=\"0\">\n<table>\n", id_);
        put_caption();
        put_heading();
        put_rows();
        out_ += "</table>\n</div>\n";
        put_notes();
        return out_ + "</div>\n";
    }

 private:
    void put_caption() { out_ += fmt::format("<caption id=\"{}\">{}</caption>\n", id_, in_markup(table_.caption)); }

    void put_heading() {
        out_ += "<thead><tr>";
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const std::string text = heading(table_, i);
            const std::string align = align_of(i);
            if (text.empty())
                out_ += "<td></td>";
            else if (i == 0 && table_.columns[0].heading.empty())  // the unit, which heads no figures
                out_ += element("td", text, " class=\"unit\"");
            else
                out_ += element("th", text, " scope=\"col\"" + align);
        }
        out_ += "</tr></thead>\n";
    }

    [[nodiscard]] std::string align_of(std::size_t column) const {
        return table_.columns[column].align == Column::Align::right ? " class=\"number\"" : "";
    }

    /// A group and the rows under it are a body of the table.
    void put_rows() {
        out_ += "<tbody>\n";
        bool first = true;
        for (const Row& row : table_.rows) {
            if (row.role == Row::Role::group && !first) out_ += "</tbody>\n<tbody>\n";
            first = false;
            put_row(row);
        }
        out_ += "</tbody>\n";
    }

    void put_row(const Row& row) {
        out_ += fmt::format("<tr class=\"{}\">", name(row.role));
        const std::string label = shown_label(row, language_);
        if (row.role == Row::Role::group)
            out_ += element("th", label, fmt::format(" scope=\"rowgroup\" colspan=\"{}\"", table_.columns.size()));
        else
            out_ += element("th", label, " scope=\"row\"");
        if (row.outcome) {
            out_ += fmt::format("<td class=\"words\" colspan=\"{}\">{}</td>", std::max<std::size_t>(table_.columns.size(), 2) - 1,
                                shown_in(row.outcome->value, on_one_line(row.outcome->words)));
        } else if (row.role != Row::Role::group) {
            for (std::size_t i = 1; i < row.cells.size(); ++i) put_cell(row.cells[i], i);
        }
        out_ += "</tr>\n";
    }

    /// Words in a column of figures may break; figures do not.
    void put_cell(const Cell& cell, std::size_t column) {
        constexpr std::size_t longest_figure = 18;
        const std::string text = shown(cell, language_);
        const bool is_long = width(text) > longest_figure && table_.columns[column].align == Column::Align::right;
        out_ += "<td" + (is_long ? " class=\"number long\"" : align_of(column)) + ">" + shown_in(cell, text) + "</td>";
    }

    void put_notes() {
        if (table_.notes.empty()) return;
        out_ += "<ul class=\"notes\">\n";
        for (const std::string& note : table_.notes) out_ += element("li", on_one_line(note)) + "\n";
        out_ += "</ul>\n";
    }

    const Table& table_;
    std::string_view id_;
    wording::Language language_;
    std::string out_;
};

}  // namespace

Breadth breadth_of(const Table& table) {
    if (table.columns.size() <= most_in_portrait) return Breadth::portrait;
    return table.columns.size() <= most_in_landscape ? Breadth::landscape : Breadth::dense;
}

std::string element(std::string_view name, std::string_view text, std::string_view attributes) {
    return fmt::format("<{}{}>{}</{}>", name, attributes, in_markup(text), name);
}

std::string table_in_html(const Table& table, std::string_view id, wording::Language language) {
    return table.columns.empty() ? "" : Writer(table, id, language).write();
}

}  // namespace provenu::output
