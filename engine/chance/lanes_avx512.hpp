// Eight values at a time.

#include <immintrin.h>

#include <cstdint>

namespace provenu::chance {
namespace {
namespace lanes {

using Reals = __m512d;
using Words = __m512i;
constexpr int width = 8;

struct Row {
    Reals c0, c1, c2, c3;
};

inline Reals reals(double value) {
    return _mm512_set1_pd(value);
}
inline Words words(std::uint64_t value) {
    return _mm512_set1_epi64(static_cast<long long>(value));
}
inline Words ramp(std::uint64_t first) {
    return _mm512_add_epi64(words(first), _mm512_set_epi64(7, 6, 5, 4, 3, 2, 1, 0));
}
inline Reals load(const double* from) {
    return _mm512_loadu_pd(from);
}
inline Words widened(const std::uint32_t* from) {
    return _mm512_cvtepu32_epi64(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)));
}
inline void store(double* to, Reals value) {
    _mm512_storeu_pd(to, value);
}
inline Reals as_reals(Words bits) {
    return _mm512_castsi512_pd(bits);
}
inline Words as_words(Reals value) {
    return _mm512_castpd_si512(value);
}
inline Words times(Words x, Words y) {
    return _mm512_mul_epu32(x, y);
}
template <int distance>
inline Words shift_left(Words x) {
    return _mm512_slli_epi64(x, distance);
}
template <int distance>
inline Words shift_right(Words x) {
    return _mm512_srli_epi64(x, distance);
}
inline Words exclusive(Words x, Words y, Words z) {
    return _mm512_ternarylogic_epi64(x, y, z, 0x96);
}

/// All 64 bits in opposite order: each byte's halves are looked up, then the bytes change places.
inline Words reversed(Words x) {
    const Words half = _mm512_set1_epi8(0x0F);
    const Words of_lower =
        _mm512_broadcast_i32x4(_mm_setr_epi8(0, -128, 64, -64, 32, -96, 96, -32, 16, -112, 80, -48, 48, -80, 112, -16));
    const Words of_upper = _mm512_broadcast_i32x4(_mm_setr_epi8(0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15));
    const Words places = _mm512_broadcast_i32x4(_mm_setr_epi8(7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8));
    const Words bytes = _mm512_shuffle_epi8(of_lower, x & half) | _mm512_shuffle_epi8(of_upper, shift_right<4>(x) & half);
    return _mm512_shuffle_epi8(bytes, places);
}
inline Reals least(Reals x, Reals y) {
    return _mm512_min_pd(x, y);
}
inline Reals greatest(Reals x, Reals y) {
    return _mm512_max_pd(x, y);
}
inline Reals root(Reals x) {
    return _mm512_sqrt_pd(x);
}
inline __mmask8 less(Reals x, Reals y) {
    return _mm512_cmp_pd_mask(x, y, _CMP_LT_OQ);
}
inline Reals where(__mmask8 yes, Reals x, Reals y) {
    return _mm512_mask_blend_pd(yes, y, x);
}
inline Words where(__mmask8 yes, Words x, Words y) {
    return _mm512_mask_blend_epi64(yes, y, x);
}
inline double least_of(Reals x) {
    return _mm512_reduce_min_pd(x);
}

/// Two whole rows, four lanes apart.
inline Reals rows_of(const double* first, const double* fifth) {
    return _mm512_insertf64x4(_mm512_castpd256_pd512(_mm256_loadu_pd(first)), _mm256_loadu_pd(fifth), 1);
}

/// The rows that begin so many numbers into a table, turned: from eight times four to four times eight.
inline Row row(const double* rows, Words offset) {
    alignas(64) std::uint64_t at[8];
    _mm256_store_si256(reinterpret_cast<__m256i*>(at), _mm512_castsi512_si256(offset));
    _mm256_store_si256(reinterpret_cast<__m256i*>(at + 4), _mm512_extracti64x4_epi64(offset, 1));
    __asm__("" : "+m"(at));  // by way of memory: the processor does that faster than taking registers apart
    const Reals row_0 = rows_of(rows + at[0], rows + at[4]);
    const Reals row_1 = rows_of(rows + at[1], rows + at[5]);
    const Reals row_2 = rows_of(rows + at[2], rows + at[6]);
    const Reals row_3 = rows_of(rows + at[3], rows + at[7]);
    const Reals even_01 = _mm512_unpacklo_pd(row_0, row_1);
    const Reals odd_01 = _mm512_unpackhi_pd(row_0, row_1);
    const Reals even_23 = _mm512_unpacklo_pd(row_2, row_3);
    const Reals odd_23 = _mm512_unpackhi_pd(row_2, row_3);
    const Words lower = _mm512_set_epi64(13, 12, 5, 4, 9, 8, 1, 0);
    const Words upper = _mm512_set_epi64(15, 14, 7, 6, 11, 10, 3, 2);
    return {_mm512_permutex2var_pd(even_01, lower, even_23), _mm512_permutex2var_pd(odd_01, lower, odd_23),
            _mm512_permutex2var_pd(even_01, upper, even_23), _mm512_permutex2var_pd(odd_01, upper, odd_23)};
}

}  // namespace lanes
}  // namespace
}  // namespace provenu::chance
