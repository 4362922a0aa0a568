#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace provenu::chance {

/// What the draws of a stream are used for, so that two uses never share a number.
enum class Purpose : std::uint32_t { draws = 0, scramble = 1, permutation = 2 };

using PhiloxWords = std::array<std::uint32_t, 4>;

inline constexpr std::uint64_t philox_multiplier_0 = 0xD2511F53U;
inline constexpr std::uint64_t philox_multiplier_1 = 0xCD9E8D57U;
inline constexpr std::uint32_t philox_weyl_0 = 0x9E3779B9U;
inline constexpr std::uint32_t philox_weyl_1 = 0xBB67AE85U;
inline constexpr int philox_rounds = 10;

/// Philox4x32-10 of Salmon, Moraes, Dror and Shaw (2011): 128 random bits for each counter, one stream of counters for each key.
PhiloxWords philox(PhiloxWords counter, std::uint64_t key);

/// The counter of the `index`-th four words of a stream: the index's low half, its high half beside the purpose, the stream.
PhiloxWords counter_of(std::uint64_t stream, Purpose purpose, std::uint64_t index);

/// A number for a name, the same everywhere and for ever.
std::uint64_t stream_of(std::string_view name);

}  // namespace provenu::chance
