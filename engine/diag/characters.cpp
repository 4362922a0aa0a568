#include "diag/characters.hpp"

#include <algorithm>

namespace provenu::diag {

namespace {

constexpr char32_t broken = 0xFFFFFFFF;

/// The code point of a character of UTF-8, in its shortest form and no half of a surrogate pair.
char32_t code_point(std::string_view character) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(character[i])); };
    const char32_t lead = byte(0);
    if (character.size() == 1) return lead < 0x80 ? lead : broken;
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
    if (size != character.size() || lead >= 0xF8) return broken;
    char32_t code = lead & (0xFFu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) code = (code << 6) | (byte(i) & 0x3F);
    const char32_t least = size == 2 ? 0x80 : size == 3 ? 0x800 : 0x10000;
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code < least || code > 0x10FFFF || is_surrogate ? broken : code;
}

bool is_invisible(char32_t code) {
    const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    const bool mark =
        (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F);
    return control || mark || code == 0xFEFF;
}

}  // namespace

std::size_t character_length(std::string_view text) {
    const auto next = std::find_if(text.begin() + 1, text.end(), starts_character);
    return static_cast<std::size_t>(next - text.begin());
}

std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> result;
    while (!text.empty()) {
        result.push_back(text.substr(0, character_length(text)));
        text.remove_prefix(result.back().size());
    }
    return result;
}

std::string_view printable(std::string_view character) {
    if (character == "\t") return " ";
    const char32_t code = code_point(character);
    return code == broken || is_invisible(code) ? "?" : character;
}

std::string printable_text(std::string_view text) {
    std::string result;
    for (const auto character : characters(text)) result += character == "\n" ? character : printable(character);
    return result;
}

}  // namespace provenu::diag
