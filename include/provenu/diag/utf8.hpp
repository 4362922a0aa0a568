#pragma once

#include <cstddef>
#include <string_view>

namespace provenu::diag {

struct Character {
    char32_t code_point = 0;
    std::size_t length = 1;  ///< bytes; 1 where not valid
    bool valid = true;
};

/// The first character of a text that is not empty. Overlong forms, surrogates and values over U+10FFFF are not valid.
Character first_character(std::string_view text);

/// Characters that are invisible or that YAML readers take differently: C0 but tab and newline, C1, U+2028, U+2029, a byte order
/// mark inside the text, and what is no character.
bool is_control(char32_t code_point);

/// Characters of a valid text.
int count_characters(std::string_view text);

}  // namespace provenu::diag
