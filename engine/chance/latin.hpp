#pragma once

#include <array>
#include <cstdint>

namespace provenu::chance {

/// Where `index` goes in a random order of 0 .. count - 1, without making the order: rounds of steps that can each be undone on
/// the next power of two, repeated until the place is below `count`.
std::uint64_t permuted(std::uint64_t index, std::uint64_t count, const std::array<std::uint32_t, 4>& key);

/// A number in the `stratum`-th of `count` equal parts of 0..1, where `within` (0..1) says; in the form of all uniform numbers,
/// an odd multiple of 2^-53.
double in_stratum(std::uint64_t stratum, std::uint64_t count, double within);

}  // namespace provenu::chance
