#include "cli/parse.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/mistakes.hpp"

namespace provenu::cli {
namespace {

/// Where CLI11 puts what it reads, by name; kept apart so that addresses stay put while it reads.
struct Slots {
    std::map<std::string, std::string, std::less<>> single;
    std::map<std::string, std::vector<std::string>, std::less<>> several;
    std::map<std::string, bool, std::less<>> flags;
};

std::string placeholder(const Option& option) {
    return option.choices.empty() ? std::string(option.placeholder) : fmt::format("{}", fmt::join(option.choices, "|"));
}

void add(CLI::App& app, const Option& option, Slots& slots) {
    const auto spelled =
        option.letter.empty() ? fmt::format("--{}", option.name) : fmt::format("-{},--{}", option.letter, option.name);
    const std::string name(option.name);
    if (option.takes == Takes::nothing) {
        app.add_flag(spelled, slots.flags[name], std::string(option.description));
        return;
    }
    if (option.repeated) {
        app.add_option(spelled, slots.several[name], std::string(option.description))
            ->allow_extra_args(false)
            ->type_name(placeholder(option));
        return;
    }
    app.add_option(spelled, slots.single[name], std::string(option.description))
        ->type_name(placeholder(option))
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void add(CLI::App& app, const Positional& positional, Slots& slots) {
    const std::string name(positional.name);
    const std::string description(positional.description);
    auto* added = positional.repeated ? app.add_option(name, slots.several[name], description)
                                      : app.add_option(name, slots.single[name], description);
    added->type_name(positional.choices.empty() ? "" : fmt::format("{}", fmt::join(positional.choices, "|")));
}

/// CLI11 shows positionals in brackets unless it checks them itself, which we do in our own words.
class Page : public CLI::Formatter {
 public:
    explicit Page(const Command& command) : command_(command) {}

    std::string make_usage(const CLI::App* /*app*/, std::string name) const override {
        for (const auto& positional : command_.positionals) {
            const auto shown = fmt::format("{}{}", positional.name, positional.repeated ? "..." : "");
            name += positional.required ? ' ' + shown : fmt::format(" [{}]", shown);
        }
        return fmt::format("\nUsage: {} [OPTIONS]\n", name);
    }

 private:
    const Command& command_;
};

Asked collect(const CLI::App& app, const Command& command, const Slots& slots) {
    Asked asked;
    for (const auto& option : command.options) {
        const std::string name(option.name);
        if (app.count("--" + name) == 0) continue;
        if (option.takes == Takes::nothing)
            asked.values[name] = {};
        else
            asked.values[name] = option.repeated ? slots.several.at(name) : std::vector{slots.single.at(name)};
    }
    for (const auto& positional : command.positionals) {
        const std::string name(positional.name);
        if (app.count(name) == 0) continue;
        asked.values[name] = positional.repeated ? slots.several.at(name) : std::vector{slots.single.at(name)};
    }
    return asked;
}

}  // namespace

std::variant<Asked, Help, diag::Diagnostic> parse(const Command& command, const std::vector<std::string>& words) {
    CLI::App app{std::string(command.description), fmt::format("provenu {}", command.name)};
    app.set_help_flag("-h,--help", "This page");
    app.footer(fmt::format("Example:\n  {}\n", command.example));
    app.allow_extras();
    app.formatter(std::make_shared<Page>(command));
    Slots slots;
    for (const auto& positional : command.positionals) add(app, positional, slots);
    for (const auto& option : command.options) add(app, option, slots);
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::CallForHelp&) {
        return Help{app.help()};
    } catch (const CLI::ArgumentMismatch& mismatch) {
        const std::string what = mismatch.what();
        return value_missing(command, what.substr(0, what.find(':')));
    } catch (const CLI::ParseError& error) {
        return not_understood(error.what());
    }
    auto asked = collect(app, command, slots);
    if (auto mistake = first_mistake(command, asked, app.remaining())) return *mistake;
    return asked;
}

}  // namespace provenu::cli
