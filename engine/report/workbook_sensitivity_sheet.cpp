#include <algorithm>
#include <utility>

#include "report/findings.hpp"
#include "report/workbook_sheets.hpp"

namespace provenu::report {
namespace {

using Role = Look::Role;
using Format = Look::Format;

Format format_of(const Figure& figure) {
    return figure.decimals == 0 ? Format::whole : figure.decimals == 1 ? Format::one_decimal : Format::two_decimals;
}

/// Tables as they are, their figures as numbers.
class Sheet {
 public:
    Sheet(const Document& document, wording::Language language) : document_(document), language_(language) {
        sheet_.name = wording::text(language, "workbook.sheet.sensitivity");
        add(0, sheet_.name, {Role::title});
        ++line_;
        add(0, wording::text(language, "workbook.how.sensitivity"), {Role::quiet});
        line_ += 2;
    }

    WorkSheet build() {
        for (const Item& item : document_.items)
            if (const auto* table = std::get_if<Table>(&item)) add_table(*table);
        sheet_.widths = {50};
        sheet_.widths.resize(static_cast<std::size_t>(widest_), 15);
        return std::move(sheet_);
    }

 private:
    using Content = decltype(SheetCell::content);

    void add(int column, Content content, Look look, int until = 0) {
        sheet_.cells.push_back({line_, column, std::move(content), look, until});
        widest_ = std::max(widest_, column + 1);
    }

    void add_table(const Table& table) {
        const int last = static_cast<int>(table.columns.size()) - 1;
        add(0, table.caption + (table.unit.empty() ? "" : " (" + table.unit + ")"), {Role::group});
        for (int column = 1; column <= last; ++column) add(column, std::monostate{}, {Role::group});
        ++line_;
        for (int column = 0; column <= last; ++column) {
            const Column& heading = table.columns[static_cast<std::size_t>(column)];
            add(column, heading.heading, {Role::heading, Format::general, false, true, heading.align == Column::Align::right});
        }
        ++line_;
        in_one_place_ = false;
        for (const Row& row : table.rows) add_row(row, last);
        for (const std::string& note : table.notes) {
            add(0, note, {Role::quiet, Format::general, false, true}, last);
            ++line_;
        }
        ++line_;
    }

    /// What a row says in one place is of none of the columns, so it has a heading of its own.
    void add_row(const Row& row, int last) {
        if (!row.outcome) {
            for (int column = 0; column <= last; ++column) add_cell(row.cells[static_cast<std::size_t>(column)], column);
            ++line_;
            return;
        }
        if (!std::exchange(in_one_place_, true)) {
            for (int column = 0; column < last; ++column) add(column, std::monostate{}, {Role::heading});
            add(last, wording::text(language_, "table.value"), {Role::heading, Format::general, false, false, true});
            ++line_;
        }
        const bool is_figure = std::holds_alternative<Figure>(row.outcome->value.content);
        add_cell(row.cells.front(), 0);
        add_cell(is_figure ? row.outcome->value : Cell{row.outcome->words, "", ""}, last);
        ++line_;
    }

    void add_cell(const Cell& cell, int column) {
        if (const auto* figure = std::get_if<Figure>(&cell.content))
            return add(column, figure->value, {Role::figure, format_of(*figure), false, false, true});
        if (const auto* text = std::get_if<std::string>(&cell.content))
            add(column, *text, {column == 0 ? Role::label : Role::text, Format::general, false, column == 0, column > 0});
    }

    const Document& document_;
    wording::Language language_;
    bool in_one_place_ = false;
    WorkSheet sheet_;
    int line_ = 0;
    int widest_ = 2;
};

}  // namespace

WorkSheet sensitivity_sheet(const Document& tornado, wording::Language language) {
    return Sheet(tornado, language).build();
}

}  // namespace provenu::report
