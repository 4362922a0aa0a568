#include <algorithm>
#include <cmath>

#include "report/layout.hpp"
#include "report/marks.hpp"
#include "report/small_tables.hpp"

namespace provenu::report {
namespace {

bool is_yearly(const Findings& findings, const compile::PlannedFigure& figure) {
    return findings.figures.block(figure.id).cols() > 1;
}

std::vector<Cell> cells(const Findings& findings, const compile::PlannedFigure& figure, bool with_years) {
    const std::vector<double> values = is_yearly(findings, figure) ? yearly(findings, figure.id) : std::vector<double>{};
    std::vector<Cell> cells{label_cell(in_words(figure.label, findings.language, figure.id))};
    for (std::size_t i = 0; with_years && i < static_cast<std::size_t>(findings.years().count()); ++i) {
        const std::string where = address(figure.id, findings.years().first + static_cast<int>(i));
        cells.push_back(values.empty() ? Cell{} : figure_cell({values[i], decimals_of(values[i]), 0}, where));
    }
    const double value = findings.figures.scalar(figure.id);
    cells.push_back(values.empty() ? figure_cell({value, decimals_of(value), 0}, figure.id) : Cell{});
    cells.push_back(label_cell(unit_in_words(figure.unit, findings.plan.book.money, findings.language)));
    return cells;
}

}  // namespace

int decimals_of(double value) {
    const double size = std::abs(value);
    if (!std::isfinite(value) || size >= 1000 || std::abs(value - std::round(value)) < 1e-9) return 0;
    return size >= 10 ? 1 : 2;
}

Table key_figure_table(const Findings& findings) {
    const std::vector<compile::PlannedFigure>& figures = findings.plan.figures;
    const bool with_years =
        std::any_of(figures.begin(), figures.end(), [&](const auto& figure) { return is_yearly(findings, figure); });
    Table table;
    table.caption = wording::text(findings.language, "table.key_figures");
    table.columns.push_back(label_column());
    if (with_years) add_year_columns(table.columns, findings.years());
    table.columns.push_back({wording::text(findings.language, "table.value"), "value", Column::Align::right});
    table.columns.push_back({wording::text(findings.language, "table.measured_in"), "note", Column::Align::left});
    NumberedNotes notes;
    for (const compile::PlannedFigure& figure : figures) {
        table.rows.push_back(row(Row::Role::line, "key_figure", cells(findings, figure, with_years), table.columns.size()));
        notes.refer(table.rows.back(), figure.note);
    }
    table.notes = notes.in_words();
    return table;
}

}  // namespace provenu::report
