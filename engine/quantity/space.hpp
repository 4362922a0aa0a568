#pragma once

#include <cstddef>
#include <string_view>

namespace provenu::quantity {

/// Bytes of the space at the start of `text`: a plain one, a no-break space (U+00A0), a thin one (U+2009) or a narrow no-break
/// one (U+202F); 0 where there is none.
inline std::size_t space_length(std::string_view text) {
    if (text.starts_with(' ')) return 1;
    if (text.starts_with("\u00A0")) return 2;
    return text.starts_with("\u202F") || text.starts_with("\u2009") ? 3 : 0;
}

/// Bytes of all the spaces at the start of `text`.
inline std::size_t spaces_length(std::string_view text) {
    std::size_t length = 0;
    while (const std::size_t space = space_length(text.substr(length))) length += space;
    return length;
}

}  // namespace provenu::quantity
