#pragma once

#include <string>
#include <utility>
#include <vector>

#include "provenu/report/document.hpp"

namespace provenu::output::documents {

using report::Cell;
using report::Column;
using report::Row;

/// A row of one line: label, area, two years.
inline Row row(Row::Role role, std::string section, std::string label, std::vector<Cell> figures) {
    Row row;
    row.role = role;
    row.section = std::move(section);
    row.cells = {{std::move(label), "", ""}, {std::string("Service"), "", "service"}};
    row.cells.insert(row.cells.end(), figures.begin(), figures.end());
    return row;
}

inline Cell figure(double value, int decimals = 0, double step = 0) {
    return {report::Figure{value, decimals, step}, "", ""};
}

/// A table of two years with the given rows.
inline report::Document table(std::vector<Row> rows) {
    report::Table table;
    table.caption = "Tabel 1";
    table.unit = "1.000 kr.";
    table.columns = {{"", "line", Column::Align::left},
                     {"Område", "area", Column::Align::left},
                     {"2026", "2026", Column::Align::right},
                     {"2027", "2027", Column::Align::right}};
    table.rows = std::move(rows);
    return {{std::move(table)}};
}

}  // namespace provenu::output::documents
