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

/// The first row from `from` on with at least `least` years; nothing where there is none. Years that do not follow each
/// other are found, and the row counts as none.
std::optional<YearRow> year_row(const Sheet& sheet, std::size_t from, std::size_t least, diag::Diagnostics& found);

}  // namespace provenu::tables
