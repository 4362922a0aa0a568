#pragma once

#include <variant>
#include <vector>

#include "chance/cubic.hpp"
#include "chance/kernels.hpp"
#include "chance/shapes.hpp"

namespace provenu::chance {

/// A table, and the exact quantile for the few numbers that lie beyond it.
struct ByOctaves {
    Rows rows;
};
struct ByGrid {
    Rows rows;        ///< of one table, or of two where it bends
    double bend = 0;  ///< beyond every number, if there is one table only
};
struct ByStairs {
    std::vector<double> bounds;
    std::vector<double> values;
};
/// Observed values in their order, each beside how many are less, and how many as great, as shares of all.
struct ByPosition {
    std::vector<double> values;
    std::vector<double> ranks;
    std::vector<double> widths;
};
struct Certain {
    double value = 0;
};

/// How values come from the numbers drawn.
using Inverse = std::variant<Certain, Line, Roots, ByOctaves, ByGrid, ByStairs, ByPosition>;

/// From uniform numbers; and from standard normal numbers, of what is correlated.
Inverse from_uniform(const Distribution& distribution, const Kernels& kernels);
Inverse from_normal(const Distribution& distribution, const Kernels& kernels);

/// Values of one block; `in` and `out` are different arrays.
void apply(const Inverse& inverse, const Distribution& distribution, const Kernels& kernels,
           const std::array<double*, 2>& in_out);

/// z of u, and u of z, of one block.
void to_normal(const Kernels& kernels, const double* u, double* z);
void to_uniform(const Kernels& kernels, const double* z, double* u);

/// Of observed values, that their numbers pick by position: their ranks, as uniform numbers.
void ranks_of_positions(const ByPosition& observed, double* u);

}  // namespace provenu::chance
