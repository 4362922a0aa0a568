#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "provenu/formula/book.hpp"

namespace provenu::formula {

/// One operation on earlier results. `Name` does not occur: names are bound to slots.
struct Step {
    Operation operation;
    std::vector<std::size_t> operands;  ///< slots of earlier steps
    Shape shape = Shape::scalar;
};

/// A book as a flat list of steps; the result of step i stands in slot i.
struct Program {
    quantity::Axis axis;
    std::vector<Step> steps;
    std::map<std::string, std::size_t, std::less<>> slots;  ///< definition -> slot of its result
};

/// Flattens the book, definition by definition, operands before operations; shared branches become one step.
Program flatten(const Book& book);

}  // namespace provenu::formula
