#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "provenu/quantity/unit.hpp"
#include "tables/drafts.hpp"

namespace provenu::tables {

/// A unit of money in a text, and how it is written: `1.000 kr.` in `Beløb i 1.000 kr., 2027-p/l`.
struct UnitInText {
    quantity::Money money;
    std::string written;
};

/// The first unit that is no amount: `mio. kr.` counts, `10 mio. kr.` does not.
std::optional<UnitInText> unit_in(std::string_view text);

/// The year of `2027-p/l`, `27-pl`, `p/l 2027`, `2027-priser`, `2027 prices`.
std::optional<int> price_level_in(std::string_view text);

/// Title, unit and price level from what stands above the years and in their row.
void read_above(const Sheet& sheet, std::size_t row_of_years, TableDraft& draft);

/// The price level from what is said below the table, where it was not said above: `Alle beløb er i 2027-pris- og lønniveau`.
void read_below(const Sheet& sheet, std::size_t row_of_years, TableDraft& draft);

}  // namespace provenu::tables
