#pragma once

#include <string_view>

#include "provenu/compile/plan.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// Where a figure comes from, down to the inputs and their sources: `anchoring[2026]`, `net[2027]`, `payback.service`, `npv`, or
/// `anchoring` for all years of the table. An address that names nothing is an error with the nearest one.
diag::Result<Document> explain(const compile::Plan& plan, std::string_view address, wording::Language language);

}  // namespace provenu::report
