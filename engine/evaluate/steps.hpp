#pragma once

#include <span>
#include <vector>

#include "evaluate/form.hpp"
#include "provenu/formula/node.hpp"
#include "provenu/quantity/time.hpp"

namespace provenu::evaluate {

using Rows = std::span<const Row* const>;

/// What a step is performed with.
struct Ground {
    const quantity::Axis& axis;
    const Algebra& algebra;
};

// Column by column; as wide as the widest operand.
Row add(const Ground& ground, Rows operands);
Row multiply(const Ground& ground, Rows operands);
Row divide(const Ground& ground, Rows operands);
Row negate(const Ground& ground, const Row& operand);
/// Work on two numbers, from the left, or on one.
Row fold(const Ground& ground, Work work, Rows operands);

// Values of all years, the carried level last.
Row yearly(const Ground& ground, const formula::Yearly& yearly, Rows operands);
Row overlap(const Ground& ground, Rows operands);
Row ramp(const Ground& ground, formula::Ramp shape, Rows operands);
Row convolve(const Ground& ground, formula::Kernel kernel, Rows operands);
Row discount(const Ground& ground, formula::Discount timing, const Row& rates);

// One number of several years.
Row sum_over(const Ground& ground, quantity::Years years, const Row& flow);
Row of_flow(const Ground& ground, Work work, quantity::Years years, const Row& flow);
Row column(const Row& row, int column);

}  // namespace provenu::evaluate
