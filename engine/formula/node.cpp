#include "provenu/formula/node.hpp"

#include <utility>

namespace provenu::formula {

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

Tree difference(Tree from, Tree subtrahend) {
    return sum({std::move(from), make(Negate{}, {std::move(subtrahend)})});
}

}  // namespace provenu::formula
