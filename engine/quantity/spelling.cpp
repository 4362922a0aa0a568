#include "quantity/spelling.hpp"

#include <array>

#include "quantity/space.hpp"

namespace provenu::quantity {

namespace {

/// In a pattern a space stands for any spaces or none, a dot for a dot or none, and small letters for capitals too.
struct Size {
    std::string_view pattern;
    int exponent;
};

constexpr std::array sizes{Size{"", 0},          Size{"k", 3},          Size{"t. ", 3},        Size{"tusind ", 3},
                           Size{"tusinde ", 3},  Size{"thousand ", 3},  Size{"m", 6},          Size{"mio. ", 6},
                           Size{"mill. ", 6},    Size{"million ", 6},   Size{"millioner ", 6}, Size{"mia. ", 9},
                           Size{"milliard ", 9}, Size{"milliarder ", 9}};

constexpr std::array<std::string_view, 6> kroner{"kr.", "krone", "kroner", "dkk", "d. kr.", "danske kroner"};

constexpr std::string_view english_billion = "billion dkk";  // a Danish `billion kr.` would be a thousand times more

struct Word {
    std::string_view pattern;
    Dimension dimension;
};

constexpr std::array words{
    Word{"fte", Dimension::fte},         Word{"ftes", Dimension::fte},       Word{"årsværk", Dimension::fte},
    Word{"årsværker", Dimension::fte},   Word{"person", Dimension::person},  Word{"persons", Dimension::person},
    Word{"personer", Dimension::person}, Word{"people", Dimension::person},  Word{"borger", Dimension::person},
    Word{"borgere", Dimension::person},  Word{"citizen", Dimension::person}, Word{"citizens", Dimension::person},
    Word{"place", Dimension::place},     Word{"places", Dimension::place},   Word{"plads", Dimension::place},
    Word{"pladser", Dimension::place},   Word{"hour", Dimension::hour},      Word{"hours", Dimension::hour},
    Word{"time", Dimension::hour},       Word{"timer", Dimension::hour},     Word{"week", Dimension::week},
    Word{"weeks", Dimension::week},      Word{"uge", Dimension::week},       Word{"uger", Dimension::week},
    Word{"month", Dimension::month},     Word{"months", Dimension::month},   Word{"måned", Dimension::month},
    Word{"måneder", Dimension::month},   Word{"md.", Dimension::month},      Word{"mdr.", Dimension::month},
    Word{"year", Dimension::year},       Word{"years", Dimension::year},     Word{"år", Dimension::year},
};

constexpr std::array each{
    Word{"om året", Dimension::year}, Word{"om måneden", Dimension::month}, Word{"om ugen", Dimension::week},
    Word{"i timen", Dimension::hour}, Word{"a year", Dimension::year},      Word{"a month", Dimension::month},
    Word{"a week", Dimension::week},  Word{"an hour", Dimension::hour},
};

constexpr char danish_lead = '\xC3';  // of æ, ø, å and their capitals

/// The same byte of the small letter: A to a, and Å to å where `before` says that it ends such a letter.
char small(char byte, char before) {
    const auto code = static_cast<unsigned char>(byte);
    const bool capital = byte >= 'A' && byte <= 'Z';
    const bool accented_capital = before == danish_lead && code >= 0x80 && code <= 0x9E;
    return capital || accented_capital ? static_cast<char>(byte + 0x20) : byte;
}

/// Bytes of `text` that the pattern takes; none where it does not match.
std::optional<std::size_t> match(std::string_view pattern, std::string_view text) {
    std::size_t at = 0;
    char before = 0;
    for (const char wanted : pattern) {
        if (wanted == ' ') {
            at += spaces_length(text.substr(at));
        } else if (wanted == '.') {
            at += text.substr(at).starts_with('.') ? 1 : 0;
        } else {
            if (at == text.size() || small(text[at], before) != wanted) return std::nullopt;
            before = text[at++];
        }
    }
    return at;
}

/// Whether a word goes on here: a letter, a digit, an underscore. Signs and spaces outside ASCII (U+0080..U+00BF, U+2000..U+2FFF,
/// the signs of times and division) end it.
bool word_goes_on(std::string_view text) {
    if (text.empty()) return false;
    const char c = text[0];
    if (static_cast<unsigned char>(c) < 0x80) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
    return c != '\xC2' && c != '\xE2' && !text.starts_with("×") && !text.starts_with("÷");
}

void keep_longest(std::optional<Spelled>& longest, const Spelled& found, std::string_view text) {
    if (word_goes_on(text.substr(found.length))) return;
    if (!longest || longest->length < found.length) longest = found;
}

void read_money_spelling(std::optional<Spelled>& longest, std::string_view text) {
    for (const Size& size : sizes) {
        const auto start = match(size.pattern, text);
        if (!start) continue;
        for (const std::string_view currency : kroner) {
            const auto length = match(currency, text.substr(*start));
            if (length) keep_longest(longest, {Dimension::money, Money{size.exponent}, *start + *length}, text);
        }
    }
    if (const auto length = match(english_billion, text)) keep_longest(longest, {Dimension::money, Money{9}, *length}, text);
}

}  // namespace

std::optional<Spelled> read_spelling(std::string_view text) {
    std::optional<Spelled> longest;
    read_money_spelling(longest, text);
    for (const Word& word : words) {
        if (const auto length = match(word.pattern, text)) keep_longest(longest, {word.dimension, Money{0}, *length}, text);
    }
    return longest;
}

std::optional<Spelled> read_each(std::string_view text) {
    const std::size_t spaces = spaces_length(text);
    if (spaces == 0) return std::nullopt;
    std::optional<Spelled> longest;
    for (const Word& word : each) {
        const auto length = match(word.pattern, text.substr(spaces));
        if (length) keep_longest(longest, {word.dimension, Money{0}, spaces + *length}, text);
    }
    return longest;
}

}  // namespace provenu::quantity
