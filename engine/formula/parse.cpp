#include "provenu/formula/parse.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "formula/lexer.hpp"
#include "provenu/diag/nearest.hpp"

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

/// A tree in the making. A sum or product still takes operands, so that `a + b + c` is one sum of three.
struct Branch {
    int depth = 1;  ///< levels of the tree
    Tree made;      ///< none while it is a chain that takes operands
    Operation chain;
    std::vector<Tree> operands;
};

Tree finish(Branch branch) {
    return branch.made != nullptr ? branch.made : make(branch.chain, std::move(branch.operands));
}

Branch over(Operation operation, std::vector<Branch> operands) {
    Branch result;
    std::vector<Tree> trees;
    for (Branch& operand : operands) {
        result.depth = std::max(result.depth, operand.depth + 1);
        trees.push_back(finish(std::move(operand)));
    }
    result.made = make(std::move(operation), std::move(trees));
    return result;
}

Branch leaf(Tree tree) {
    return {1, std::move(tree), {}, {}};
}

/// `right` as one more operand of the sum or product on its left, or the two as a new one.
template <class Kind>
Branch append(Branch left, Branch right) {
    const bool goes_on = left.made == nullptr && std::holds_alternative<Kind>(left.chain);
    Branch chain{std::max(right.depth, left.depth - (goes_on ? 1 : 0)) + 1, nullptr, Kind{}, {}};
    if (goes_on)
        chain.operands = std::move(left.operands);
    else
        chain.operands.push_back(finish(std::move(left)));
    chain.operands.push_back(finish(std::move(right)));
    return chain;
}

/// A Pratt parser: each operator knows how strongly it binds.
class Parser {
 public:
    Parser(std::vector<Token> tokens, const diag::Place& place, diag::Diagnostics& found)
        : tokens_(std::move(tokens)), place_(place), found_(found) {}

    Tree whole() {
        Branch branch = expression(0);
        if (now().kind != TokenKind::end) lose(at(")") ? "P408" : "P406", now());
        return finish(std::move(branch));
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
        refuse_end(symbol, opening);
        if (!at(symbol)) lose("P406", now());
        take();
    }

    void refuse_end(std::string_view closing, const Token& opening) {
        if (now().kind == TokenKind::end) lose("P409", opening, {{"closing", std::string(closing)}});
    }

    Branch expression(int left_strength) {
        if (++depth_ > deepest) lose("P410", now());
        Branch left = prefix();
        while (strength(now()) > left_strength) {
            const Token sign = take();
            const int own = strength(sign);
            left = join(sign.text[0], std::move(left), expression(sign.text == "^" ? own - 1 : own));
            if (left.depth > deepest) lose("P410", sign);
        }
        --depth_;
        return left;
    }

    static Branch join(char sign, Branch left, Branch right) {
        switch (sign) {
            case '+':
                return append<Add>(std::move(left), std::move(right));
            case '-':
                return append<Add>(std::move(left), over(Negate{}, {std::move(right)}));
            case '*':
                return append<Multiply>(std::move(left), std::move(right));
            case '/':
                return over(Divide{}, {std::move(left), std::move(right)});
            default:
                return over(Power{}, {std::move(left), std::move(right)});
        }
    }

    Branch prefix() {
        const Token token = take();
        if (token.kind == TokenKind::number) return leaf(token.number);
        if (token.kind == TokenKind::name) return at("(") ? call(token) : leaf(named(token));
        if (token.text == "-") return over(Negate{}, {expression(minus_strength)});
        if (token.text == "+") return expression(minus_strength);
        if (token.text != "(") lose("P407", token);
        Branch inner = expression(0);
        want(")", token);
        inner.made = finish(std::move(inner));  // what stands in brackets stays together
        return inner;
    }

    Tree named(const Token& token) {
        Tree tree = formula::name(token.text, token.offset);
        if (!at("[")) return tree;
        const Token opening = take();
        refuse_end("]", opening);
        const Token year = take();
        const auto value = year_of(year);
        if (!value) lose("P411", year);
        want("]", opening);
        return make(Pick{*value}, {std::move(tree)});
    }

    /// The year that stands in brackets: a plain whole number.
    static std::optional<int> year_of(const Token& token) {
        int value = 0;
        const char* end = token.text.data() + token.text.size();
        const bool whole = token.kind == TokenKind::number && std::from_chars(token.text.data(), end, value).ptr == end;
        const auto* number = whole ? std::get_if<Number>(&token.number->operation) : nullptr;
        const bool plain = number != nullptr && number->unit.is_bare() && number->style == Style::plain;
        return plain && 1900 <= value && value <= 2200 ? std::optional(value) : std::nullopt;
    }

    Branch call(const Token& function) {
        const std::vector<std::string> known{"max", "min"};
        if (function.text != "min" && function.text != "max") {
            const auto near = diag::nearest(function.text, known);
            lose("P412", function, {{"nearest", near.value_or("min, max")}});
        }
        const Token opening = take();
        std::vector<Branch> arguments;
        arguments.push_back(expression(0));
        while (at(";")) {
            take();
            arguments.push_back(expression(0));
        }
        want(")", opening);
        if (arguments.size() < 2) lose("P413", function);  // max(1,2) reads as the largest of 1.2
        return over(function.text == "min" ? Extreme::least : Extreme::greatest, std::move(arguments));
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
