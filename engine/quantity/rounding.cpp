#include "provenu/quantity/rounding.hpp"

#include <algorithm>
#include <cmath>

namespace provenu::quantity {

namespace {

/// How far from a half or a whole a number of this size may be by binary noise alone; always well under a half.
double noise(double magnitude) {
    return std::clamp(magnitude * 1e-12, 1e-9, 1e-2);
}

double half_up(double magnitude) {
    const double below = std::floor(magnitude);
    return magnitude - below >= 0.5 - noise(magnitude) ? below + 1.0 : below;
}

/// `count` steps as the nearest double: 3 x 0.1 is 0.3, which a multiplication misses.
double of_steps(double count, double step) {
    const double per_unit = std::round(1.0 / step);
    return step < 1.0 && std::abs(per_unit * step - 1.0) < 1e-12 ? count / per_unit : count * step;
}

}  // namespace

double round_half_away(double value, double step) {
    const double magnitude = std::abs(value) / step;
    if (!std::isfinite(magnitude)) return value;
    const double rounded = of_steps(half_up(magnitude), step);
    return value < 0.0 && rounded != 0.0 ? -rounded : rounded;
}

}  // namespace provenu::quantity
