#pragma once

#include <array>
#include <cstdint>

#include "provenu/processor/instructions.hpp"

namespace provenu::chance {

/// Values of one block; the same as block_size, but of use where no other header may be seen.
inline constexpr int block_values = 1024;

/// A table over u of 0 < u < 1: rows of a cubic polynomial's four coefficients, `cells_per_octave` for each octave of
/// v = min(u, 1 - u) from 2^-20 to 1/2, in v - (the cell's middle); first those for u < 1/2, then those for u > 1/2.
namespace octaves {
inline constexpr int deepest = 20;
inline constexpr int cells_log2 = 5;
inline constexpr int cells = 1 << cells_log2;
inline constexpr int rows = (deepest - 1) * cells;  ///< of one side
inline constexpr double least = 0x1p-20;
}  // namespace octaves

/// A table over z, a standard normal number: rows of four coefficients in z - k/32, |k| <= `reach`.
namespace grid {
inline constexpr int reach = 151;
inline constexpr double step = 1.0 / 32;
inline constexpr int rows = 2 * reach + 1;
inline constexpr double most = reach * step;
}  // namespace grid

/// Which numbers of which stream; see counter_of.
struct RandomBlock {
    std::uint64_t seed = 0;
    std::array<std::uint32_t, 4> counter{};  ///< of the block's first; the low word is a multiple of 512
};

/// Sobol points of a block, their bits reversed, as `within[i] ^ first`.
struct SobolBlock {
    const std::uint32_t* within = nullptr;
    std::uint32_t first = 0;
    std::array<std::uint32_t, 4> key{};
};

/// x = low + sqrt(rise_0 + rise_1 u) up to `bend`, and high - sqrt(fall_0 + fall_1 (1 - u)) beyond.
struct Roots {
    double bend = 0;
    double low = 0, high = 0;
    double rise_0 = 0, rise_1 = 0;
    double fall_0 = 0, fall_1 = 0;
};

struct Line {
    double offset = 0;
    double slope = 1;
};

/// values[k] for the first k with in < bounds[k]; one more value than bounds.
struct Stairs {
    const double* bounds = nullptr;
    const double* values = nullptr;
    int bounds_count = 0;
};

/// A table over z, and from `bend` on a second one right behind it.
struct Bent {
    const double* rows = nullptr;
    double bend = 0;
};

/// weights[0] x parts[0] + ..., of arrays of `size` values, a multiple of 32.
struct Mixture {
    const double* weights = nullptr;
    const double* const* parts = nullptr;
    int count = 0;
    int size = block_values;
};

/// The loops over the values of one block, compiled for one set of instructions. All give the same bits.
struct Kernels {
    void (*random)(const RandomBlock& block, double* u);
    void (*sobol)(const SobolBlock& block, double* u);
    /// Gives the least min(u, 1 - u); where that is below octaves::least, x is that of octaves::least.
    double (*by_octaves)(const double* rows, const double* u, double* x);
    /// Gives the greatest |z|; where that is above grid::most, x is that of grid::most.
    double (*by_grid)(const Bent& table, const double* z, double* x);
    void (*by_roots)(const Roots& roots, const double* u, double* x);
    void (*by_line)(const Line& line, const double* in, double* out);
    void (*by_stairs)(const Stairs& stairs, const double* in, double* out);
    void (*mix)(const Mixture& mixture, double* out);
};

/// Those compiled for a set of instructions, or the best below it that was.
const Kernels& kernels(processor::Instructions instructions);

/// One for each set of instructions; nothing where the compiler does not know it.
const Kernels* baseline_kernels();
const Kernels* avx2_kernels();
const Kernels* avx512_kernels();

}  // namespace provenu::chance
