#pragma once

#include <string>
#include <string_view>

#include "cli/command.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::cli {

/// Prints findings of at least this weight on standard error; the words error and warning in colour on a terminal, unless
/// NO_COLOR is set.
void show(const diag::Diagnostics& findings, wording::Language language, diag::Severity least = diag::Severity::warning);

/// The result of a command: to the file of `--output`, else to standard output. A reader who has left early is no error.
Status deliver(std::string_view content, const Asked& asked);

/// To a file, whole or not at all.
Status write(std::string_view content, const std::string& path, wording::Language language);

}  // namespace provenu::cli
