#include "formula/lexer.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "provenu/quantity/text.hpp"

namespace provenu::formula {
namespace {

constexpr std::string_view minus_sign = "\xE2\x88\x92";
constexpr std::string_view times_sign = "\xC3\x97";
constexpr std::string_view no_break_space = "\xC2\xA0";

int characters(std::string_view text) {
    return static_cast<int>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_digit(char c) {
    return '0' <= c && c <= '9';
}

/// Bytes of one letter of a name at the start: a-z, æ, ø, å, or upper case of these (refused later, with a hint).
std::size_t letter_length(std::string_view text) {
    if (text.empty()) return 0;
    const char c = text[0];
    if (('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z')) return 1;
    for (std::string_view letter : {"æ", "ø", "å", "Æ", "Ø", "Å"})
        if (text.starts_with(letter)) return letter.size();
    return 0;
}

std::size_t name_length(std::string_view text) {
    std::size_t length = letter_length(text);
    while (length > 0 && length < text.size()) {
        const auto rest = text.substr(length);
        const bool dotted = rest[0] == '.' && letter_length(rest.substr(1)) > 0;
        const std::size_t more = dotted || rest[0] == '_' || is_digit(rest[0]) ? 1 : letter_length(rest);
        if (more == 0) break;
        length += more;
    }
    return length;
}

bool has_capital(std::string_view name) {
    const auto is_capital = [](char c) { return 'A' <= c && c <= 'Z'; };
    const auto holds = [name](std::string_view letter) { return name.find(letter) != std::string_view::npos; };
    return std::ranges::any_of(name, is_capital) || holds("Æ") || holds("Ø") || holds("Å");
}

class Lexer {
 public:
    Lexer(std::string_view text, const diag::Place& place) : text_(text), place_(place) {}

    Tokens read() {
        while (skip_blanks(), position_ < text_.size()) {
            if (!(read_number() || read_name() || read_symbol())) refuse_character();
        }
        add(TokenKind::end, 0);
        return std::move(result_);
    }

 private:
    [[nodiscard]] std::string_view rest() const { return text_.substr(position_); }

    void skip_blanks() {
        while (position_ < text_.size()) {
            if (text_[position_] == ' ' || text_[position_] == '\n' || text_[position_] == '\t')
                position_ += 1;
            else if (rest().starts_with(no_break_space))
                position_ += no_break_space.size();
            else
                break;
        }
    }

    Token& add(TokenKind kind, std::size_t length) {
        const auto written = text_.substr(position_, length);
        offset_ += characters(text_.substr(counted_, position_ - counted_));
        counted_ = position_;
        result_.tokens.push_back({kind, std::string(written), nullptr, offset_, std::max(1, characters(written))});
        position_ += length;
        return result_.tokens.back();
    }

    bool read_number() {
        const bool starts = is_digit(rest()[0]) || (rest()[0] == '.' && rest().size() > 1 && is_digit(rest()[1]));
        if (!starts) return false;
        Token& token = add(TokenKind::number, quantity::number_length(rest()));
        const auto reading = quantity::read_number(token.text);
        if (const auto* two = std::get_if<quantity::TwoReadings>(&reading)) {
            mistake("P401", token, {{"text", token.text}, {"whole", two->whole}, {"decimal", two->decimal}});
        } else if (std::holds_alternative<quantity::NotANumber>(reading)) {
            mistake("P402", token, {{"text", token.text}});
        }
        const double* value = std::get_if<double>(&reading);
        finish_number(value != nullptr ? *value : 0.0);
        return true;
    }

    /// The percent sign or the unit that stands behind a number.
    void finish_number(double value) {
        Token& token = result_.tokens.back();
        const std::size_t start = position_;
        skip_blanks();
        if (rest().starts_with("%")) {
            position_ += 1;
            token.number = formula::number(value / 100.0, {}, {}, Style::percent);
        } else {
            position_ = start;
            const auto unit = quantity::read_unit(rest());
            position_ += unit ? unit->length : 0;
            token.number = unit ? formula::number(value, unit->unit, unit->money) : formula::number(value);
        }
        token.width += characters(text_.substr(start, position_ - start));
    }

    bool read_name() {
        const std::size_t length = name_length(rest());
        if (length == 0) return false;
        const Token& token = add(TokenKind::name, length);
        if (has_capital(token.text)) mistake("P403", token, {{"text", token.text}});
        return true;
    }

    bool read_symbol() {
        for (const auto& [sign, symbol] : {std::pair{minus_sign, "-"}, std::pair{times_sign, "*"}}) {
            if (!rest().starts_with(sign)) continue;
            add(TokenKind::symbol, sign.size()).text = symbol;
            return true;
        }
        if (std::string_view("+-*/^()[];").find(rest()[0]) == std::string_view::npos) return false;
        add(TokenKind::symbol, 1);
        return true;
    }

    void refuse_character() {
        std::size_t length = 1;
        while (position_ + length < text_.size() && (text_[position_ + length] & 0xC0) == 0x80) ++length;
        const Token token = add(TokenKind::symbol, length);
        result_.tokens.pop_back();
        mistake(token.text == "," ? "P404" : "P405", token, {{"text", token.text}});
    }

    void mistake(std::string code, const Token& token, std::vector<diag::Argument> arguments) {
        result_.mistakes.error(std::move(code), place_at(place_, token.offset, token.width), std::move(arguments));
    }

    std::string_view text_;
    const diag::Place& place_;
    std::size_t position_ = 0;
    std::size_t counted_ = 0;  ///< bytes whose characters `offset_` has counted
    int offset_ = 0;
    Tokens result_;
};

}  // namespace

diag::Place place_at(const diag::Place& formula, int offset, int width) {
    diag::Place place = formula;
    place.column += offset;
    place.width = width;
    return place;
}

Tokens tokenize(std::string_view text, const diag::Place& place) {
    return Lexer(text, place).read();
}

}  // namespace provenu::formula
