#include "cli/completion.hpp"

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"

namespace provenu::cli {
namespace {

Status completion(const Asked& asked) {
    const auto shell = asked.value("SHELL");
    if (shell == "zsh") return deliver(zsh_completion(commands()), asked);
    if (shell == "fish") return deliver(fish_completion(commands()), asked);
    return deliver(bash_completion(commands()), asked);
}

std::string names(const std::vector<Command>& commands) {
    std::string all;
    for (const auto& command : commands) all += fmt::format("{} ", command.name);
    return all + "--help --version";
}

std::string dashed(const Command& command) {
    std::string all;
    for (const auto& option : command.options) all += fmt::format("--{} ", option.name);
    return all + "--help";
}

/// `pattern` lines of a shell's `case`, for every option with a closed set of values; `{}` are command, option, values.
std::string values_by_option(const std::vector<Command>& commands, const char* line) {
    std::string lines;
    for (const auto& command : commands)
        for (const auto& option : command.options)
            if (!option.choices.empty())
                lines += fmt::format(fmt::runtime(line), command.name, option.name, fmt::join(option.choices, " "));
    return lines;
}

std::string options_by_command(const std::vector<Command>& commands, const char* line) {
    std::string lines;
    for (const auto& command : commands) lines += fmt::format(fmt::runtime(line), command.name, dashed(command));
    return lines;
}

/// For commands whose first word is one of a closed set.
std::string words_by_command(const std::vector<Command>& commands, const char* line) {
    std::string lines;
    for (const auto& command : commands)
        if (!command.positionals.empty() && !command.positionals.front().choices.empty())
            lines += fmt::format(fmt::runtime(line), command.name, fmt::join(command.positionals.front().choices, " "));
    return lines;
}

/// In single quotes, as the shells want them: bash and zsh close and reopen, fish escapes.
std::string quoted(std::string_view text, std::string_view apostrophe) {
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? std::string(apostrophe) : std::string(1, c);
    return result + "'";
}

}  // namespace

std::string bash_completion(const std::vector<Command>& commands) {
    return fmt::format(R"(# bash completion for provenu
_provenu() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}} command=${{COMP_WORDS[1]}} words=
    if [ "$COMP_CWORD" -eq 1 ]; then
        words="{}"
    else
        case "$command" in
{}        esac
        [[ $word == -* ]] && case "$command" in
{}        esac
        case "$command $before" in
{}        esac
    fi
    if [ -n "$words" ]; then
        COMPREPLY=($(compgen -W "$words" -- "$word"))
    else
        COMPREPLY=($(compgen -f -- "$word"))
    fi
}}
complete -o filenames -F _provenu provenu
)",
                       names(commands), words_by_command(commands, "            {}) words=\"{}\" ;;\n"),
                       options_by_command(commands, "            {}) words=\"{}\" ;;\n"),
                       values_by_option(commands, "            \"{} --{}\") words=\"{}\" ;;\n"));
}

std::string zsh_completion(const std::vector<Command>& commands) {
    std::string described;
    for (const auto& command : commands)
        described += fmt::format("        {}\n", quoted(fmt::format("{}:{}", command.name, command.description), "'\\''"));
    return fmt::format(R"(#compdef provenu
local command=$words[2]
if (( CURRENT == 2 )); then
    local -a commands=(
{}    )
    _describe command commands
    return
fi
case "$command $words[CURRENT-1]" in
{}esac
if [[ $words[CURRENT] == -* ]]; then
    case $command in
{}    esac
    return
fi
case $command in
{}    *) _files ;;
esac
)",
                       described, values_by_option(commands, "    \"{} --{}\") compadd -- {}; return ;;\n"),
                       options_by_command(commands, "        {}) compadd -- {} ;;\n"),
                       words_by_command(commands, "    {}) compadd -- {} ;;\n"));
}

std::string fish_completion(const std::vector<Command>& commands) {
    std::string script = "# fish completion for provenu\n";
    for (const auto& command : commands) {
        script += fmt::format("complete -c provenu -n __fish_use_subcommand -f -a {} -d {}\n", command.name,
                              quoted(command.description, "\\'"));
        const auto seen = fmt::format("complete -c provenu -n '__fish_seen_subcommand_from {}'", command.name);
        for (const auto& option : command.options) {
            script += fmt::format("{} -l {} -d {}", seen, option.name, quoted(option.description, "\\'"));
            if (!option.letter.empty()) script += fmt::format(" -s {}", option.letter);
            if (option.takes == Takes::file) script += " -r -F";
            if (option.takes == Takes::text) script += fmt::format(" -x -a '{}'", fmt::join(option.choices, " "));
            script += '\n';
        }
        if (!command.positionals.empty() && !command.positionals.front().choices.empty())
            script += fmt::format("{} -f -a '{}'\n", seen, fmt::join(command.positionals.front().choices, " "));
    }
    return script;
}

Command completion_command() {
    return {"completion",
            "A script that teaches your shell the commands and options",
            "provenu completion bash > ~/.local/share/bash-completion/completions/provenu",
            {{"SHELL", "The shell", true, false, Takes::text, {"bash", "zsh", "fish"}}},
            {output_option()},
            completion};
}

}  // namespace provenu::cli
