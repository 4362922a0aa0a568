#include "tables/layout.hpp"

#include <algorithm>

#include "tables/words.hpp"

namespace provenu::tables {
namespace {

/// By its heading, else a column in which most texts beside figures are names of areas.
std::optional<std::size_t> area_column(const Sheet& sheet, const Layout& layout) {
    const auto& headings = sheet.rows[layout.years.row];
    for (std::size_t column = 0; column < headings.size(); ++column)
        if (heading_named(headings[column].text) == Heading::area) return column;
    std::size_t width = 0;
    for (const auto& row : sheet.rows) width = std::max(width, row.size());
    std::vector<int> named(width), others(width);
    for (std::size_t i = layout.years.row + 1; i < sheet.rows.size(); ++i) {
        if (!has_figures(sheet.rows[i], layout.years)) continue;
        for (std::size_t column = 0; column < sheet.rows[i].size(); ++column)
            if (!sheet.rows[i][column].text.empty()) ++(area_named(sheet.rows[i][column].text) ? named : others)[column];
    }
    for (std::size_t column = 0; column < width; ++column)
        if (!layout.is_year(column) && named[column] > 1 && named[column] > others[column]) return column;
    return {};
}

/// The column before the years with most to read in it.
std::size_t label_column(const Sheet& sheet, const Layout& layout) {
    std::vector<std::size_t> letters(layout.years.columns.front());
    for (std::size_t i = layout.years.row + 1; i < sheet.rows.size(); ++i) {
        if (!has_figures(sheet.rows[i], layout.years)) continue;
        for (std::size_t column = 0; column < std::min(letters.size(), sheet.rows[i].size()); ++column)
            if (column != layout.area && !sheet.rows[i][column].number) letters[column] += sheet.rows[i][column].text.size();
    }
    return static_cast<std::size_t>(std::ranges::max_element(letters) - letters.begin());
}

}  // namespace

bool Layout::is_year(std::size_t column) const {
    return std::ranges::find(years.columns, column) != years.columns.end();
}

bool has_figures(const std::vector<Cell>& row, const YearRow& years) {
    return std::ranges::any_of(figures_of(row, years), [](const Cell* cell) { return cell != nullptr && !cell->text.empty(); });
}

std::optional<Layout> layout_of(const Sheet& sheet, diag::Diagnostics& found) {
    auto years = year_row(sheet, 2, found);
    if (!years || years->columns.front() == 0) return {};
    Layout layout{std::move(*years), 0, {}, {}};
    layout.sum = sum_column(sheet, layout.years);
    layout.area = area_column(sheet, layout);
    layout.label = label_column(sheet, layout);
    if (layout.area == layout.label) layout.area.reset();
    return layout;
}

const Cell* label_cell(const std::vector<Cell>& row, const Layout& layout) {
    const Cell* cell = cell_of(row, layout.label);
    if (cell != nullptr && !cell->text.empty()) return cell;
    for (std::size_t column = 0; column < std::min(row.size(), layout.years.columns.front()); ++column)
        if (column != layout.area && !row[column].text.empty() && !row[column].number) return &row[column];
    const Cell* area = layout.area ? cell_of(row, *layout.area) : nullptr;
    return area != nullptr && !area->text.empty() && *layout.area < layout.years.columns.front() ? area : nullptr;
}

}  // namespace provenu::tables
