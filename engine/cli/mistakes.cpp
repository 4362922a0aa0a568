#include "cli/mistakes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "provenu/diag/nearest.hpp"

namespace provenu::cli {
namespace {

diag::Diagnostic mistake(std::string code, std::vector<diag::Argument> arguments) {
    return {diag::Severity::error, std::move(code), {}, std::move(arguments)};
}

/// One code where something is near, the next one up, which lists what there is, where nothing is.
diag::Diagnostic with_nearest(const std::string& near_code, const std::string& far_code, std::vector<diag::Argument> arguments,
                              const std::vector<std::string>& candidates, std::span<const Said> words = {}) {
    const auto& written = arguments.front().value;
    if (const auto near = name_meant(written, candidates, words)) {
        arguments.push_back({"nearest", *near});
        return mistake(near_code, std::move(arguments));
    }
    arguments.push_back({"all", fmt::format("{}", fmt::join(candidates, ", "))});
    return mistake(far_code, std::move(arguments));
}

std::vector<std::string> option_names(const Command& command) {
    std::vector<std::string> names;
    for (const auto& option : command.options) names.push_back(fmt::format("--{}", option.name));
    names.emplace_back("--help");
    return names;
}

bool allowed(const std::vector<std::string_view>& choices, std::string_view written) {
    const std::string_view word = written.substr(0, written.find(':'));  // what stands behind a colon is looked at later
    return choices.empty() || std::find(choices.begin(), choices.end(), word) != choices.end();
}

diag::Diagnostic wrong_choice(const std::string& written, std::string_view of, const std::vector<std::string_view>& choices) {
    return with_nearest("P957", "P958", {{"written", written}, {"of", std::string(of)}}, {choices.begin(), choices.end()});
}

diag::Diagnostic unknown_word(const Command& command, const std::string& written) {
    const std::string name(command.name);
    if (!written.starts_with('-')) return mistake("P954", {{"written", written}, {"command", name}});
    return with_nearest("P952", "P953", {{"written", written}, {"command", name}}, option_names(command));
}

}  // namespace

diag::Diagnostic unknown_command(const std::string& written) {
    std::vector<std::string> names;
    for (const auto& command : commands()) names.emplace_back(command.name);
    static constexpr Said danish[] = {{"kør", "run"},
                                      {"beregn", "run"},
                                      {"tjek", "check"},
                                      {"kontroller", "check"},
                                      {"forklar", "explain"},
                                      {"forklaring", "explain"},
                                      {"sammenlign", "compare"},
                                      {"sammenligning", "compare"},
                                      {"balancepunkt", "breakeven"},
                                      {"gitter", "grid"},
                                      {"simuler", "simulate"},
                                      {"simulering", "simulate"},
                                      {"drivere", "drivers"},
                                      {"rapport", "report"},
                                      {"indstilling", "report"},
                                      {"nyt", "new"},
                                      {"skema", "schema"}};
    return with_nearest("P950", "P951", {{"written", written}}, names, danish);
}

std::optional<std::string> name_meant(const std::string& written, std::vector<std::string> names, std::span<const Said> words) {
    for (const Said& each : words) names.emplace_back(each.word);
    auto near = diag::nearest(written, names);
    const auto said = std::ranges::find_if(words, [&near](const Said& each) { return near == each.word; });
    if (said != words.end()) near = std::string(said->name);
    return near;
}

diag::Diagnostic value_missing(const Command& command, const std::string& option) {
    for (const auto& known : command.options)
        if (option == fmt::format("--{}", known.name) || option == fmt::format("-{}", known.letter))
            return mistake("P956", {{"option", option},
                                    {"example", std::string(known.choices.empty() ? known.placeholder : known.choices.front())}});
    return mistake("P956", {{"option", option}, {"example", "VALUE"}});
}

diag::Diagnostic wrong_value(const Option& option, const std::string& written) {
    return wrong_choice(written, fmt::format("--{}", option.name), option.choices);
}

diag::Diagnostic not_understood(const std::string& why) {
    return mistake("P959", {{"why", why}});
}

std::optional<diag::Diagnostic> first_mistake(const Command& command, const Asked& asked, const std::vector<std::string>& left) {
    for (const auto& word : left)
        if (word != "--") return unknown_word(command, word);  // what ends the options may stay behind
    for (const auto& positional : command.positionals) {
        const auto given = asked.all(positional.name);
        if (given.empty() && positional.required)
            return mistake("P955", {{"what", std::string(positional.name)}, {"example", std::string(command.example)}});
        for (const auto& written : given)
            if (!allowed(positional.choices, written)) return wrong_choice(written, positional.name, positional.choices);
    }
    for (const auto& option : command.options)
        for (const auto& written : asked.all(option.name))
            if (!allowed(option.choices, written)) return wrong_value(option, written);
    return std::nullopt;
}

}  // namespace provenu::cli
