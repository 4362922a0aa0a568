#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "provenu/diag/diagnostic.hpp"

namespace provenu::cli {

/// What can be wrong with a command line, each with the nearest right spelling where there is one.
diag::Diagnostic unknown_command(const std::string& written);
diag::Diagnostic value_missing(const Command& command, const std::string& option);
diag::Diagnostic wrong_value(const Option& option, const std::string& written);
diag::Diagnostic not_understood(const std::string& why);

/// A word of the other language, and the name it stands for.
struct Said {
    std::string_view word;
    std::string_view name;
};

/// The name most likely meant: one that is near, or whose word in the other language is.
std::optional<std::string> name_meant(const std::string& written, std::vector<std::string> names, std::span<const Said> words);

/// The first of: a word the command does not know, a positional that is missing, a value that is not among the choices.
std::optional<diag::Diagnostic> first_mistake(const Command& command, const Asked& asked, const std::vector<std::string>& left);

}  // namespace provenu::cli
