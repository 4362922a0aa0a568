#include "provenu/formula/program.hpp"

#include <algorithm>
#include <utility>

namespace provenu::formula {
namespace {

template <class... Kinds>
bool is_any(const Operation& operation) {
    return (std::holds_alternative<Kinds>(operation) || ...);
}

class Flattening {
 public:
    explicit Flattening(const Book& book) : book_(book) { program_.axis = book.axis; }

    Program run() {
        for (const Definition& definition : book_.definitions) program_.slots[definition.name] = own_slot(definition.tree);
        return std::move(program_);
    }

 private:
    /// A definition's result stands in a slot of its own, so that draws of it touch nothing that it is a mere alias of.
    Slot own_slot(const Tree& tree) {
        const std::size_t before = program_.steps.size();
        const Slot slot = slot_of(tree);
        if (slot >= before) return slot;
        program_.steps.push_back({Add{}, {slot}, program_.steps[slot].shape});
        return before;
    }

    Slot slot_of(const Tree& tree) {
        if (const auto known = program_.nodes.find(tree.get()); known != program_.nodes.end()) return known->second;
        const Slot slot = new_slot(*tree);
        program_.nodes.emplace(tree.get(), slot);
        return slot;
    }

    Slot new_slot(const Node& node) {
        if (const auto* name = std::get_if<Name>(&node.operation)) return program_.slots.at(name->name);
        Step step{node.operation, {}, Shape::scalar};
        std::vector<Shape> shapes;
        for (const Tree& operand : node.operands) {
            step.operands.push_back(slot_of(operand));
            shapes.push_back(program_.steps[step.operands.back()].shape);
        }
        step.shape = shape_of(step.operation, shapes);
        program_.steps.push_back(std::move(step));
        return program_.steps.size() - 1;
    }

    const Book& book_;
    Program program_;
};

}  // namespace

Program flatten(const Book& book) {
    return Flattening(book).run();
}

Shape shape_of(const Operation& operation, const std::vector<Shape>& operands) {
    if (is_any<Number, SumOver, GreatestOver, GreatestYear, Pick, PickCarried, Moment, ReturnRate>(operation))
        return Shape::scalar;
    if (is_any<Yearly, Overlap, Ramp, Kernel, Discount>(operation)) return Shape::yearly;
    const bool any_yearly = std::ranges::find(operands, Shape::yearly) != operands.end();
    return any_yearly ? Shape::yearly : Shape::scalar;
}

Shape shape_of(const Tree& tree, const std::function<Shape(const std::string&)>& of_name) {
    if (const auto* name = std::get_if<Name>(&tree->operation)) return of_name(name->name);
    std::vector<Shape> shapes;
    for (const Tree& operand : tree->operands) shapes.push_back(shape_of(operand, of_name));
    return shape_of(tree->operation, shapes);
}

void for_each_name(const Tree& tree, const std::function<void(const Name&)>& visit) {
    if (const auto* name = std::get_if<Name>(&tree->operation)) visit(*name);
    for (const Tree& operand : tree->operands) for_each_name(operand, visit);
}

}  // namespace provenu::formula
