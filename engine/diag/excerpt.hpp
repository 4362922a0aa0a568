#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "provenu/diag/place.hpp"

namespace provenu::diag {

/// One line of a file as printed, and what is underlined in it.
struct Excerpt {
    std::string text;
    std::size_t before = 0;  ///< characters before the underlined ones
    std::size_t width = 0;   ///< underlined characters; 0 where no column is known
};

/// The line with this number, from 1, without its end; nothing past the end of the text.
std::optional<std::string_view> line_of(std::string_view text, int number);

/// The line around the place: whole, or where it is too long for a screen, cut with `...`.
Excerpt excerpt(std::string_view line, const Place& place);

}  // namespace provenu::diag
