#pragma once

#include <limits>
#include <vector>

#include "evaluate/kernels.hpp"

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

inline std::vector<double> overlap(const quantity::Axis& axis, double from, double until) {
    std::vector<double> out(static_cast<std::size_t>(axis.columns()));
    evaluate::overlap(axis, from, until, out);
    return out;
}

inline std::vector<double> ramp(const quantity::Axis& axis, formula::Ramp shape, double from, double until) {
    std::vector<double> out(static_cast<std::size_t>(axis.columns()));
    const double months[2] = {from, until};
    evaluate::ramp(axis, shape, months, out);
    return out;
}

inline std::vector<double> convolve(const quantity::Axis& axis, formula::Kernel kernel, const std::vector<double>& flow,
                                    double parameter) {
    std::vector<double> out(static_cast<std::size_t>(axis.columns()));
    evaluate::convolve(axis, kernel, padded(flow, axis), parameter, out);
    return out;
}

inline std::vector<double> discount(const quantity::Axis& axis, formula::Discount timing, const std::vector<double>& rates) {
    std::vector<double> out(static_cast<std::size_t>(axis.columns()));
    evaluate::discount(axis, timing, rates, out);
    return out;
}

/// A moment of a flow whose years are all there are.
inline double moment(formula::Moment which, std::vector<double> flow) {
    const quantity::Axis all{{2026, 2025 + static_cast<int>(flow.size())}, 0};
    return evaluate::moment(all, which, padded(std::move(flow), all));
}

}  // namespace provenu::support
