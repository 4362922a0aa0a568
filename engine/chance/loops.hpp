// The loops of Kernels, written once in terms of lanes. Included by the one source of each set of instructions after its lanes,
// which say what a register holds; everything here is that source's own.

#include <bit>
#include <cstddef>

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

struct RoundKeys {
    Words key_0[philox_rounds];
    Words key_1[philox_rounds];

    explicit RoundKeys(std::uint64_t seed) {
        auto low = static_cast<std::uint32_t>(seed);
        auto high = static_cast<std::uint32_t>(seed >> 32);
        for (int round = 0; round < philox_rounds; ++round) {
            key_0[round] = lanes::words(low);
            key_1[round] = lanes::words(high);
            low += philox_weyl_0;
            high += philox_weyl_1;
        }
    }
};

/// Two counters' steps in turn, because each waits for the one before.
inline void philox_lanes(Four& c, Four& d, const RoundKeys& keys) {
    const Words multiplier_0 = lanes::words(philox_multiplier_0);
    const Words multiplier_1 = lanes::words(philox_multiplier_1);
#pragma GCC unroll 10
    for (int round = 0; round < philox_rounds; ++round) {
        const Words c_first = lanes::times(multiplier_0, c.word_0);
        const Words d_first = lanes::times(multiplier_0, d.word_0);
        const Words c_second = lanes::times(multiplier_1, c.word_2);
        const Words d_second = lanes::times(multiplier_1, d.word_2);
        c = {lanes::exclusive(lanes::shift_right<32>(c_second), c.word_1, keys.key_0[round]), c_second,
             lanes::exclusive(lanes::shift_right<32>(c_first), c.word_3, keys.key_1[round]), c_first};
        d = {lanes::exclusive(lanes::shift_right<32>(d_second), d.word_1, keys.key_0[round]), d_second,
             lanes::exclusive(lanes::shift_right<32>(d_first), d.word_3, keys.key_1[round]), d_first};
    }
}

/// Uniform numbers of one block: those at i and i + width, and 512 further. Counter i gives those at i and i + 512.
struct Some {
    Reals near_0, near_1, far_0, far_1;
};
constexpr int half_block = block_values / 2;
constexpr int stride = 2 * lanes::width;

struct Drawn {
    RoundKeys keys;
    std::uint64_t word_0;
    Words word_1, word_2, word_3;

    explicit Drawn(const RandomBlock& block)
        : keys(block.seed),
          word_0(block.counter[0]),
          word_1(lanes::words(block.counter[1])),
          word_2(lanes::words(block.counter[2])),
          word_3(lanes::words(block.counter[3])) {}

    [[nodiscard]] Some at(int i) const {
        const std::uint64_t first = word_0 + static_cast<std::uint64_t>(i);
        Four c{lanes::ramp(first), word_1, word_2, word_3};
        Four d{lanes::ramp(first + lanes::width), word_1, word_2, word_3};
        philox_lanes(c, d, keys);
        return {uniform(joined(c.word_0, c.word_1)), uniform(joined(d.word_0, d.word_1)), uniform(joined(c.word_2, c.word_3)),
                uniform(joined(d.word_2, d.word_3))};
    }
};

struct Given {
    const double* u;

    [[nodiscard]] Some at(int i) const {
        return {lanes::load(u + i), lanes::load(u + i + lanes::width), lanes::load(u + i + half_block),
                lanes::load(u + i + half_block + lanes::width)};
    }
};

struct Same {
    Reals operator()(Reals u) const { return u; }
};

/// x = inverse(u), block by block.
template <class Source, class Inverse>
void each(const Source& source, Inverse& inverse, double* x) {
    for (int i = 0; i < half_block; i += stride) {
        const auto some = source.at(i);
        lanes::store(x + i, inverse(some.near_0));
        lanes::store(x + i + lanes::width, inverse(some.near_1));
        lanes::store(x + i + half_block, inverse(some.far_0));
        lanes::store(x + i + half_block + lanes::width, inverse(some.far_1));
    }
}

void random(const RandomBlock& block, double* u) {
    Same same;
    each(Drawn(block), same, u);
}

inline Words times32(Words x, std::uint32_t factor) {
    return lanes::times(x, lanes::words(factor)) & lanes::words(low_word);
}

/// Owen's nested scramble of points with reversed bits, after Laine and Karras (2011) with the constants of Vegdahl (2021): every
/// step lets a bit depend on itself and on those before it alone.
struct Scramble {
    Words added_0, factor_0, added_1, factor_1;

    explicit Scramble(const std::array<std::uint32_t, 4>& key)
        : added_0(lanes::words(key[0])),
          factor_0(lanes::words(key[1] | 1U)),
          added_1(lanes::words(key[2])),
          factor_1(lanes::words(key[3] | 1U)) {}

    /// Only the lower halves of lanes count until the end.
    [[nodiscard]] Words of(Words x) const {
        x = x + added_0;
        x = x ^ lanes::times(x, lanes::words(0x3D20ADEAU));
        x = lanes::times(x, factor_0);
        x = x ^ lanes::times(x, lanes::words(0x05526C56U));
        x = lanes::times(x + added_1, factor_1);
        return (x ^ lanes::times(x, lanes::words(0x53A22864U))) & lanes::words(low_word);
    }
};

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
    const Scramble scramble(block.key);
    const std::uint32_t* within = block.within;
    for (int i = 0; i < block_values; i += lanes::width) {
        const Words point = scramble.of(lanes::widened(within + i) ^ first);
        lanes::store(u + i, uniform(lanes::reversed(point) | further_bits(point)));
    }
}

inline Reals cubic(const lanes::Row& row, Reals t) {
    return row.c0 + t * (row.c1 + t * (row.c2 + t * row.c3));
}

struct Octaves {
    static constexpr int shift = 52 - octaves::cells_log2;
    static constexpr std::uint64_t first = std::bit_cast<std::uint64_t>(octaves::least) >> shift;

    const double* rows;
    Reals lowest = lanes::reals(0.5);

    Reals operator()(Reals below) {
        const Words cell = lanes::words(~((std::uint64_t{1} << shift) - 1));
        const Words middle = lanes::words(std::uint64_t{1} << (shift - 1));
        const Reals above = lanes::reals(1.0) - below;
        const Reals tail = lanes::least(below, above);
        lowest = lanes::least(lowest, tail);
        const Reals v = lanes::greatest(tail, lanes::reals(octaves::least));
        const Words bits = lanes::as_words(v) & cell;
        const Words side = lanes::where(lanes::less(above, below), lanes::words(4 * (std::uint64_t{octaves::rows} - first)),
                                        lanes::words(-4 * first));
        const Reals t = v - lanes::as_reals(bits | middle);
        return cubic(lanes::row(rows, lanes::shift_right<shift - 2>(bits) + side), t);
    }
};

struct RootsOf {
    Reals bend, low, high, rise_0, rise_1, fall_0, fall_1;

    explicit RootsOf(const Roots& roots)
        : bend(lanes::reals(roots.bend)),
          low(lanes::reals(roots.low)),
          high(lanes::reals(roots.high)),
          rise_0(lanes::reals(roots.rise_0)),
          rise_1(lanes::reals(roots.rise_1)),
          fall_0(lanes::reals(roots.fall_0)),
          fall_1(lanes::reals(roots.fall_1)) {}

    Reals operator()(Reals below) const {
        const Reals above = lanes::reals(1.0) - below;
        const auto rises = lanes::less(below, bend);
        const Reals root = lanes::root(lanes::where(rises, rise_0 + rise_1 * below, fall_0 + fall_1 * above));
        return lanes::where(rises, low + root, high - root);
    }
};

double by_octaves(const double* rows, const double* u, double* x) {
    Octaves inverse{rows};
    each(Given{u}, inverse, x);
    return lanes::least_of(inverse.lowest);
}

void by_roots(const Roots& roots, const double* u, double* x) {
    RootsOf inverse(roots);
    each(Given{u}, inverse, x);
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
        const Words side = lanes::where(lanes::less(raw, lanes::reals(table.bend)), lanes::words(-4 * first),
                                        lanes::words(4 * (std::uint64_t{grid::rows} - first)));
        const Reals t = inside - (rounded - lanes::reals(magic));
        lanes::store(x + i, cubic(lanes::row(table.rows, lanes::shift_left<2>(lanes::as_words(rounded)) + side), t));
    }
    return -lanes::least_of(lowest);
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
    constexpr int together = 4;
    for (int i = 0; i < mixture.size; i += together * lanes::width) {
        Reals sums[together]{};
        for (int k = 0; k < mixture.count; ++k) {
            const Reals weight = lanes::reals(mixture.weights[k]);
            const double* part = mixture.parts[k] + i;
            for (std::ptrdiff_t j = 0; j < together; ++j) {
                const Reals term = weight * lanes::load(part + j * lanes::width);
                sums[j] = k == 0 ? term : sums[j] + term;
            }
        }
        for (std::ptrdiff_t j = 0; j < together; ++j) lanes::store(out + i + j * lanes::width, sums[j]);
    }
}

void mix_rows(const Triangle& triangle) {
    constexpr int together = 4;
    for (int i = 0; i < block_values; i += together * lanes::width) {
        const double* weights = triangle.weights + std::ptrdiff_t{triangle.count} * (triangle.count + 1) / 2;
        for (std::ptrdiff_t row = triangle.count - 1; row >= 0; --row) {
            weights -= row + 1;
            Reals sums[together]{};
            for (std::ptrdiff_t k = 0; k <= row; ++k) {
                const Reals weight = lanes::reals(weights[k]);
                const double* part = triangle.rows + k * triangle.stride + i;
                for (std::ptrdiff_t j = 0; j < together; ++j) {
                    const Reals term = weight * lanes::load(part + j * lanes::width);
                    sums[j] = k == 0 ? term : sums[j] + term;
                }
            }
            double* mixed = triangle.rows + row * triangle.stride + i;
            for (std::ptrdiff_t j = 0; j < together; ++j) lanes::store(mixed + j * lanes::width, sums[j]);
        }
    }
}

constexpr Kernels own_kernels{random, sobol, by_octaves, by_grid, by_roots, by_line, by_stairs, mix, mix_rows};

}  // namespace
}  // namespace provenu::chance
