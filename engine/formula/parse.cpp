#include "provenu/formula/parse.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "formula/lexer.hpp"

namespace provenu::formula {
namespace {

constexpr int deepest = 64;

/// Thrown inside the parser only: a mistake has been noted, and what follows cannot be understood.
struct Lost {};

/// How strongly an operator binds its left side; 0 where the token is none.
int strength(const Token& token) {
    if (token.kind != TokenKind::symbol) return 0;
    switch (token.text[0]) {
        case '+':
        case '-':
            return 1;
        case '*':
        case '/':
            return 2;
        case '^':
            return 4;
        default:
            return 0;
    }
}
constexpr int minus_strength = 3;  // -2^2 is -(2^2), -2*3 is (-2)*3

/// A Pratt parser: each operator knows how strongly it binds.
class Parser {
 public:
    Parser(std::vector<Token> tokens, const diag::Place& place, diag::Diagnostics& found)
        : tokens_(std::move(tokens)), place_(place), found_(found) {}

    Tree whole() {
        Tree tree = expression(0);
        if (now().kind != TokenKind::end) lose(now().text == ")" ? "P408" : "P406", now());
        return tree;
    }

 private:
    [[nodiscard]] const Token& now() const { return tokens_[position_]; }
    [[nodiscard]] bool at(std::string_view symbol) const { return now().kind == TokenKind::symbol && now().text == symbol; }

    Token take() { return tokens_[position_ + 1 < tokens_.size() ? position_++ : position_]; }

    [[noreturn]] void lose(std::string code, const Token& token, std::vector<diag::Argument> arguments = {}) {
        arguments.push_back({"text", token.text});
        found_.error(std::move(code), place_at(place_, token.offset, token.width), std::move(arguments));
        throw Lost{};
    }

    void want(std::string_view symbol, const Token& opening) {
        if (!at(symbol)) lose("P409", opening, {{"closing", std::string(symbol)}});
        take();
    }

    Tree expression(int left_strength) {
        if (++depth_ > deepest) lose("P410", now());
        Tree tree = prefix();
        while (strength(now()) > left_strength) {
            const Token sign = take();
            const int own = strength(sign);
            tree = join(sign.text[0], std::move(tree), expression(sign.text == "^" ? own - 1 : own));
        }
        --depth_;
        return tree;
    }

    static Tree join(char sign, Tree left, Tree right) {
        switch (sign) {
            case '+':
                return append<Add>(std::move(left), std::move(right));
            case '-':
                return append<Add>(std::move(left), make(Negate{}, {std::move(right)}));
            case '*':
                return append<Multiply>(std::move(left), std::move(right));
            case '/':
                return make(Divide{}, {std::move(left), std::move(right)});
            default:
                return make(Power{}, {std::move(left), std::move(right)});
        }
    }

    /// `a + b + c` is one sum of three.
    template <class Kind>
    static Tree append(Tree left, Tree right) {
        std::vector<Tree> operands{left};
        if (std::holds_alternative<Kind>(left->operation)) operands = left->operands;
        operands.push_back(std::move(right));
        return make(Kind{}, std::move(operands));
    }

    Tree prefix() {
        const Token token = take();
        if (token.kind == TokenKind::number) return token.number;
        if (token.kind == TokenKind::name) return at("(") ? call(token) : named(token);
        if (token.text == "-") return make(Negate{}, {expression(minus_strength)});
        if (token.text == "+") return expression(minus_strength);
        if (token.text != "(" || token.kind == TokenKind::end) lose("P407", token);
        Tree inner = expression(0);
        want(")", token);
        return inner;
    }

    Tree named(const Token& token) {
        Tree tree = formula::name(token.text, token.offset);
        if (!at("[")) return tree;
        const Token opening = take();
        const Token year = take();
        int value = 0;
        const auto end = year.text.data() + year.text.size();
        if (std::from_chars(year.text.data(), end, value).ptr != end || value < 1900 || value > 2200) lose("P411", year);
        want("]", opening);
        return make(Pick{value}, {std::move(tree)});
    }

    Tree call(const Token& function) {
        if (function.text != "min" && function.text != "max") lose("P412", function);
        const Token opening = take();
        std::vector<Tree> arguments{expression(0)};
        while (at(";")) {
            take();
            arguments.push_back(expression(0));
        }
        want(")", opening);
        return make(function.text == "min" ? Extreme::least : Extreme::greatest, std::move(arguments));
    }

    std::vector<Token> tokens_;
    const diag::Place& place_;
    diag::Diagnostics& found_;
    std::size_t position_ = 0;
    int depth_ = 0;
};

}  // namespace

diag::Result<Tree> parse(std::string_view text, const diag::Place& place) {
    auto [tokens, mistakes] = tokenize(text, place);
    diag::Result<Tree> result{std::nullopt, std::move(mistakes)};
    if (result.diagnostics.has_errors()) return result;
    try {
        result.value = Parser(std::move(tokens), place, result.diagnostics).whole();
    } catch (const Lost&) {
        // The mistake is among the diagnostics; there is no tree.
    }
    return result;
}

}  // namespace provenu::formula
