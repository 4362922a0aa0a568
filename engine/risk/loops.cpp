#include "risk/loops.hpp"

#include <cstddef>

#include "provenu/processor/versions.hpp"
#include "risk/adding_up.hpp"

namespace provenu::risk {
namespace {

inline double sum_body(std::span<const double> values, double around) {
    const double* data = values.data();
    return add_up(values.size(), [data, around](std::size_t i) { return data[i] - around; });
}

inline double squares_body(std::span<const double> values, double around) {
    const double* data = values.data();
    return add_up(values.size(), [data, around](std::size_t i) { return (data[i] - around) * (data[i] - around); });
}

inline void excess_body(std::span<const double> values, double above, double* __restrict out) {
    const double* data = values.data();
    const std::size_t count = values.size();
    for (std::size_t i = 0; i < count; ++i) out[i] = data[i] > above ? data[i] - above : 0.0;
}

inline void add_body(std::span<const double> values, double* __restrict out) {
    const double* data = values.data();
    const std::size_t count = values.size();
    for (std::size_t i = 0; i < count; ++i) out[i] += data[i];
}

inline std::uint64_t count_body(std::span<const double> values, double most) {
    const double* data = values.data();
    const std::size_t count = values.size();
    std::uint64_t found = 0;
    for (std::size_t i = 0; i < count; ++i) found += data[i] <= most ? 1U : 0U;
    return found;
}

inline void bins_body(std::span<const double> values, const Scale& scale, std::int32_t* out) {
    const double* data = values.data();
    const std::size_t count = values.size();
    const double low = scale.low;
    const double per_unit = scale.per_unit;
    const double last = scale.bins - 1;
    for (std::size_t i = 0; i < count; ++i) {
        const double position = (data[i] - low) * per_unit;
        const double inside = position > 0 ? position : 0;
        out[i] = static_cast<std::int32_t>(inside < last ? inside : last);
    }
}

// NOLINTBEGIN(bugprone-macro-parentheses): neither a namespace nor an attribute can stand in parentheses
#define PROVENU_LOOPS(name, version)                                                  \
    namespace name {                                                                  \
    version double sum(std::span<const double> v, double around) {                    \
        return sum_body(v, around);                                                   \
    }                                                                                 \
    version double squares(std::span<const double> v, double around) {                \
        return squares_body(v, around);                                               \
    }                                                                                 \
    version void excess(std::span<const double> v, double above, double* out) {       \
        excess_body(v, above, out);                                                   \
    }                                                                                 \
    version void add(std::span<const double> v, double* out) {                        \
        add_body(v, out);                                                             \
    }                                                                                 \
    version std::uint64_t count(std::span<const double> v, double most) {             \
        return count_body(v, most);                                                   \
    }                                                                                 \
    version void bins(std::span<const double> v, const Scale& s, std::int32_t* out) { \
        bins_body(v, s, out);                                                         \
    }                                                                                 \
    constexpr Loops all{sum, squares, excess, add, count, bins};                      \
    }

// NOLINTEND(bugprone-macro-parentheses)

PROVENU_LOOPS(baseline, [[gnu::flatten]])
PROVENU_LOOPS(avx2, PROVENU_AVX2)
PROVENU_LOOPS(avx512, PROVENU_AVX512)

}  // namespace

const Loops& loops(processor::Instructions instructions) {
    switch (instructions) {
        case processor::Instructions::avx512:
            return avx512::all;
        case processor::Instructions::avx2:
            return avx2::all;
        case processor::Instructions::baseline:
            break;
    }
    return baseline::all;
}

}  // namespace provenu::risk
