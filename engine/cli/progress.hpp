#pragma once

#include <functional>
#include <string>

namespace provenu::cli {

/// How far work is that goes through the draws several times, nobody knows beforehand how often: a share that falls begins the
/// next pass.
class Progress {
 public:
    /// The bar with its percentage, from the second pass on with the number of the pass; empty where it is as before.
    std::string bar(double share);

 private:
    int filled_ = -1;
    int passes_ = 1;
};

/// Draws a bar on standard error as work proceeds, where that is a terminal and the work takes long; nothing elsewhere.
/// \return what is told the share that is done
std::function<void(double)> progress_bar();

/// Takes the bar away again.
void end_progress();

}  // namespace provenu::cli
