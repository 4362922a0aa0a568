#pragma once

#include <functional>
#include <initializer_list>

#include "report/drivers_findings.hpp"
#include "report/layout.hpp"

namespace provenu::report {

/// A table begun: caption, unit, and the column of labels.
Table drivers_table(const DriverFindings& findings, std::string caption);

/// Columns of figures: the heading's key under `drivers.column.`, and what tables as CSV call the column.
struct FigureColumn {
    const char* heading;
    const char* key;
};
void add_figure_columns(const DriverFindings& findings, Table& table, std::initializer_list<FigureColumn> columns);

/// The drivers of an area, or those of none, in the file's order.
struct DriverGroup {
    std::string area;   ///< id; empty: of none
    std::string label;  ///< empty where the file has no areas
    std::vector<const model::Driver*> drivers;
};
std::vector<DriverGroup> groups_of(const DriverFindings& findings);

/// A heading over the rows of a group.
void add_heading(Table& table, const std::string& label);

/// What a row's figures are named by (a driver's id, `area.<id>`, `total`), and its driver if it is of one.
struct DriverRow {
    std::string name;
    const model::Driver* driver = nullptr;
};

/// A row for each driver, grouped by area with a sum each, and one for all together; `cells` gives those after the label.
void add_rows_by_area(const DriverFindings& findings, Table& table, const std::string& section,
                      const std::function<std::vector<Cell>(const DriverRow&)>& cells);

/// Numbers the drivers' rows by the footnotes they have, and puts these under the table.
void add_notes(const DriverFindings& findings, Table& table, const std::function<std::string(const model::Driver&)>& note);

/// Decimals that suit every value of a column: none where all are whole, else three digits of the smallest and at least one
/// decimal.
int decimals_for(const std::vector<double>& values);

/// An amount of money.
Cell money_cell(const DriverFindings& findings, const std::string& name);

Table deviation_table(const DriverFindings& findings);
Table activity_table(const DriverFindings& findings);
Table next_years_table(const DriverFindings& findings, int number);
Table revisions_table(const DriverFindings& findings, int number);

}  // namespace provenu::report
