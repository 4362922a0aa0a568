#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "provenu/formula/book.hpp"

namespace provenu::formula {

/// The number of a step, and of its result.
using Slot = std::size_t;

/// One operation on earlier results. `Name` does not occur: names are bound to slots.
struct Step {
    Operation operation;
    std::vector<Slot> operands;
    Shape shape = Shape::scalar;
};

/// A book as a flat list of steps, operands before operations; the result of step i stands in slot i.
struct Program {
    quantity::Axis axis;
    std::vector<Step> steps;
    std::map<std::string, Slot, std::less<>> slots;  ///< definition -> slot of its result
    std::unordered_map<const Node*, Slot> nodes;     ///< every branch of every tree -> slot, for explanations
};

/// Flattens the book, definition by definition; branches that trees share become one step, definitions never do.
Program flatten(const Book& book);

/// The shape an operation has, given its operands' shapes.
Shape shape_of(const Operation& operation, const std::vector<Shape>& operands);

/// The shape of a tree, given those of the names in it.
Shape shape_of(const Tree& tree, const std::function<Shape(const std::string&)>& of_name);

/// Every name in the tree, in the order written; repeats included.
void for_each_name(const Tree& tree, const std::function<void(const Name&)>& visit);

}  // namespace provenu::formula
