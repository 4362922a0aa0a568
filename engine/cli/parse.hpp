#pragma once

#include <string>
#include <variant>
#include <vector>

#include "cli/command.hpp"
#include "provenu/diag/diagnostic.hpp"

namespace provenu::cli {

/// The page that `--help` asked for.
struct Help {
    std::string page;
};

/// The words after the command's name, as options and positionals of that command, or the first thing wrong with them.
std::variant<Asked, Help, diag::Diagnostic> parse(const Command& command, const std::vector<std::string>& words);

}  // namespace provenu::cli
