#include "chance/sobol.hpp"

#include <bit>
#include <boost/random/sobol.hpp>

namespace provenu::chance {

namespace {

using Table = boost::random::default_sobol_table;
constexpr std::size_t bits = 32;
constexpr std::size_t within_bits = 10;

/// m_k of Joe and Kuo: m_k = 2 a_1 m_(k-1) ^ 4 a_2 m_(k-2) ^ ... ^ 2^s m_(k-s) ^ m_(k-s), a_i the polynomial's coefficients.
std::array<std::uint64_t, bits> initial_numbers(std::size_t dimension) {
    std::array<std::uint64_t, bits> m{};
    if (dimension == 0) {
        m.fill(1);
        return m;
    }
    const std::uint64_t polynomial = Table::polynomial(dimension - 1);
    const auto degree = static_cast<std::size_t>(std::bit_width(polynomial)) - 1;
    for (std::size_t k = 0; k < bits; ++k) {
        if (k < degree) {
            m.at(k) = Table::minit(dimension - 1, k);
            continue;
        }
        m.at(k) = m.at(k - degree);
        for (std::size_t i = 1; i <= degree; ++i) {
            if ((polynomial >> (degree - i) & 1) != 0) m.at(k) ^= m.at(k - i) << i;
        }
    }
    return m;
}

std::uint32_t reversed(std::uint32_t word) {
    word = (word >> 1 & 0x55555555U) | (word & 0x55555555U) << 1;
    word = (word >> 2 & 0x33333333U) | (word & 0x33333333U) << 2;
    word = (word >> 4 & 0x0F0F0F0FU) | (word & 0x0F0F0F0FU) << 4;
    word = (word >> 8 & 0x00FF00FFU) | (word & 0x00FF00FFU) << 8;
    return word >> 16 | word << 16;
}

}  // namespace

std::size_t sobol_dimensions() {
    return Table::max_dimension;
}

SobolDimension sobol_dimension(std::size_t dimension) {
    SobolDimension out;
    const auto m = initial_numbers(dimension);
    for (std::size_t k = 0; k < bits; ++k) {
        out.directions.at(k) = reversed(static_cast<std::uint32_t>(m.at(k) << (bits - 1 - k)));
    }
    out.within.resize(std::size_t{1} << within_bits);
    for (std::size_t k = 0; k < within_bits; ++k) {
        const auto known = std::size_t{1} << k;
        for (std::size_t i = 0; i < known; ++i) out.within[known + i] = out.within[i] ^ out.directions.at(k);
    }
    return out;
}

std::uint32_t sobol_first(const SobolDimension& dimension, std::uint64_t first) {
    std::uint32_t out = 0;
    for (std::size_t k = within_bits; k < bits; ++k) {
        if ((first >> k & 1U) != 0) out ^= dimension.directions.at(k);
    }
    return out;
}

}  // namespace provenu::chance
