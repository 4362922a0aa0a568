// One value at a time: for processors without instructions known here, and what the others are held against.

#include <bit>
#include <cmath>
#include <cstdint>

namespace provenu::chance {
namespace {
namespace lanes {

using Reals = double;
using Words = std::uint64_t;
constexpr int width = 1;

struct Row {
    Reals c0, c1, c2, c3;
};

inline Reals reals(double value) {
    return value;
}
inline Words words(std::uint64_t value) {
    return value;
}
inline Words ramp(std::uint64_t first) {
    return first;
}
inline Reals load(const double* from) {
    return *from;
}
inline Words widened(const std::uint32_t* from) {
    return *from;
}
inline void store(double* to, Reals value) {
    *to = value;
}
inline Reals as_reals(Words bits) {
    return std::bit_cast<double>(bits);
}
inline Words as_words(Reals value) {
    return std::bit_cast<std::uint64_t>(value);
}
inline Words times(Words x, Words y) {
    return (x & 0xFFFFFFFFU) * (y & 0xFFFFFFFFU);
}
template <int distance>
inline Words shift_left(Words x) {
    return x << distance;
}
template <int distance>
inline Words shift_right(Words x) {
    return x >> distance;
}
inline Words exclusive(Words x, Words y, Words z) {
    return x ^ y ^ z;
}
inline Reals least(Reals x, Reals y) {
    return x < y ? x : y;
}
inline Reals greatest(Reals x, Reals y) {
    return x > y ? x : y;
}
inline Reals root(Reals x) {
    return std::sqrt(x);
}
inline bool less(Reals x, Reals y) {
    return x < y;
}
inline Reals where(bool yes, Reals x, Reals y) {
    return yes ? x : y;
}
inline Words where(bool yes, Words x, Words y) {
    return yes ? x : y;
}
inline double least_of(Reals x) {
    return x;
}
/// The rows that begin so many numbers into a table.
inline Row row(const double* rows, Words offset) {
    const double* at = rows + offset;
    return {at[0], at[1], at[2], at[3]};
}

}  // namespace lanes
}  // namespace
}  // namespace provenu::chance
#include "chance/swaps.hpp"
