#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace provenu::cli {

/// Scripts that teach a shell the commands, their options and the values these take.
std::string bash_completion(const std::vector<Command>& commands);
std::string zsh_completion(const std::vector<Command>& commands);
std::string fish_completion(const std::vector<Command>& commands);

}  // namespace provenu::cli
