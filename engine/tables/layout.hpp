#pragma once

#include <optional>
#include <vector>

#include "tables/drafts.hpp"
#include "tables/years.hpp"

namespace provenu::tables {

/// The columns of a table without a section column.
struct Layout {
    YearRow years;
    std::size_t label = 0;
    std::optional<std::size_t> area;
    std::optional<SumColumn> sum;

    [[nodiscard]] bool is_year(std::size_t column) const;
};

/// Nothing where the sheet has no years, or no column before them.
std::optional<Layout> layout_of(const Sheet& sheet, diag::Diagnostics& found);

/// Whether a row has something under its years.
bool has_figures(const std::vector<Cell>& row, const YearRow& years);

/// The cell with the row's label: in the label column, or else the first text before the years, such as a total further left; in
/// the column of areas last.
const Cell* label_cell(const std::vector<Cell>& row, const Layout& layout);

}  // namespace provenu::tables
