#include "chance/points.hpp"

#include <algorithm>

#include "chance/latin.hpp"
#include "chance/philox.hpp"

namespace provenu::chance {

namespace {

constexpr std::uint64_t block_draws = block_values;
static_assert(block_values == block_size);

void fill_random(const Points& points, const Stream& stream, std::uint64_t block, const Kernels& kernels, double* u) {
    kernels.random({points.seed, counter_of(stream.hash, Purpose::draws, block * (block_draws / 2))}, u);
}

void fill_latin(const Points& points, const Stream& stream, std::uint64_t block, const Kernels& kernels, double* u) {
    const auto replicates = static_cast<std::uint64_t>(points.extent.replicates);
    const auto count = points_of(points.extent, block % replicates);
    const auto key = philox(counter_of(stream.hash, Purpose::permutation, block % replicates), points.seed);
    const auto first = block / replicates * block_draws;
    fill_random(points, stream, block, kernels, u);
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(count_of(points.extent, block)); ++i) {
        u[i] = in_stratum(permuted(first + i, count, key), count, u[i]);
    }
}

}  // namespace

Extent extent_of(const Sample& sample) {
    constexpr std::uint64_t many_draws = 65'536;
    Extent out{sample.draws, 1};
    const std::uint64_t usual = sample.draws < many_draws ? 4 : 16;
    const std::uint64_t most_replicates = sample.replicates > 0 ? static_cast<std::uint64_t>(sample.replicates) : usual;
    if (sample.method != Method::random) {
        out.replicates = static_cast<int>(std::clamp<std::uint64_t>(sample.draws / block_draws, 1, most_replicates));
    }
    return out;
}

std::uint64_t blocks_of(const Extent& extent) {
    return extent.draws / block_draws + (extent.draws % block_draws != 0 ? 1 : 0);
}

int count_of(const Extent& extent, std::uint64_t block) {
    if (block >= blocks_of(extent)) return 0;
    return static_cast<int>(std::min(block_draws, extent.draws - block * block_draws));
}

std::uint64_t points_of(const Extent& extent, std::uint64_t replicate) {
    const auto replicates = static_cast<std::uint64_t>(extent.replicates);
    const auto blocks = blocks_of(extent);
    if (replicate >= blocks) return 0;
    const auto own = (blocks - replicate + replicates - 1) / replicates;
    const auto last = replicate + (own - 1) * replicates;
    return (own - 1) * block_draws + static_cast<std::uint64_t>(count_of(extent, last));
}

void fill_uniform(const Points& points, const Stream& stream, std::uint64_t block, const Kernels& kernels, double* u) {
    if (points.method == Method::latin) {
        fill_latin(points, stream, block, kernels, u);
    } else if (points.method == Method::sobol && stream.dimension) {
        const auto replicates = static_cast<std::uint64_t>(points.extent.replicates);
        const auto key = philox(counter_of(stream.hash, Purpose::scramble, block % replicates), points.seed);
        const auto first = sobol_first(*stream.dimension, block / replicates * block_draws);
        kernels.sobol({stream.dimension->within.data(), first, key}, u);
    } else {
        fill_random(points, stream, block, kernels, u);
    }
}

}  // namespace provenu::chance
