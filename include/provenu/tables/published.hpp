#pragma once

#include <optional>
#include <string>
#include <vector>

#include "provenu/quantity/time.hpp"
#include "provenu/quantity/unit.hpp"
#include "provenu/tables/sheet.hpp"

namespace provenu::tables {

/// A row of a committee's table as printed.
struct PublishedRow {
    /// `recurring`, `implementation`, `recurring_total`, `recurring_total_<area>`, `recurring_net_efficiency`,
    /// `implementation_total`, `implementation_total_<area>`, `net`, `balance`, `payback_service`, `payback_total`; `subtotal`:
    /// of other rows than any of these would add.
    std::string section;
    std::string label;                          ///< as printed, marks such as `*` included
    std::string area;                           ///< id: `service`, `transfers` ...; empty: not said
    std::vector<std::optional<double>> values;  ///< by year of the table, in its unit; none: the cell is empty
    std::optional<double> value;                ///< a figure of the whole row, such as years of payback
    std::string note;
    std::vector<std::size_t> parts = {};  ///< of a `subtotal`: the rows that it adds, by their place in the table
    std::optional<double> sum = {};       ///< in the column of sums over the years
    diag::Place sum_place = {};           ///< of that figure
    diag::Place place;                    ///< of its label
    std::vector<diag::Place> places;      ///< of its values; of no source where the row has no such cell
};

/// A table of a paper: what its authors printed, right or wrong.
struct PublishedTable {
    std::string path;
    std::string sheet;  ///< of a workbook; else empty
    std::string title;  ///< above the table; may be empty
    quantity::Years years;
    std::optional<quantity::Money> unit;  ///< where the table says it: `1.000 kr.`
    std::optional<int> price_level;       ///< where the table says it: `2027-p/l`
    double step = 1;                      ///< the last digit that its figures print: 1, 0.1 ...
    std::vector<PublishedRow> rows;       ///< as printed, from the top
    std::string sum_heading = {};         ///< of the column of sums over the years; empty: there is none
    quantity::Years sum_years = {};       ///< that it adds up
};

/// Finds the table in a sheet: by its section column, or by its headings where it has none. Rows of our own CSV that are no
/// part of a Table 1 (present value, FTE, frames ...) are left out.
diag::Result<PublishedTable> published(const Sheet& sheet);

/// The units to which the table's figures may be rounded, the coarsest first and the last digit that is printed last: 1, 5, 10,
/// 25, 50, 100 ... of that digit of which (nearly) all of them are multiples, where there are so many that this is no chance.
std::vector<double> rounding_units(const PublishedTable& table);

/// Whether a row is a line: a row of the sections `recurring` and `implementation`, and so no total.
inline bool is_line(const PublishedRow& row) {
    return row.section == "recurring" || row.section == "implementation";
}

}  // namespace provenu::tables
