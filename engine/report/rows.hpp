#pragma once

#include <string>
#include <vector>

#include "provenu/report/document.hpp"
#include "provenu/report/run.hpp"
#include "report/amounts.hpp"
#include "report/findings.hpp"

namespace provenu::report {

/// The rows of the committee's table in their order, for columns label, area, years.
std::vector<Row> amount_rows(const Findings& findings, const Amounts& amounts);

/// Its last rows: paybacks, present value, peak, investment need, full phase-in.
std::vector<Row> result_rows(const Findings& findings, std::size_t columns);

/// The committee's table with these footnotes.
Table committee_table_of(const Findings& findings, std::vector<std::string> notes);

/// The tables of a proposal under its title, the first with these footnotes.
Document tables_of(const Findings& findings, std::vector<std::string> notes, const std::optional<Decided>& decided);

/// What stands below it: Table 2, staff, key figures, who pays.
std::vector<Table> tables_below(const Findings& findings, const std::optional<Decided>& decided);

}  // namespace provenu::report
