#pragma once

#include <string>
#include <string_view>

namespace provenu::tables {

/// Without spaces, no-break spaces, tabs and line ends around it.
std::string_view trimmed(std::string_view text);

/// Trimmed, with line ends and tabs inside it as spaces and several spaces as one.
std::string on_one_line(std::string_view text);

/// In small letters, Danish ones included.
std::string in_small_letters(std::string_view text);

}  // namespace provenu::tables
