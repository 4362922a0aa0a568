#pragma once

#include <optional>

#include "provenu/audit/cause.hpp"

namespace provenu::audit {

/// A printed figure and what should stand there, as far as that is known.
struct Pair {
    double printed = 0;
    double right = 0;
    double tolerance = 0;  ///< of `right`
    double step = 1;       ///< the printed figure's last digit
};

/// How a hand or an eye made the one of the other: a sign, two digits, a power of ten, a digit. None where no slip does.
std::optional<Cause> slip(const Pair& pair);

}  // namespace provenu::audit
