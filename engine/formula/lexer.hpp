#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "provenu/diag/diagnostic.hpp"
#include "provenu/formula/node.hpp"

namespace provenu::formula {

enum class TokenKind { number, name, symbol, end };

/// A word of a formula. Symbols are `+ - * / ^ ( ) [ ] ;`; the signs − and × are read as - and *.
struct Token {
    TokenKind kind = TokenKind::end;
    std::string text;
    Tree number;     ///< of a number: its value with percentage or unit applied
    int offset = 0;  ///< characters from the start
    int width = 1;   ///< characters
};

struct Tokens {
    std::vector<Token> tokens;  ///< ends with TokenKind::end, unless there were mistakes
    diag::Diagnostics mistakes;
};

/// Splits a formula into words. \param place of its first character
Tokens tokenize(std::string_view text, const diag::Place& place);

/// `place` moved to a token of the formula that starts there.
diag::Place place_at(const diag::Place& formula, int offset, int width);

}  // namespace provenu::formula
