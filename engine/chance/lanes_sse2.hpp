// Two values at a time, with what every 64-bit x86 processor has.

#include <emmintrin.h>

#include <cstdint>

namespace provenu::chance {
namespace {
namespace lanes {

using Reals = __m128d;
using Words = __m128i;
constexpr int width = 2;

struct Row {
    Reals c0, c1, c2, c3;
};

inline Reals reals(double value) {
    return _mm_set1_pd(value);
}
inline Words words(std::uint64_t value) {
    return _mm_set1_epi64x(static_cast<long long>(value));
}
inline Words ramp(std::uint64_t first) {
    return _mm_add_epi64(words(first), _mm_set_epi64x(1, 0));
}
inline Reals load(const double* from) {
    return _mm_loadu_pd(from);
}
inline Words widened(const std::uint32_t* from) {
    return _mm_unpacklo_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(from)), _mm_setzero_si128());
}
inline void store(double* to, Reals value) {
    _mm_storeu_pd(to, value);
}
inline Reals as_reals(Words bits) {
    return _mm_castsi128_pd(bits);
}
inline Words as_words(Reals value) {
    return _mm_castpd_si128(value);
}
inline Words times(Words x, Words y) {
    return _mm_mul_epu32(x, y);
}
template <int distance>
inline Words shift_left(Words x) {
    return _mm_slli_epi64(x, distance);
}
template <int distance>
inline Words shift_right(Words x) {
    return _mm_srli_epi64(x, distance);
}
inline Words exclusive(Words x, Words y, Words z) {
    return x ^ y ^ z;
}
inline Reals least(Reals x, Reals y) {
    return _mm_min_pd(x, y);
}
inline Reals greatest(Reals x, Reals y) {
    return _mm_max_pd(x, y);
}
inline Reals root(Reals x) {
    return _mm_sqrt_pd(x);
}
inline Reals less(Reals x, Reals y) {
    return _mm_cmplt_pd(x, y);
}
inline Reals where(Reals yes, Reals x, Reals y) {
    return _mm_or_pd(_mm_and_pd(yes, x), _mm_andnot_pd(yes, y));
}
inline Words where(Reals yes, Words x, Words y) {
    return as_words(where(yes, as_reals(x), as_reals(y)));
}
inline double least_of(Reals x) {
    return _mm_cvtsd_f64(_mm_min_sd(x, _mm_unpackhi_pd(x, x)));
}
/// The rows that begin so many numbers into a table.
inline Row row(const double* rows, Words offset) {
    const double* first = rows + _mm_cvtsi128_si64(offset);
    const double* second = rows + _mm_cvtsi128_si64(_mm_unpackhi_epi64(offset, offset));
    const Reals first_01 = _mm_loadu_pd(first);
    const Reals first_23 = _mm_loadu_pd(first + 2);
    const Reals second_01 = _mm_loadu_pd(second);
    const Reals second_23 = _mm_loadu_pd(second + 2);
    return {_mm_unpacklo_pd(first_01, second_01), _mm_unpackhi_pd(first_01, second_01), _mm_unpacklo_pd(first_23, second_23),
            _mm_unpackhi_pd(first_23, second_23)};
}

}  // namespace lanes
}  // namespace
}  // namespace provenu::chance
#include "chance/swaps.hpp"
