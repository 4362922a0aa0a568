#pragma once

#include <vector>

#include "chance/cubic.hpp"
#include "chance/kernels.hpp"
#include "chance/pearson.hpp"
#include "chance/shapes.hpp"

namespace provenu::chance {

/// Writes the rows of one side from its values at the nodes of each cell (see cubic_nodes).
void fit_octaves(const Nodes& nodes, Cubic* rows);

/// The table of a distribution's quantile for Kernels::by_octaves, exact to about 1e-10 of its spread. PERT, normal and lognormal
/// ones only, cut off or not; the others have closed forms.
Rows octave_rows(const Distribution& distribution, const Kernels& kernels);

}  // namespace provenu::chance
