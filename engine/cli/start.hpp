#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace provenu::cli {

/// The whole program: finds the command that the first word names and carries it out with the others.
Status start(const std::vector<std::string>& words);

}  // namespace provenu::cli
