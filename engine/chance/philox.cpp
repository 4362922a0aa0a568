#include "chance/philox.hpp"

namespace provenu::chance {

PhiloxWords philox(PhiloxWords counter, std::uint64_t key) {
    auto key_0 = static_cast<std::uint32_t>(key);
    auto key_1 = static_cast<std::uint32_t>(key >> 32);
    for (int round = 0; round < philox_rounds; ++round) {
        const std::uint64_t first = philox_multiplier_0 * counter[0];
        const std::uint64_t second = philox_multiplier_1 * counter[2];
        counter = {static_cast<std::uint32_t>(second >> 32) ^ counter[1] ^ key_0, static_cast<std::uint32_t>(second),
                   static_cast<std::uint32_t>(first >> 32) ^ counter[3] ^ key_1, static_cast<std::uint32_t>(first)};
        key_0 += philox_weyl_0;
        key_1 += philox_weyl_1;
    }
    return counter;
}

PhiloxWords counter_of(std::uint64_t stream, Purpose purpose, std::uint64_t index) {
    constexpr std::uint32_t index_bits = 0x00FFFFFFU;
    return {static_cast<std::uint32_t>(index),
            (static_cast<std::uint32_t>(index >> 32) & index_bits) | static_cast<std::uint32_t>(purpose) << 24,
            static_cast<std::uint32_t>(stream), static_cast<std::uint32_t>(stream >> 32)};
}

std::uint64_t stream_of(std::string_view name) {
    // FNV-1a, then the finishing step of MurmurHash3, so that names that differ in their last letter differ everywhere.
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char letter : name) {
        hash ^= static_cast<unsigned char>(letter);
        hash *= 0x100000001B3U;
    }
    hash ^= hash >> 33;
    hash *= 0xFF51AFD7ED558CCDU;
    hash ^= hash >> 33;
    hash *= 0xC4CEB9FE1A85EC53U;
    return hash ^ hash >> 33;
}

}  // namespace provenu::chance
