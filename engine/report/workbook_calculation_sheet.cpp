#include <cmath>

#include "report/findings.hpp"
#include "report/layout.hpp"
#include "report/workbook_sheets.hpp"

namespace provenu::report {
namespace {

using formula::Shape;
using formula::SheetRow;
using Role = Look::Role;
using Format = Look::Format;

class Sheet {
 public:
    Sheet(const CaseSheets& sheets, wording::Language language) : sheets_(sheets), language_(language) {
        sheet_.name = sheets.calculation_sheet;
    }

    WorkSheet build() {
        add_head();
        add_rows();
        const quantity::Axis& axis = sheets_.book().axis;
        sheet_.widths = {44, 30, 18, 12};
        const int columns = years_at + axis.columns();
        sheet_.widths.resize(static_cast<std::size_t>(columns), 10);
        sheet_.frozen_lines = header_line + 1;
        sheet_.frozen_columns = 1;
        sheet_.repeated = {header_line, header_line};
        sheet_.printed_columns = years_at + axis.table.count();
        return std::move(sheet_);
    }

 private:
    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(language_, key, arguments);
    }

    void add(int line, int column, decltype(SheetCell::content) content, Look look) {
        sheet_.cells.push_back({line, column, std::move(content), look, 0});
    }

    void add_head() {
        const compile::Plan& plan = sheets_.plan();
        add(0, 0, words("workbook.sheet.calculation") + ": " + scenario_of(plan, language_), {Role::title});
        add(1, 0, words("workbook.calculation.note", {{"last", std::to_string(sheets_.book().axis.all().last)}}), {Role::quiet});
        for (const auto& [column, key] : {std::pair{label_at, "workbook.figure"},
                                          {second_at, "workbook.address"},
                                          {unit_at, "workbook.unit"},
                                          {value_at, "table.value"}})
            add(header_line, column, words(key), {Role::heading});
        const quantity::Axis& axis = sheets_.book().axis;
        const Look look{Role::heading, Format::year, false, false, true};
        for (int column = 0; column < axis.years(); ++column) {
            const std::string before = formula::column_letters(years_at + column - 1) + "$" + std::to_string(header_line + 1);
            const std::string year = column == 0 ? reference(sheets_.inputs_sheet, header_line, years_at) : before + "+1";
            add(header_line, years_at + column, LiveFormula{year, static_cast<double>(axis.year(column))}, look);
        }
        add(header_line, years_at + axis.carried(), words("workbook.carried"),
            {Role::heading, Format::general, false, false, true});
    }

    void add_rows() {
        std::size_t named = 0;
        std::vector<std::size_t> ends;
        for (const DefinitionGroup& group : sheets_.groups) ends.push_back(named += group.names.size());
        std::optional<std::size_t> current;
        const auto& rows = sheets_.rows->rows();
        for (std::size_t row = 0; row < rows.size(); ++row) {
            std::size_t group = 0;
            while (rows[row].asked >= ends[group]) ++group;
            if (current != group) add_group(sheets_.grid.lines[row] - 2, sheets_.groups[group].key);
            current = group;
            add_row(row);
        }
    }

    void add_group(int line, const std::string& key) {
        for (int column = 0; column < years_at + sheets_.book().axis.columns(); ++column)
            add(line, column, column == 0 ? decltype(SheetCell::content)(words(key)) : std::monostate{}, {Role::group});
    }

    [[nodiscard]] std::string helper_label(const SheetRow& row) const {
        switch (row.of) {
            case SheetRow::Of::balance:
                return words("workbook.helper.balance");
            case SheetRow::Of::crossing:
                return words("workbook.helper.crossing");
            case SheetRow::Of::outlay:
                return words("workbook.helper.outlay");
            case SheetRow::Of::factor:
                return words("workbook.helper.factor");
            case SheetRow::Of::sign:
                return words("workbook.helper.sign");
            default:
                break;
        }
        return words("workbook.helper.branch");
    }

    [[nodiscard]] Format helper_format(const SheetRow& row) const {
        switch (row.of) {
            case SheetRow::Of::balance:
                return amount_format(sheets_.book().money, 1);
            case SheetRow::Of::crossing:
                return Format::two_decimals;
            case SheetRow::Of::factor:
                return Format::factor;
            default:
                return Format::general;
        }
    }

    void add_row(std::size_t position) {
        const SheetRow& row = sheets_.rows->rows()[position];
        const int line = sheets_.grid.lines[position] - 1;
        const formula::Definition& definition = *sheets_.book().find(row.name);
        const bool own = row.of == SheetRow::Of::definition;
        const Role role = own ? Role::figure : Role::helper;
        add(line, label_at, own ? label_of(*sheets_.of, definition, language_) : helper_label(row),
            {own ? Role::label : Role::helper, Format::general, false, own});
        if (own) add(line, second_at, definition.name, {Role::quiet});
        if (own) add(line, unit_at, unit_of(definition), {Role::quiet});
        const Format format = own ? format_of(definition, sheets_.book().money) : helper_format(row);
        const int columns = row.shape == Shape::scalar ? 1 : sheets_.book().axis.columns();
        for (int column = 0; column < columns; ++column) {
            const int at = row.shape == Shape::scalar ? value_at : years_at + column;
            add_figure(position, column, {line, at, {}, {role, format, false, false, true}, 0});
        }
    }

    /// A definition that comes to no number shows a dash, whatever its formula would give.
    void add_figure(std::size_t row, int column, SheetCell cell) {
        std::string formula = sheets_.rows->formula(row, column, sheets_.grid);
        if (formula.empty()) return;
        const double worth = sheets_.worth[row][static_cast<std::size_t>(column)];
        std::variant<double, std::string> shown = in_cells(worth);
        const SheetRow& of = sheets_.rows->rows()[row];
        const bool rate = of.of == SheetRow::Of::definition && (of.name == "irr" || of.name == "irr.count");
        if (rate && sheets_.changes_of_sign("irr") > 1) shown = "–";
        const bool divided = formula.find('/') != std::string::npos;
        const bool says_so_itself = formula.find("\"–\"") != std::string::npos;
        if (!std::isfinite(worth) && divided && !says_so_itself) {
            formula = "IFERROR(" + formula + ",\"–\")";
            shown = "–";
        }
        cell.content = LiveFormula{std::move(formula), std::move(shown)};
        sheet_.cells.push_back(std::move(cell));
    }

    [[nodiscard]] std::string unit_of(const formula::Definition& definition) const {
        if (definition.is_calendar_year) return words("workbook.unit.year");
        if (definition.is_share) return words("workbook.unit.share");
        return unit_in_words(definition.unit, sheets_.book().money, language_);
    }

    const CaseSheets& sheets_;
    wording::Language language_;
    WorkSheet sheet_;
};

}  // namespace

WorkSheet calculation_sheet(const CaseSheets& sheets, wording::Language language) {
    return Sheet(sheets, language).build();
}

}  // namespace provenu::report
