#pragma once

#include <string>
#include <vector>

#include "provenu/report/document.hpp"
#include "report/amounts.hpp"
#include "report/findings.hpp"

namespace provenu::report {

/// The rows of the committee's table in their order, for columns label, area, years.
std::vector<Row> amount_rows(const Findings& findings, const Amounts& amounts);

/// Its last rows: paybacks, present value, peak, investment need, full phase-in.
std::vector<Row> result_rows(const Findings& findings, std::size_t columns);

}  // namespace provenu::report
