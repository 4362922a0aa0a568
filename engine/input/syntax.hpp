#pragma once

#include "input/text.hpp"

namespace provenu::input {

inline constexpr int deepest_nesting = 64;
inline constexpr int most_values = 2'000'000;
inline constexpr std::size_t longest_text = 65'536;  ///< bytes of one value

/// Whether the text is one plain YAML document: strict syntax, no anchors, aliases, tags, directives or second document, nesting
/// and number of values bounded. The first breach is found with its place.
bool is_plain_yaml(const SourcePointer& source, diag::Diagnostics& found);

}  // namespace provenu::input
