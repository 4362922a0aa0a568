#pragma once

#include <string>

#include "provenu/diag/diagnostic.hpp"
#include "provenu/report/workbook.hpp"

namespace provenu::output {

/// The workbook as the bytes of an `.xlsx` file; the same workbook gives the same bytes. A disk that is full is an error.
diag::Result<std::string> xlsx(const report::Workbook& workbook);

}  // namespace provenu::output
