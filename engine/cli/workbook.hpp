#pragma once

#include <vector>

#include "cli/command.hpp"
#include "cli/endings.hpp"

namespace provenu::cli {

/// Options that only a workbook has a use for.
std::vector<Option> workbook_options();

/// A proposal as a workbook: as it is, and under each scenario that is asked for.
Status report_workbook(const Asked& asked, const Ending& ending);

}  // namespace provenu::cli
