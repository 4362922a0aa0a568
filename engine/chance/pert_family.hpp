#pragma once

#include <array>
#include <vector>

#include "chance/cubic.hpp"
#include "chance/kernels.hpp"
#include "chance/pearson.hpp"

namespace provenu::chance {

/// The law of a beta distribution on 0..1.
Pearson beta_law(double a, double b);

/// The shape that has its tables ready.
inline constexpr double usual_pert_shape = 4;

/// Rows for both sides of PERT ranges of the usual shape on 0..1, whose mode is at `mode`. The quantile is a smooth function of
/// the mode, so it is interpolated between tables made once for a few modes, at Chebyshev's points.
///
/// The upper side's rows are those of 1 - x.
Rows usual_pert_rows(double mode, const Kernels& kernels);

}  // namespace provenu::chance
