#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>

#include "provenu/formula/node.hpp"

namespace provenu::evaluate {

/// Operations on single numbers, in one place for a table and for draws.

/// Months from `from` up to `until` within the year whose first month is `start` (absolute month numbers, see quantity::Month).
inline double months_within(double start, double from, double until) {
    return std::max(0.0, std::min(start + 12, until) - std::max(start, from));
}

inline double share_of_unit(double x) {
    return x < 0 ? 0 : x > 1 ? 1 : x;
}

/// Integral of the ramp's profile from its start to `u` of its length, 0..1.
inline double ramp_integral(formula::Ramp shape, double u) {
    return shape == formula::Ramp::linear ? u * u / 2 : u * u * u * (1 - u / 2);
}

/// Mean of a ramp's profile over the year whose first month is `start`, exactly. None or backwards: a step in its month.
inline double ramp_share(formula::Ramp shape, double start, double from, double asked_until) {
    const double until = std::max(from, asked_until);
    const double length = until - from;
    const auto risen = [&](double month) {
        return length > 0 ? ramp_integral(shape, share_of_unit((month - from) / length)) * length : 0;
    };
    const double full = start + 12 - until;  // months after the ramp
    return share_of_unit((risen(start + 12) - risen(start) + (full < 0 ? 0 : full > 12 ? 12 : full)) / 12);
}

/// How much of a cohort is there `distance` years after it came; `parameter` is the kernel's months or years of stay.
inline double weight(formula::Kernel kernel, double distance, double parameter) {
    using formula::Kernel;
    const auto stays = [parameter](double d) { return d < 0 ? 0 : share_of_unit(parameter - d); };
    const auto left = [parameter](double d) { return d >= 0 && parameter > 0 ? share_of_unit(1 - d / parameter) : 0; };
    switch (kernel) {
        case Kernel::running:
            return 1;
        case Kernel::delay:
            return share_of_unit(1 - std::abs(distance - parameter / 12));
        case Kernel::stay_start:
            return stays(distance);
        case Kernel::leave_start:
            return left(distance);
        case Kernel::stay_middle:
            return (stays(distance) + stays(distance - 1)) / 2;
        case Kernel::leave_middle:
            return (left(distance) + left(distance + 1)) / 2;
    }
    return 0;
}

/// Internal rates of return of the flow: the only root or NaN, or their count.
double return_rate(formula::ReturnRate::Ask ask, std::span<const double> flow);

}  // namespace provenu::evaluate
