#pragma once

#include <cstddef>

namespace provenu::risk {

/// The sum of term(0), term(1) ... in one fixed order: partial sums kept side by side, so that any width of vector adds alike.
template <class Term>
inline double add_up(std::size_t count, const Term& term) {
    constexpr std::size_t lanes = 32;
    double partial[lanes] = {};
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane) partial[lane] += term(i + lane);
    for (std::size_t lane = 0; i < count; ++i, ++lane) partial[lane] += term(i);
    double sums[lanes];
    for (std::size_t lane = 0; lane < lanes; ++lane) sums[lane] = partial[lane];
    for (std::size_t half = lanes / 2; half > 0; half /= 2)
        for (std::size_t lane = 0; lane < half; ++lane) sums[lane] += sums[lane + half];
    return sums[0];
}

}  // namespace provenu::risk
