#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "chance/kernels.hpp"
#include "chance/sobol.hpp"
#include "provenu/chance/design.hpp"

namespace provenu::chance {

/// The sizes of a sample: its blocks, and how they are dealt to its scrambles.
struct Extent {
    std::uint64_t draws = 0;
    int replicates = 1;
};
Extent extent_of(const Sample& sample);
std::uint64_t blocks_of(const Extent& extent);
int count_of(const Extent& extent, std::uint64_t block);
/// Draws that belong to one scramble.
std::uint64_t points_of(const Extent& extent, std::uint64_t replicate);

/// The uniform numbers of one name.
struct Stream {
    std::uint64_t hash = 0;
    std::optional<SobolDimension> dimension;  ///< of Sobol's sequence, as far as that has dimensions
};

/// What the uniform numbers of all streams have in common.
struct Points {
    Method method = Method::random;
    std::uint64_t seed = 0;
    Extent extent;
};

/// The block's uniform numbers of one stream.
void fill_uniform(const Points& points, const Stream& stream, std::uint64_t block, const Kernels& kernels, double* u);

}  // namespace provenu::chance
