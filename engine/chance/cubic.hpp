#pragma once

#include <array>

namespace provenu::chance {

/// The places in -1..1 where a function must be known for its cubic: the zeros of Chebyshev's fourth polynomial, so that the
/// error is spread evenly (f'''' h^4 / 192 at most, h half the width).
inline constexpr double outer_node = 0.92387953251128676;
inline constexpr double inner_node = 0.38268343236508977;
inline constexpr std::array<double, 4> cubic_nodes{-outer_node, -inner_node, inner_node, outer_node};

/// Writes the four coefficients, in the distance from the middle, of the cubic through `values` at `half_width` x cubic_nodes.
inline void fit_cubic(const std::array<double, 4>& values, double half_width, double* row) {
    constexpr double outer_square = 0.85355339059327376;
    constexpr double difference = 0.70710678118654752;
    const double even_outer = (values[3] + values[0]) / 2;
    const double even_inner = (values[2] + values[1]) / 2;
    const double odd_outer = (values[3] - values[0]) / (2 * outer_node);
    const double odd_inner = (values[2] - values[1]) / (2 * inner_node);
    const double square = (even_outer - even_inner) / difference;
    const double cube = (odd_outer - odd_inner) / difference;
    row[0] = even_outer - square * outer_square;
    row[1] = (odd_outer - cube * outer_square) / half_width;
    row[2] = square / (half_width * half_width);
    row[3] = cube / (half_width * half_width * half_width);
}

}  // namespace provenu::chance
