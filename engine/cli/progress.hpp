#pragma once

#include <functional>

namespace provenu::cli {

/// Draws a bar on standard error as work proceeds, where that is a terminal and the work takes long; nothing elsewhere.
/// \return what is told the share that is done
std::function<void(double)> progress_bar();

/// Takes the bar away again.
void end_progress();

}  // namespace provenu::cli
