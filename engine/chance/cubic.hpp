#pragma once

#include <array>
#include <vector>

namespace provenu::chance {

/// The places in -1..1 where a function must be known for its cubic: the zeros of Chebyshev's fourth polynomial, so that the
/// error is spread evenly (f'''' h^4 / 192 at most, h half the width).
inline constexpr double outer_node = 0.92387953251128676;
inline constexpr double inner_node = 0.38268343236508977;
inline constexpr std::array<double, 4> cubic_nodes{-outer_node, -inner_node, inner_node, outer_node};

/// A cubic's coefficients in the distance from the middle of its cell, so placed that no row lies across two lines of the cache.
struct alignas(32) Cubic {
    std::array<double, 4> c{};
};
using Rows = std::vector<Cubic>;

/// The cubic through `values` at `half_width` x cubic_nodes.
inline Cubic fit_cubic(const std::array<double, 4>& values, double half_width) {
    constexpr double outer_square = 0.85355339059327376;
    constexpr double difference = 0.70710678118654752;
    const double even_outer = (values[3] + values[0]) / 2;
    const double even_inner = (values[2] + values[1]) / 2;
    const double odd_outer = (values[3] - values[0]) * (0.5 / outer_node);
    const double odd_inner = (values[2] - values[1]) * (0.5 / inner_node);
    const double square = (even_outer - even_inner) * (1 / difference);
    const double cube = (odd_outer - odd_inner) * (1 / difference);
    const double per_width = 1 / half_width;  // a power of two, as all widths are
    return {{even_outer - square * outer_square, (odd_outer - cube * outer_square) * per_width, square * per_width * per_width,
             cube * per_width * per_width * per_width}};
}

}  // namespace provenu::chance
