#pragma once

#include <source_location>
#include <stdexcept>
#include <string>

namespace provenu::diag {

/// A mistake of this program, never of its user; only `main` catches it.
class Bug : public std::logic_error {
    using std::logic_error::logic_error;
};

/// Stops with the source line that called it: `engine/wording/catalogue.cpp:34: no text P999`.
[[noreturn]] void bug(const std::string& what, const std::source_location& where = std::source_location::current());

}  // namespace provenu::diag
