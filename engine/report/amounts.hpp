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

/// A row that the reader can add up from other rows, by name of definition.
struct PrintedSum {
    struct Term {
        std::string name;
        double sign = 1;
    };
    std::string total;
    std::vector<Term> terms;
};

/// Every sum of the table, each after the rows it adds; one that can be added in two ways stands twice.
std::vector<PrintedSum> sums_of(const compile::Plan& plan);

/// `recurring` or `implementation`.
std::string name(model::Section section);

}  // namespace provenu::report
