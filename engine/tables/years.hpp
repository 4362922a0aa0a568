#pragma once

#include <optional>
#include <vector>

#include "provenu/quantity/time.hpp"
#include "provenu/tables/sheet.hpp"

namespace provenu::tables {

/// A heading that is a year and nothing else but a word for what is in it: `2026`, `Budget 2026`, `BO 2027`, `2026*`. A price
/// level
/// (`2027-p/l`) is none.
std::optional<int> year_of(const Cell& cell);

/// A row of years and the columns they head.
struct YearRow {
    std::size_t row = 0;
    quantity::Years years;
    std::vector<std::size_t> columns;  ///< by year
};

/// The years that follow each other in a row, if they are at least `least`. Where they do not follow each other, that is found
/// and the row counts as none.
std::optional<YearRow> years_in(const std::vector<Cell>& row, std::size_t least, diag::Diagnostics& found);

/// The first row with such years; nothing where there is none.
std::optional<YearRow> year_row(const Sheet& sheet, std::size_t least, diag::Diagnostics& found);

}  // namespace provenu::tables
