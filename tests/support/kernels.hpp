#pragma once

#include <limits>
#include <utility>
#include <vector>

#include "evaluate/kernels.hpp"
#include "provenu/evaluate/evaluate.hpp"
#include "support/books.hpp"

namespace provenu::support {

inline constexpr double for_ever = std::numeric_limits<double>::infinity();

/// A table of six years and four beyond, unless said otherwise.
inline quantity::Axis axis(int first = 2026, int last = 2031, int beyond = 4) {
    return {{first, last}, beyond};
}

/// The flow, nought in the years and in the carried level that are not given.
inline std::vector<double> padded(std::vector<double> flow, const quantity::Axis& axis) {
    flow.resize(static_cast<std::size_t>(axis.columns()));
    return flow;
}

/// The years of the table alone.
inline std::vector<double> table_of(std::vector<double> values, const quantity::Axis& axis) {
    values.resize(static_cast<std::size_t>(axis.table.count()));
    return values;
}

/// All columns of a formula that names nothing.
inline std::vector<double> values_of(const quantity::Axis& axis, const formula::Tree& tree) {
    formula::Book one = book({{"x", tree}});
    one.axis = axis;
    const evaluate::Block block = evaluate::evaluate(formula::flatten(one)).block("x");
    return {block.data(), block.data() + block.size()};
}

/// A flow by column; the carried level is nought.
inline formula::Tree flow_of(const quantity::Axis& axis, const std::vector<double>& values) {
    std::vector<formula::Tree> years;
    for (const double value : values) years.push_back(formula::number(value));
    return formula::make(formula::Yearly{axis.table.first, false}, std::move(years));
}

/// The same with a last column that is the carried level.
inline formula::Tree carried_flow_of(const quantity::Axis& axis, const std::vector<double>& values) {
    const auto level = formula::number(values.back());
    const auto ends = formula::make(formula::Yearly{axis.all().last, true}, {level, level});
    const auto last = formula::make(formula::Yearly{axis.all().last, false}, {level});
    const std::vector<double> years(values.begin(), values.end() - 1);
    return formula::sum({flow_of(axis, years), formula::difference(ends, last)});
}

inline std::vector<double> overlap(const quantity::Axis& axis, double from, double until) {
    return values_of(axis, formula::make(formula::Overlap{}, {formula::number(from), formula::number(until)}));
}

inline std::vector<double> ramp(const quantity::Axis& axis, formula::Ramp shape, double from, double until) {
    return values_of(axis, formula::make(shape, {formula::number(from), formula::number(until)}));
}

inline std::vector<double> convolve(const quantity::Axis& axis, formula::Kernel kernel, const std::vector<double>& flow,
                                    double parameter) {
    std::vector<formula::Tree> operands{carried_flow_of(axis, padded(flow, axis))};
    if (kernel != formula::Kernel::running) operands.push_back(formula::number(parameter));
    return values_of(axis, formula::make(kernel, std::move(operands)));
}

inline std::vector<double> discount(const quantity::Axis& axis, formula::Discount timing, const std::vector<double>& rates) {
    return values_of(axis, formula::make(timing, {flow_of(axis, rates)}));
}

/// A moment of a flow whose years are all there are.
inline double moment(formula::Moment which, const std::vector<double>& flow) {
    const quantity::Axis all{{2026, 2025 + static_cast<int>(flow.size())}, 0};
    return values_of(all, formula::make(which, {flow_of(all, flow)})).front();
}

}  // namespace provenu::support
