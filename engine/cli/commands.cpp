#include "cli/commands.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace provenu::cli {

std::optional<std::string> Asked::value(std::string_view name) const {
    const auto found = values.find(name);
    if (found == values.end() || found->second.empty()) return std::nullopt;
    return found->second.back();
}

std::vector<std::string> Asked::all(std::string_view name) const {
    const auto found = values.find(name);
    return found == values.end() ? std::vector<std::string>{} : found->second;
}

std::vector<Command> commands() {
    return {run_command(),       check_command(),  explain_command(),  compare_command(), breakeven_command(),
            tornado_command(),   grid_command(),   simulate_command(), drivers_command(), audit_command(),
            portfolio_command(), report_command(), new_command(),      schema_command(),  completion_command()};
}

std::optional<Command> find_command(std::string_view name) {
    const auto all = commands();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Command& command) { return command.name == name; });
    if (found == all.end()) return std::nullopt;
    return *found;
}

std::string overview() {
    std::string page =
        "Provenu computes what a budget or investment proposal yields: net effects by year, balance and payback.\n\n"
        "Usage: provenu COMMAND [OPTIONS]\n\nCommands:\n";
    for (const auto& command : commands()) page += fmt::format("  {:<12}{}\n", command.name, command.description);
    page +=
        "\nOptions:\n  -h, --help  This page; after a command, the command's own\n  --version   The program's version\n\n"
        "Example:\n  provenu run proposal.yaml\n";
    return page;
}

}  // namespace provenu::cli
