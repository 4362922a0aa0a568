#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace provenu::diag {

/// Whether a character starts with this byte of UTF-8. Bytes that only go on belong to the character before them, so that any
/// bytes at all fall into characters.
inline bool starts_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

/// Bytes of the character at the start of `text`, which is not empty.
std::size_t character_length(std::string_view text);

std::vector<std::string_view> characters(std::string_view text);

/// The character as it may stand on a screen: a tab as a space; broken UTF-8, control characters and marks that turn the writing
/// direction or take no room as `?`.
std::string_view printable(std::string_view character);

/// A text made of such characters; line ends are kept.
std::string printable_text(std::string_view text);

}  // namespace provenu::diag
