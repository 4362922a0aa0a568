#pragma once

#include <string_view>
#include <vector>

namespace provenu::wording {

/// A stretch of a text as it stands, and the name in braces behind it.
struct Piece {
    std::string_view verbatim;
    std::string_view placeholder;  ///< without braces; empty in the last piece
};

/// A text in pieces. A placeholder is `{name}` of small letters, digits and `_`; any other brace stands for itself, as in
/// `{pert: [70%, 100%]}`.
std::vector<Piece> pieces(std::string_view text);

/// The names in braces, sorted, each once.
std::vector<std::string_view> placeholders(std::string_view text);

}  // namespace provenu::wording
