#pragma once

#include <optional>
#include <string>

#include "report/findings.hpp"

namespace provenu::report {

/// The last year with an amount, of what goes on after the table and yet ends by itself, such as a stock that nobody enters any
/// more; nothing for what ends within the table or goes on for as long as is calculated.
std::optional<int> runs_out_after(const Findings& findings, const std::string& name);

/// Whether there is an amount at the level that goes on after the table.
bool goes_on(const Findings& findings, const std::string& name);

}  // namespace provenu::report
