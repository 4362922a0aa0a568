#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "provenu/diag/place.hpp"

namespace provenu::diag {

enum class Severity { error, warning, note };

/// A named value that a message's text shows, as `{name}`.
struct Argument {
    std::string name;
    std::string value;
    bool is_key = false;  ///< `value` is the key of a text in the catalogues, which the reader sees in their language, or {keys}
};

/// One finding about a file. Its words are in the catalogues under its code, in each language: `P203 = ...` and, where
/// there is something to write instead, `P203.hint = ...`.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string code;
    Place place;
    std::vector<Argument> arguments;
};

/// Findings in the order they were made; an author is shown all of them at once.
class Diagnostics {
 public:
    void error(std::string code, Place place, std::vector<Argument> arguments = {});
    void warning(std::string code, Place place, std::vector<Argument> arguments = {});
    void note(std::string code, Place place, std::vector<Argument> arguments = {});
    void append(const Diagnostics& others);

    [[nodiscard]] bool has_errors() const;
    [[nodiscard]] bool empty() const { return found_.empty(); }
    /// In order of path, line and column; equal places keep the order of finding. Exact repeats are dropped.
    [[nodiscard]] std::vector<Diagnostic> sorted() const;

 private:
    std::vector<Diagnostic> found_;
};

/// What a step made, if it could, and what it found on the way. No value means at least one error.
template <class T>
struct Result {
    std::optional<T> value;
    Diagnostics diagnostics;

    [[nodiscard]] bool ok() const { return value.has_value() && !diagnostics.has_errors(); }
};

}  // namespace provenu::diag
