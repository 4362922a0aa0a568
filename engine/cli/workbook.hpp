#pragma once

#include "cli/command.hpp"
#include "cli/endings.hpp"

namespace provenu::cli {

/// A proposal as a workbook: as it is, and under each scenario that is asked for.
Status report_workbook(const Asked& asked, const Ending& ending);

}  // namespace provenu::cli
