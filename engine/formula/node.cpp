#include "provenu/formula/node.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace provenu::formula {
namespace {

/// A literal's money in another size: 46.2 mio. kr. is 46,200 in 1,000 kr.
Number in_money(Number number, quantity::Money money) {
    const int power = number.unit.of(quantity::Dimension::money);
    const int shift = (number.money.exponent - money.exponent) * power;
    if (shift > 0) number.value *= std::pow(10.0, shift);
    if (shift < 0) number.value /= std::pow(10.0, -shift);
    number.money = money;
    return number;
}

}  // namespace

Tree make(Operation operation, std::vector<Tree> operands) {
    return std::make_shared<const Node>(Node{std::move(operation), std::move(operands)});
}

Tree number(double value, quantity::Unit unit, quantity::Money money, Style style) {
    return make(Number{value, unit, money, style});
}

Tree month(quantity::Month month) {
    return number(month.number, {}, {}, Style::month);
}

Tree name(std::string name, int offset) {
    return make(Name{std::move(name), offset});
}

Tree sum(std::vector<Tree> operands) {
    return operands.size() == 1 ? operands.front() : make(Add{}, std::move(operands));
}

Tree product(std::vector<Tree> operands) {
    return operands.size() == 1 ? operands.front() : make(Multiply{}, std::move(operands));
}

Tree in_money(const Tree& tree, quantity::Money money) {
    if (const auto* literal = std::get_if<Number>(&tree->operation)) return make(in_money(*literal, money));
    if (tree->operands.empty()) return tree;
    std::vector<Tree> operands;
    for (const Tree& operand : tree->operands) operands.push_back(in_money(operand, money));
    return make(tree->operation, std::move(operands));
}

std::optional<double> literal(const Tree& tree) {
    if (const auto* number = std::get_if<Number>(&tree->operation)) return number->value;
    if (!std::holds_alternative<Divide>(tree->operation)) return std::nullopt;
    const auto above = literal(tree->operands[0]);
    const auto below = literal(tree->operands[1]);
    return above && below ? std::optional(*above / *below) : std::nullopt;
}

bool is_alike(const Tree& left, const Tree& right) {
    if (left == right) return true;
    return left->operation == right->operation &&
           std::equal(left->operands.begin(), left->operands.end(), right->operands.begin(), right->operands.end(), is_alike);
}

Tree difference(Tree from, Tree subtrahend) {
    return sum({std::move(from), make(Negate{}, {std::move(subtrahend)})});
}

}  // namespace provenu::formula
