#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace provenu::cli {

Command run_command();
Command check_command();
Command explain_command();
Command compare_command();
Command breakeven_command();
Command grid_command();
Command simulate_command();
Command tornado_command();
Command drivers_command();
Command audit_command();
Command portfolio_command();
Command report_command();
Command new_command();
Command schema_command();
Command completion_command();

/// Every command, in the order of the help.
std::vector<Command> commands();

std::optional<Command> find_command(std::string_view name);

/// What `provenu --help` prints.
std::string overview();

}  // namespace provenu::cli
