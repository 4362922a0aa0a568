#include "provenu/diag/utf8.hpp"

#include <algorithm>

namespace provenu::diag {
namespace {

/// What the first byte of a character promises.
struct Lead {
    std::size_t length;
    char32_t bits;
    char32_t least;  ///< smaller values need fewer bytes: overlong
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {1, byte, 0};
    if (byte >= 0xC2 && byte < 0xE0) return {2, byte & 0x1Fu, 0x80};
    if (byte >= 0xE0 && byte < 0xF0) return {3, byte & 0x0Fu, 0x800};
    if (byte >= 0xF0 && byte < 0xF5) return {4, byte & 0x07u, 0x10000};
    return {0, 0, 0};
}

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u;
}

}  // namespace

Character first_character(std::string_view text) {
    const Lead lead = lead_of(static_cast<unsigned char>(text[0]));
    if (lead.length == 0 || text.size() < lead.length) return {0, 1, false};
    char32_t value = lead.bits;
    for (std::size_t i = 1; i < lead.length; ++i) {
        if (!continues(text[i])) return {0, 1, false};
        value = (value << 6u) | (static_cast<unsigned char>(text[i]) & 0x3Fu);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < lead.least || value > 0x10FFFF || surrogate) return {0, 1, false};
    return {value, lead.length, true};
}

bool is_control(char32_t code_point) {
    if (code_point < 0x20) return code_point != '\t' && code_point != '\n';
    if (code_point >= 0x7F && code_point < 0xA0) return true;
    if (code_point == 0x2028 || code_point == 0x2029 || code_point == 0xFEFF) return true;
    return code_point == 0xFFFE || code_point == 0xFFFF;
}

int count_characters(std::string_view text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char byte) { return !continues(byte); }));
}

}  // namespace provenu::diag
