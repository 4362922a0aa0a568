#include "cli/start.hpp"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <optional>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/mistakes.hpp"
#include "cli/parse.hpp"

namespace provenu::cli {
namespace {

constexpr std::string_view version_line = "provenu " PROVENU_VERSION "\n";

/// The language of messages about a command line that cannot be read as a whole.
wording::Language language_in(const std::vector<std::string>& words) {
    const auto option = std::find(words.begin(), words.end(), "--lang");
    const bool danish = (option != words.end() && option + 1 != words.end() && *(option + 1) == "da") ||
                        std::find(words.begin(), words.end(), "--lang=da") != words.end();
    return danish ? wording::Language::danish : wording::Language::english;
}

Status refuse(const diag::Diagnostic& mistake, const std::vector<std::string>& words) {
    diag::Diagnostics findings;
    findings.error(mistake.code, mistake.place, mistake.arguments);
    show(findings, language_in(words));
    return Status::wrong_command_line;
}

/// Text under a name that some program would open as another kind of file, which `report` alone writes.
std::optional<diag::Diagnostic> name_of_another_kind(const Command& command, const Asked& asked) {
    const auto path = asked.value("output");
    if (!path || command.name == "report") return std::nullopt;
    std::string small = *path;
    std::ranges::transform(small, small.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    for (const std::string_view ending : {".pdf", ".docx", ".doc", ".xlsx", ".xls", ".html", ".png", ".svg"})
        if (small.ends_with(ending))
            return diag::Diagnostic{
                diag::Severity::error, "P984", {}, {{"path", *path}, {"command", "provenu " + std::string(command.name)}}};
    return std::nullopt;
}

Status carry_out(const Command& command, const std::vector<std::string>& words) {
    const auto parsed = parse(command, words);
    if (const auto* help = std::get_if<Help>(&parsed)) return deliver(help->page, {});
    if (const auto* mistake = std::get_if<diag::Diagnostic>(&parsed)) return refuse(*mistake, words);
    const Asked& asked = std::get<Asked>(parsed);
    if (const auto mistake = name_of_another_kind(command, asked)) return refuse(*mistake, words);
    return command.carry_out(asked);
}

}  // namespace

Status start(const std::vector<std::string>& words) {
    if (words.empty()) {
        std::fputs(overview().c_str(), stderr);
        return Status::wrong_command_line;
    }
    const auto& first = words.front();
    if (first == "--help" || first == "-h" || first == "help") return deliver(overview(), {});
    if (first == "--version") return deliver(version_line, {});
    if (const auto command = find_command(first)) return carry_out(*command, {words.begin() + 1, words.end()});
    return refuse(unknown_command(first), words);
}

}  // namespace provenu::cli
