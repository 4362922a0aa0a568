#pragma once

namespace provenu::quantity {

/// Half away from zero to a multiple of `step` (1, 5, 10, 0.1 ...; above zero): 1417.5 gives 1418, -0.5 gives -1. A value
/// within binary noise of a half (1e-12 of its size, at least 1e-9 and at most 0.01 of a step) counts as the half:
/// 1417.4999999999998 gives 1418. Never gives -0; infinities and NaN come back as they are.
double round_half_away(double value, double step = 1.0);

/// The greatest whole number not above `value`, and the least not below it; a value within the same binary noise of a whole
/// number counts as that number: 2.9999999999999996 rounds down to 3. Never gives -0.
double round_down(double value);
double round_up(double value);

}  // namespace provenu::quantity
