#pragma once

#include <cmath>

namespace provenu::quantity {

/// Half away from zero to a multiple of `step` (1, 5, 10, 0.1 ...; above zero): 1417.5 gives 1418, -0.5 gives -1. A value
/// within binary noise of a half (1e-12 of its size, at least 1e-9 and at most 0.01 of a step) counts as the half:
/// 1417.4999999999998 gives 1418. Never gives -0; infinities and NaN come back as they are.
double round_half_away(double value, double step = 1.0);

/// The greatest whole number not above `value`, and the least not below it; a value within the same binary noise of a whole
/// number counts as that number: 2.9999999999999996 rounds down to 3. Never gives -0.
inline double round_down(double value) {
    const double size = std::abs(value);
    const double noise = size * 1e-12 < 1e-9 ? 1e-9 : size * 1e-12 > 1e-2 ? 1e-2 : size * 1e-12;
    const double almost_half = 0.49999999999999994;  // so that what is just below a half does not become one when added
    const double nearest = std::trunc(value + (value < 0 ? -almost_half : almost_half));
    const double below = std::floor(value);
    return (std::abs(value - nearest) <= noise ? nearest : below) + 0.0;
}
inline double round_up(double value) {
    return 0.0 - round_down(-value);
}

}  // namespace provenu::quantity
