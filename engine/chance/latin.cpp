#include "chance/latin.hpp"

#include <bit>
#include <cmath>

namespace provenu::chance {

std::uint64_t permuted(std::uint64_t index, std::uint64_t count, const std::array<std::uint32_t, 4>& key) {
    const int width = static_cast<int>(std::bit_width(count - 1));
    if (width == 0) return 0;
    const std::uint64_t mask = ~std::uint64_t{0} >> (64 - width);
    const int half = (width + 1) / 2;
    constexpr std::array<std::uint64_t, 4> factors{0x9E3779B97F4A7C15U, 0xD6E8FEB86659FD93U, 0xBF58476D1CE4E5B9U,
                                                   0x94D049BB133111EBU};
    std::uint64_t place = index;
    do {
        for (std::size_t round = 0; round < 2 * factors.size(); ++round) {
            const std::uint64_t own = key.at(round % key.size());
            place = (place + (own << (round / key.size()))) & mask;
            place ^= place >> half;
            place = (place * (factors.at(round % factors.size()) ^ (own << 1))) & mask;
            place ^= place >> (half > 1 ? half - 1 : 1);
        }
    } while (place >= count);
    return place;
}

double in_stratum(std::uint64_t stratum, std::uint64_t count, double within) {
    constexpr double steps = 0x1p20;  // few enough that stratum + within is exact
    const double inside = (std::floor(within * steps) + 0.5) / steps;
    const double u = (static_cast<double>(stratum) + inside) / static_cast<double>(count);
    return (std::floor(u * 0x1p52) + 0.5) * 0x1p-52;
}

}  // namespace provenu::chance
