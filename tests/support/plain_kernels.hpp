#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "provenu/formula/node.hpp"
#include "provenu/quantity/time.hpp"

/// The operations over the years of one draw, in plain loops: what the engine's blocks are held against. All spans have
/// `axis.columns()` values, the carried level last.
namespace provenu::support::plain {

inline constexpr double infinite = std::numeric_limits<double>::infinity();

/// Flows this much smaller than the greatest are binary noise, not money.
inline constexpr double noise = 1e-10;

inline double share_of_unit(double x) {
    return std::clamp(x, 0.0, 1.0);
}

/// Integral of the ramp's profile from its start to `u` of its length, 0..1.
inline double ramp_integral(formula::Ramp shape, double u) {
    return shape == formula::Ramp::linear ? u * u / 2 : u * u * u * (1 - u / 2);
}

/// How much of a cohort is there `distance` years after it came.
inline double weight(formula::Kernel kernel, double distance, double parameter) {
    using formula::Kernel;
    if (distance < 0) return 0;
    switch (kernel) {
        case Kernel::running:
            return 1;
        case Kernel::delay:
            return share_of_unit(1 - std::abs(distance - parameter / 12));
        case Kernel::stay_start:
            return share_of_unit(parameter - distance);
        case Kernel::leave_start:
            return parameter > 0 ? share_of_unit(1 - distance / parameter) : 0;
        case Kernel::stay_middle:
            return (weight(Kernel::stay_start, distance, parameter) + weight(Kernel::stay_start, distance - 1, parameter)) / 2;
        case Kernel::leave_middle:
            return (weight(Kernel::leave_start, distance, parameter) + weight(Kernel::leave_start, distance + 1, parameter)) / 2;
    }
    return 0;
}

inline double tolerance(std::span<const double> flow) {
    double greatest = 0;
    for (double value : flow) greatest = std::max(greatest, std::abs(value));
    return greatest * noise;
}

inline double turn(std::span<const double> flow) {
    const double zero = tolerance(flow);
    double before = 0;
    double found = -infinite;
    for (std::size_t year = 0; year < flow.size(); ++year) {
        const double after = before + flow[year];
        if (before > zero && after <= zero) found = static_cast<double>(year) + std::min(1.0, before / (before - after));
        if (after > zero) found = infinite;
        before = after;
    }
    return found;
}

inline double first_outlay(std::span<const double> flow) {
    const double zero = tolerance(flow);
    const auto found = std::ranges::find_if(flow, [zero](double value) { return value > zero; });
    return found == flow.end() ? 0 : static_cast<double>(found - flow.begin());
}

inline void overlap(const quantity::Axis& axis, double from, double until, std::span<double> out) {
    for (int column = 0; column < axis.years(); ++column) {
        const double start = 12.0 * axis.year(column);
        out[static_cast<std::size_t>(column)] = std::max(0.0, std::min(start + 12, until) - std::max(start, from));
    }
    out.back() = until == infinite ? 12 : 0;
}

inline void ramp(const quantity::Axis& axis, formula::Ramp shape, std::span<const double, 2> months, std::span<double> out) {
    const double until = std::max(months[0], months[1]);  // none or backwards: a step in its month
    const double length = until - months[0];
    const auto risen = [&](double month) {
        return length > 0 ? ramp_integral(shape, share_of_unit((month - months[0]) / length)) * length : 0;
    };
    for (int column = 0; column < axis.years(); ++column) {
        const double start = 12.0 * axis.year(column);
        const double full = std::clamp(start + 12 - until, 0.0, 12.0);  // months after the ramp
        out[static_cast<std::size_t>(column)] = share_of_unit((risen(start + 12) - risen(start) + full) / 12);
    }
    out.back() = 1;
}

inline void convolve(const quantity::Axis& axis, formula::Kernel kernel, std::span<const double> flow, double parameter,
                     std::span<double> out) {
    const auto years = static_cast<std::size_t>(axis.years());
    for (std::size_t year = 0; year < years; ++year) {
        double sum = 0;
        for (std::size_t earlier = 0; earlier <= year; ++earlier)
            if (const double share = weight(kernel, static_cast<double>(year - earlier), parameter); share != 0)
                sum += flow[earlier] * share;
        out[year] = sum;
    }
    const auto last_of_table = static_cast<std::size_t>(axis.table.count()) - 1;
    out.back() = kernel == formula::Kernel::delay ? flow.back() : out[last_of_table];
}

inline void discount(const quantity::Axis& axis, formula::Discount timing, std::span<const double> rates, std::span<double> out) {
    const auto years = static_cast<std::size_t>(axis.years());
    double factor = 1;
    for (std::size_t year = 0; year < years; ++year) {
        if (year > 0) factor /= 1 + rates[year];
        const double within = year + 1 < years ? rates[year + 1] : rates[year];
        const double share = timing == formula::Discount::start ? 0 : timing == formula::Discount::middle ? 0.5 : 1;
        out[year] = share == 0 ? factor : share == 1 ? factor / (1 + within) : factor / std::sqrt(1 + within);
    }
    out.back() = 0;
}

inline double moment(const quantity::Axis& axis, formula::Moment which, std::span<const double> flow) {
    const auto years = flow.first(static_cast<std::size_t>(axis.payback_years()));
    return which == formula::Moment::turn ? turn(years) : first_outlay(years);
}

}  // namespace provenu::support::plain
