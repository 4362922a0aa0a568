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

/// Findings in the order they were made; an author is shown all of them at once. The first 1,000 errors are kept, and as many
/// warnings and notes: nobody mends more at a time, and a broken file of 16 MB may have a million.
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
    static constexpr std::size_t most = 1000;
    void add(Diagnostic diagnostic);

    std::vector<Diagnostic> found_;
    std::size_t errors_ = 0;
    std::size_t others_ = 0;
};

/// What a step made, if it could, and what it found on the way. No value means at least one error.
template <class T>
struct Result {
    std::optional<T> value;
    Diagnostics diagnostics;

    [[nodiscard]] bool ok() const { return value.has_value() && !diagnostics.has_errors(); }
};

}  // namespace provenu::diag
