#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace provenu::cli {

/// What the program ends with.
enum class Status { done = 0, author_must_act = 1, wrong_command_line = 2, our_bug = 3 };

/// The worse of two, for a call that did several things.
inline Status worse(Status left, Status right) {
    return left < right ? right : left;
}

/// What stands for a value in help and decides what a shell offers.
enum class Takes { nothing, text, file };

struct Option {
    std::string_view name;    ///< long, without dashes; `Asked` keeps its value under it
    std::string_view letter;  ///< the one-letter spelling, or empty
    Takes takes = Takes::text;
    std::string_view placeholder;  ///< of the value, in help
    std::string_view description;
    std::vector<std::string_view> choices;  ///< the values allowed; empty: any. One that ends in `:` takes more text.
    bool repeated = false;                  ///< may be given several times
};

struct Positional {
    std::string_view name;  ///< as in help, and under which `Asked` keeps it
    std::string_view description;
    bool required = true;
    bool repeated = false;
    Takes takes = Takes::file;
    std::vector<std::string_view> choices;
};

/// What a user asked of a command, checked against its options.
struct Asked {
    std::map<std::string, std::vector<std::string>, std::less<>> values;

    [[nodiscard]] bool has(std::string_view name) const { return values.find(name) != values.end(); }
    /// The (last) value given.
    [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
};

struct Command {
    std::string_view name;
    std::string_view description;
    std::string_view example;
    std::vector<Positional> positionals;
    std::vector<Option> options;
    Status (*carry_out)(const Asked& asked) = nullptr;
};

}  // namespace provenu::cli
