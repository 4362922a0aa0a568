// The loops of Kernels, written once in terms of lanes. Included by the one source of each set of instructions after its lanes,
// which say what a register holds; everything here is that source's own.

#include <bit>

#include "chance/kernels.hpp"
#include "chance/philox.hpp"

namespace provenu::chance {
namespace {

using lanes::Reals;
using lanes::Words;

constexpr std::uint64_t low_word = 0xFFFFFFFFU;

/// From the upper 52 of 64 bits: an odd multiple of 2^-53, so never 0 or 1, and 1 - u is exact.
inline Reals uniform(Words bits) {
    const Words fraction = lanes::shift_right<12>(bits) | lanes::words(std::bit_cast<std::uint64_t>(1.0));
    return lanes::as_reals(fraction) - lanes::reals(1 - 0x1p-53);
}

inline Words joined(Words low, Words high) {
    return lanes::shift_left<32>(high) | (low & lanes::words(low_word));
}

/// Four words of Philox in each lane; only the lower halves of lanes count, on the way too.
struct Four {
    Words word_0, word_1, word_2, word_3;
};

inline Four philox_lanes(Four c, std::uint64_t seed) {
    const Words multiplier_0 = lanes::words(philox_multiplier_0);
    const Words multiplier_1 = lanes::words(philox_multiplier_1);
    auto key_0 = static_cast<std::uint32_t>(seed);
    auto key_1 = static_cast<std::uint32_t>(seed >> 32);
#pragma GCC unroll 10
    for (int round = 0; round < philox_rounds; ++round) {
        const Words first = lanes::times(multiplier_0, c.word_0);
        const Words second = lanes::times(multiplier_1, c.word_2);
        c = {lanes::shift_right<32>(second) ^ c.word_1 ^ lanes::words(key_0), second,
             lanes::shift_right<32>(first) ^ c.word_3 ^ lanes::words(key_1), first};
        key_0 += philox_weyl_0;
        key_1 += philox_weyl_1;
    }
    return c;
}

/// Counter i of the block gives its values i and i + 512.
void random(const RandomBlock& block, double* u) {
    constexpr int half = block_values / 2;
    const Words word_1 = lanes::words(block.counter[1]);
    const Words word_2 = lanes::words(block.counter[2]);
    const Words word_3 = lanes::words(block.counter[3]);
    for (int i = 0; i < half; i += lanes::width) {
        const Words word_0 = lanes::ramp(block.counter[0] + static_cast<std::uint64_t>(i));
        const auto out = philox_lanes({word_0, word_1, word_2, word_3}, block.seed);
        lanes::store(u + i, uniform(joined(out.word_0, out.word_1)));
        lanes::store(u + i + half, uniform(joined(out.word_2, out.word_3)));
    }
}

inline Words times32(Words x, std::uint32_t factor) {
    return lanes::times(x, lanes::words(factor)) & lanes::words(low_word);
}

template <int distance>
inline Words swapped(Words x, std::uint32_t mask) {
    const Words lower = lanes::words(mask);
    return (lanes::shift_right<distance>(x) & lower) | lanes::shift_left<distance>(x & lower);
}

/// The lower 32 bits in opposite order.
inline Words reversed(Words x) {
    x = swapped<1>(x, 0x55555555U);
    x = swapped<2>(x, 0x33333333U);
    x = swapped<4>(x, 0x0F0F0F0FU);
    x = swapped<8>(x, 0x00FF00FFU);
    return swapped<16>(x, 0x0000FFFFU);
}

/// Owen's nested scramble of points with reversed bits, after Laine and Karras (2011) with the constants of Vegdahl (2021): every
/// step lets a bit depend on itself and on those before it alone.
inline Words scrambled(Words x, const std::array<std::uint32_t, 4>& key) {
    const Words mask = lanes::words(low_word);
    x = (x + lanes::words(key[0])) & mask;
    x = x ^ times32(x, 0x3D20ADEAU);
    x = times32(x, key[1] | 1U);
    x = x ^ times32(x, 0x05526C56U);
    x = (x + lanes::words(key[2])) & mask;
    x = times32(x, key[3] | 1U);
    return x ^ times32(x, 0x53A22864U);
}

/// Bits beyond the 32nd: anything that depends on all of those before.
inline Words further_bits(Words x) {
    x = x ^ lanes::shift_right<16>(x);
    x = times32(x, 0x85EBCA6BU);
    x = x ^ lanes::shift_right<13>(x);
    x = times32(x, 0xC2B2AE35U);
    return x ^ lanes::shift_right<16>(x);
}

void sobol(const SobolBlock& block, double* u) {
    const Words first = lanes::words(block.first);
    for (int i = 0; i < block_values; i += lanes::width) {
        const Words point = scrambled(lanes::widened(block.within + i) ^ first, block.key);
        lanes::store(u + i, uniform(joined(further_bits(point), reversed(point))));
    }
}

inline Reals cubic(const lanes::Row& row, Reals t) {
    return row.c0 + t * (row.c1 + t * (row.c2 + t * row.c3));
}

double by_octaves(const double* rows, const double* u, double* x) {
    constexpr int shift = 52 - octaves::cells_log2;
    constexpr std::uint64_t first = std::bit_cast<std::uint64_t>(octaves::least) >> shift;
    const Words cell = lanes::words(~((std::uint64_t{1} << shift) - 1));
    const Words middle = lanes::words(std::uint64_t{1} << (shift - 1));
    Reals lowest = lanes::reals(0.5);
    for (int i = 0; i < block_values; i += lanes::width) {
        const Reals below = lanes::load(u + i);
        const Reals above = lanes::reals(1.0) - below;
        const Reals tail = lanes::least(below, above);
        lowest = lanes::least(lowest, tail);
        const Reals v = lanes::greatest(tail, lanes::reals(octaves::least));
        const Words bits = lanes::as_words(v);
        const Words side = lanes::where(lanes::less(above, below), lanes::words(octaves::rows - first), lanes::words(-first));
        const Reals t = v - lanes::as_reals((bits & cell) | middle);
        lanes::store(x + i, cubic(lanes::row(rows, lanes::shift_right<shift>(bits) + side), t));
    }
    return lanes::least_of(lowest);
}

double by_grid(const Bent& table, const double* z, double* x) {
    constexpr double magic = 0x1.8p52 * grid::step;
    constexpr std::uint64_t first = std::bit_cast<std::uint64_t>(magic) - grid::reach;
    const Reals most = lanes::reals(grid::most);
    Reals lowest = lanes::reals(0);
    for (int i = 0; i < block_values; i += lanes::width) {
        const Reals raw = lanes::load(z + i);
        lowest = lanes::least(lowest, lanes::least(raw, lanes::reals(0.0) - raw));
        const Reals inside = lanes::least(lanes::greatest(raw, lanes::reals(-grid::most)), most);
        const Reals rounded = inside + lanes::reals(magic);
        const Words side =
            lanes::where(lanes::less(raw, lanes::reals(table.bend)), lanes::words(-first), lanes::words(grid::rows - first));
        const Reals t = inside - (rounded - lanes::reals(magic));
        lanes::store(x + i, cubic(lanes::row(table.rows, lanes::as_words(rounded) + side), t));
    }
    return -lanes::least_of(lowest);
}

void by_roots(const Roots& roots, const double* u, double* x) {
    for (int i = 0; i < block_values; i += lanes::width) {
        const Reals below = lanes::load(u + i);
        const Reals above = lanes::reals(1.0) - below;
        const auto rises = lanes::less(below, lanes::reals(roots.bend));
        const Reals rise = lanes::reals(roots.rise_0) + lanes::reals(roots.rise_1) * below;
        const Reals fall = lanes::reals(roots.fall_0) + lanes::reals(roots.fall_1) * above;
        const Reals root = lanes::root(lanes::where(rises, rise, fall));
        lanes::store(x + i, lanes::where(rises, lanes::reals(roots.low) + root, lanes::reals(roots.high) - root));
    }
}

void by_line(const Line& line, const double* in, double* out) {
    for (int i = 0; i < block_values; i += lanes::width) {
        lanes::store(out + i, lanes::reals(line.offset) + lanes::reals(line.slope) * lanes::load(in + i));
    }
}

void by_stairs(const Stairs& stairs, const double* in, double* out) {
    for (int i = 0; i < block_values; i += lanes::width) {
        const Reals at = lanes::load(in + i);
        Reals value = lanes::reals(stairs.values[0]);
        for (int k = 0; k < stairs.bounds_count; ++k) {
            value = lanes::where(lanes::less(at, lanes::reals(stairs.bounds[k])), value, lanes::reals(stairs.values[k + 1]));
        }
        lanes::store(out + i, value);
    }
}

void mix(const Mixture& mixture, double* out) {
    for (int i = 0; i < mixture.size; i += lanes::width) {
        Reals sum = lanes::reals(mixture.weights[0]) * lanes::load(mixture.parts[0] + i);
        for (int k = 1; k < mixture.count; ++k) {
            sum = sum + lanes::reals(mixture.weights[k]) * lanes::load(mixture.parts[k] + i);
        }
        lanes::store(out + i, sum);
    }
}

constexpr Kernels own_kernels{random, sobol, by_octaves, by_grid, by_roots, by_line, by_stairs, mix};

}  // namespace
}  // namespace provenu::chance
