#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace provenu::chance {

/// One dimension of Sobol's sequence in natural order, its 32 bits reversed: point n is the combination (exclusive or) of the
/// direction numbers that the bits of n name.
struct SobolDimension {
    std::vector<std::uint32_t> within;  ///< points 0..1023
    std::array<std::uint32_t, 32> directions{};
};

/// Dimensions that there are direction numbers for (Joe and Kuo 2008).
std::size_t sobol_dimensions();

/// \param dimension 0 .. sobol_dimensions() - 1
SobolDimension sobol_dimension(std::size_t dimension);

/// What the points from `first` on, a multiple of 1024, combine `within` with.
std::uint32_t sobol_first(const SobolDimension& dimension, std::uint64_t first);

}  // namespace provenu::chance
