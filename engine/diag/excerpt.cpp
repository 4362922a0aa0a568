#include "diag/excerpt.hpp"

#include <algorithm>

#include "diag/characters.hpp"

namespace provenu::diag {

namespace {

constexpr std::size_t widest = 110;       // characters of a line on the screen
constexpr std::size_t shown_before = 60;  // characters left before the place where the line is cut
constexpr std::string_view ellipsis = "...";

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character));
}

/// The text from its character number `start`, from 0; empty past its end.
std::string_view from_character(std::string_view text, std::size_t start) {
    std::size_t at = 0;
    for (; start > 0 && at < text.size(); --start) at += character_length(text.substr(at));
    return text.substr(at);
}

}  // namespace

std::optional<std::string_view> line_of(std::string_view text, int number) {
    for (; number > 1; --number) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos) return std::nullopt;
        text.remove_prefix(end + 1);
    }
    text = text.substr(0, text.find('\n'));
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

Excerpt excerpt(std::string_view line, const Place& place) {
    const std::size_t length = count_characters(line);
    const std::size_t column = std::min(static_cast<std::size_t>(std::max(place.column - 1, 0)), length);
    const bool fits = length <= widest;
    const std::size_t start = fits || column <= shown_before ? 0 : column - shown_before;
    std::string_view rest = from_character(line, start);

    Excerpt result;
    result.text = start > 0 ? ellipsis : "";
    result.before = column - start + result.text.size();
    std::size_t shown = 0;
    for (; shown < widest && !rest.empty(); ++shown) {
        const std::size_t bytes = character_length(rest);
        result.text += printable(rest.substr(0, bytes));
        rest.remove_prefix(bytes);
    }
    if (!rest.empty()) result.text += ellipsis;
    const std::size_t visible = start + shown - column;
    const auto wanted = static_cast<std::size_t>(std::max(place.width, 1));
    if (place.column > 0) result.width = std::clamp(wanted, std::size_t{1}, std::max(visible, std::size_t{1}));
    return result;
}

}  // namespace provenu::diag
