#pragma once

namespace provenu::quantity {

/// Half away from zero to a multiple of `step` (1, 5, 10, 0.1 ...): 1417.5 gives 1418, -0.5 gives -1. A value within binary
/// noise of a half (relative 1e-12 or so) counts as the half: 1417.4999999999998 gives 1418. Never gives -0.
double round_half_away(double value, double step = 1.0);

}  // namespace provenu::quantity
