// Four values at a time.

#include <immintrin.h>

#include <cstdint>

namespace provenu::chance {
namespace {
namespace lanes {

using Reals = __m256d;
using Words = __m256i;
constexpr int width = 4;

struct Row {
    Reals c0, c1, c2, c3;
};

inline Reals reals(double value) {
    return _mm256_set1_pd(value);
}
inline Words words(std::uint64_t value) {
    return _mm256_set1_epi64x(static_cast<long long>(value));
}
inline Words ramp(std::uint64_t first) {
    return _mm256_add_epi64(words(first), _mm256_set_epi64x(3, 2, 1, 0));
}
inline Reals load(const double* from) {
    return _mm256_loadu_pd(from);
}
inline Words widened(const std::uint32_t* from) {
    return _mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
}
inline void store(double* to, Reals value) {
    _mm256_storeu_pd(to, value);
}
inline Reals as_reals(Words bits) {
    return _mm256_castsi256_pd(bits);
}
inline Words as_words(Reals value) {
    return _mm256_castpd_si256(value);
}
inline Words times(Words x, Words y) {
    return _mm256_mul_epu32(x, y);
}
template <int distance>
inline Words shift_left(Words x) {
    return _mm256_slli_epi64(x, distance);
}
template <int distance>
inline Words shift_right(Words x) {
    return _mm256_srli_epi64(x, distance);
}
inline Words exclusive(Words x, Words y, Words z) {
    return x ^ y ^ z;
}

/// All 64 bits in opposite order: each byte's halves are looked up, then the bytes change places.
inline Words reversed(Words x) {
    const Words half = _mm256_set1_epi8(0x0F);
    const Words of_lower =
        _mm256_broadcastsi128_si256(_mm_setr_epi8(0, -128, 64, -64, 32, -96, 96, -32, 16, -112, 80, -48, 48, -80, 112, -16));
    const Words of_upper = _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15));
    const Words places = _mm256_broadcastsi128_si256(_mm_setr_epi8(7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8));
    const Words bytes = _mm256_shuffle_epi8(of_lower, x & half) | _mm256_shuffle_epi8(of_upper, shift_right<4>(x) & half);
    return _mm256_shuffle_epi8(bytes, places);
}
inline Reals least(Reals x, Reals y) {
    return _mm256_min_pd(x, y);
}
inline Reals greatest(Reals x, Reals y) {
    return _mm256_max_pd(x, y);
}
inline Reals root(Reals x) {
    return _mm256_sqrt_pd(x);
}
inline Reals less(Reals x, Reals y) {
    return _mm256_cmp_pd(x, y, _CMP_LT_OQ);
}
inline Reals where(Reals yes, Reals x, Reals y) {
    return _mm256_blendv_pd(y, x, yes);
}
inline Words where(Reals yes, Words x, Words y) {
    return as_words(where(yes, as_reals(x), as_reals(y)));
}
inline double least_of(Reals x) {
    const __m128d pair = _mm_min_pd(_mm256_castpd256_pd128(x), _mm256_extractf128_pd(x, 1));
    return _mm_cvtsd_f64(_mm_min_sd(pair, _mm_unpackhi_pd(pair, pair)));
}

/// Halves of two rows, two lanes apart: so the coefficients come out in order with one more step.
inline Reals halves(const double* first, const double* third) {
    return _mm256_insertf128_pd(_mm256_castpd128_pd256(_mm_loadu_pd(first)), _mm_loadu_pd(third), 1);
}

/// The rows that begin so many numbers into a table.
inline Row row(const double* rows, Words offset) {
    alignas(32) std::uint64_t at[4];
    _mm256_store_si256(reinterpret_cast<__m256i*>(at), offset);
    __asm__("" : "+m"(at));  // by way of memory: the processor does that faster than taking registers apart
    const Reals even_01 = halves(rows + at[0], rows + at[2]);
    const Reals odd_01 = halves(rows + at[1], rows + at[3]);
    const Reals even_23 = halves(rows + at[0] + 2, rows + at[2] + 2);
    const Reals odd_23 = halves(rows + at[1] + 2, rows + at[3] + 2);
    return {_mm256_unpacklo_pd(even_01, odd_01), _mm256_unpackhi_pd(even_01, odd_01), _mm256_unpacklo_pd(even_23, odd_23),
            _mm256_unpackhi_pd(even_23, odd_23)};
}

}  // namespace lanes
}  // namespace
}  // namespace provenu::chance
