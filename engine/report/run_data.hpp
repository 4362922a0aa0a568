#pragma once

#include "provenu/report/data.hpp"
#include "report/findings.hpp"
#include "report/payback.hpp"

namespace provenu::report {

/// A count or a year as an integer; null where there is none.
Data whole(double value);

/// Every line with its years and its carried level.
Data lines_data(const Findings& findings);
/// `total` and `service` of a result: `net`, `balance`.
Data by_basis_data(const Findings& findings, const std::string& name);
/// `1000 DKK`
std::string money_name(quantity::Money money);

/// How one flow pays back, by the name of its definitions.
Data payback_on(const Findings& findings, const std::string& name);

/// Payback on both bases, and on the total in every convention that needs no date.
Data payback_data(const Findings& findings);

}  // namespace provenu::report
