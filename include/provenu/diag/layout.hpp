#pragma once

#include <string>
#include <string_view>

#include "provenu/diag/diagnostic.hpp"

namespace provenu::diag {

/// The words of a finding, already in the reader's language.
struct Words {
    std::string message;
    std::string hint;  ///< empty where there is nothing to write instead
};

/// The finding as printed: `path:line:column: error P203: message`, the line of the file with the place underlined, and the
/// hint; every line of it ends with a line feed. Lines end at LF or CR LF. Tabs become spaces, long lines are cut around the
/// place, control characters and broken UTF-8 are shown as `?`, in what the author wrote wherever it stands. A place past the end
/// of a line is its end; past the end of the file there is no excerpt.
std::string lay_out(const Diagnostic& diagnostic, const Words& words);

}  // namespace provenu::diag
