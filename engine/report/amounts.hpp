#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/findings.hpp"

namespace provenu::report {

/// The amounts of a table's rows before they are printed, by name of definition and year of the table: the figures as they
/// are or, where the house adds rounded lines, the rounded lines and their sums.
using Amounts = std::map<std::string, std::vector<double>, std::less<>>;
Amounts amounts_of(const Findings& findings);

/// Whether the rows add up to their totals once each has been rounded for print.
bool printed_rows_add_up(const Findings& findings, const Amounts& amounts);

/// `recurring` or `implementation`.
std::string name(model::Section section);

}  // namespace provenu::report
