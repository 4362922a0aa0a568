#include "evaluate/work.hpp"

#include <cmath>
#include <cstddef>
#include <cstring>
#include <limits>
#include <vector>

#include "evaluate/kernels.hpp"
#include "provenu/processor/versions.hpp"
#include "provenu/quantity/rounding.hpp"

// Packs of several draws are vectors of the compilers GCC and Clang; a remainder is done by the same text for a pack of one.
// Nothing here takes or gives back a pack by value, whose registers would depend on the instruction set.

namespace provenu::evaluate {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Flows this much smaller than the greatest are binary noise, not money.
constexpr double noise = 1e-10;

template <int bytes>
struct PackOf {
    using Type [[gnu::vector_size(bytes)]] = double;
};
template <>
struct PackOf<8> {
    using Type = double;
};
template <int bytes>
using Pack = typename PackOf<bytes>::Type;

template <class Pack>
constexpr int width = sizeof(Pack) / sizeof(double);

template <class Pack>
inline void load(Pack& pack, const double* from) {
    std::memcpy(&pack, from, sizeof(Pack));
}

template <class Pack>
inline void store(double* to, const Pack& pack) {
    std::memcpy(to, &pack, sizeof(Pack));
}

/// Calls `chunk.template operator()<pack type>(first draw)` for packs and then for the draws that are left.
template <int bytes, class Chunk>
inline void for_packs(int count, const Chunk& chunk) {
    int at = 0;
    for (; at + width<Pack<bytes>> <= count; at += width<Pack<bytes>>) chunk.template operator()<Pack<bytes>>(at);
    for (; at < count; ++at) chunk.template operator()<double>(at);
}

template <class Pack, int packs>
inline void combine_chunk(const Call& call, int at) {
    Pack sums[packs];
    for (Pack& sum : sums) sum = Pack{} + call.numbers[0];
    const std::size_t terms = call.operands.size();
    for (std::size_t term = 0; term < terms; ++term) {
        const double* from = call.operands[term] + at;
        const double factor = call.numbers[term + 1];
        for (int i = 0; i < packs; ++i) {
            Pack value;
            load(value, from + i * width<Pack>);
            sums[i] += value * factor;
        }
    }
    for (int i = 0; i < packs; ++i) store(call.out + at + i * width<Pack>, sums[i]);
}

template <int bytes>
inline void combine(const Call& call) {
    using Wide = Pack<bytes>;
    constexpr int packs = 8;
    int at = 0;
    for (; at + packs * width<Wide> <= call.count; at += packs * width<Wide>) combine_chunk<Wide, packs>(call, at);
    for (; at + width<Wide> <= call.count; at += width<Wide>) combine_chunk<Wide, 1>(call, at);
    for (; at < call.count; ++at) combine_chunk<double, 1>(call, at);
}

template <int bytes>
inline void multiply(const Call& call) {
    for_packs<bytes>(call.count, [&]<class Kind>(int at) {
        Kind product;
        load(product, call.operands[0] + at);
        for (std::size_t i = 1; i < call.operands.size(); ++i) {
            Kind factor;
            load(factor, call.operands[i] + at);
            product *= factor;
        }
        store(call.out + at, product);
    });
}

template <class Function>
inline void each(const Call& call, const Function& function) {
    const double* of = call.operands[0];
    for (int i = 0; i < call.count; ++i) call.out[i] = function(of[i]);
}

template <class Function>
inline void each_two(const Call& call, const Function& function) {
    const double* left = call.operands[0];
    const double* right = call.operands[1];
    for (int i = 0; i < call.count; ++i) call.out[i] = function(left[i], right[i]);
}

template <class Pack>
inline void tolerance(const Call& call, int at, Pack& zero) {
    zero = Pack{};
    for (const double* flow : call.operands) {
        Pack value;
        load(value, flow + at);
        const Pack size = value < 0 ? -value : value;
        zero = zero < size ? size : zero;
    }
    zero *= noise;
}

/// Whether no later year of the same flow can change the moment, in all draws of the pack: those not above zero fall, and those
/// above it rise.
template <class Pack>
inline bool is_settled(const Pack& flow, const Pack& balance, const Pack& zero) {
    const auto settled = ((flow <= 0) & (balance <= zero)) | ((flow >= 0) & (balance > zero));
    if constexpr (width<Pack> == 1) {
        return settled != 0;
    } else {
        auto all = settled[0];
        for (int i = 1; i < width<Pack>; ++i) all &= settled[i];
        return all != 0;
    }
}

/// When the balance falls to zero or below for good. The last crossing's balances are kept, so that one division a draw is
/// enough; where there was none they are both 0, and infinity stays what it is.
template <class Pack>
inline void turn_chunk(const Call& call, int at) {
    Pack zero;
    tolerance(call, at, zero);
    Pack before{};
    Pack high{};
    Pack low{};
    Pack found = Pack{} - infinite;
    const Pack never = Pack{} + infinite;
    double year = 0;
    for (std::size_t run = 0; run < call.operands.size(); ++run) {
        Pack flow;
        load(flow, call.operands[run] + at);
        const bool is_last = run + 1 == call.operands.size();
        const double end = year + call.numbers[run];
        for (; year < end && !(is_last && is_settled(flow, before, zero)); ++year) {
            const Pack after = before + flow;
            const auto crosses = (before > zero) & (after <= zero);
            const Pack now = Pack{} + year;
            found = crosses ? now : found;
            high = crosses ? before : high;
            low = crosses ? after : low;
            found = after > zero ? never : found;
            before = after;
        }
    }
    const Pack one = Pack{} + 1.0;
    const Pack part = high / (high - low);
    found += part < one ? part : one;
    store(call.out + at, found);
}

template <class Pack>
inline void first_outlay_chunk(const Call& call, int at) {
    Pack zero;
    tolerance(call, at, zero);
    Pack found{};
    double year = 0;
    for (const double length : call.numbers) year += length;
    for (std::size_t run = call.operands.size(); run-- > 0;) {
        year -= call.numbers[run];
        Pack flow;
        load(flow, call.operands[run] + at);
        const Pack now = Pack{} + year;
        found = flow > zero ? now : found;
    }
    store(call.out + at, found);
}

/// The greatest of a flow, or the year in which it first stands.
template <class Pack, bool asks_year>
inline void greatest_chunk(const Call& call, int at) {
    Pack greatest;
    load(greatest, call.operands[0] + at);
    Pack found{};
    double year = 0;
    for (std::size_t run = 1; run < call.operands.size(); ++run) {
        year += call.numbers[run - 1];
        Pack flow;
        load(flow, call.operands[run] + at);
        const Pack now = Pack{} + year;
        found = greatest < flow ? now : found;
        greatest = greatest < flow ? flow : greatest;
    }
    store(call.out + at, asks_year ? found : greatest);
}

void find_rates(const Call& call, formula::ReturnRate::Ask ask) {
    std::vector<double> flow;
    for (int draw = 0; draw < call.count; ++draw) {
        flow.clear();
        for (std::size_t run = 0; run < call.operands.size(); ++run)
            flow.insert(flow.end(), static_cast<std::size_t>(call.numbers[run]), call.operands[run][draw]);
        call.out[draw] = return_rate(ask, flow);
    }
}

template <int bytes>
inline void flows(const Call& call) {
    for_packs<bytes>(call.count, [&]<class Kind>(int at) {
        if (call.work == Work::turn) return turn_chunk<Kind>(call, at);
        if (call.work == Work::first_outlay) return first_outlay_chunk<Kind>(call, at);
        if (call.work == Work::greatest_of) return greatest_chunk<Kind, false>(call, at);
        greatest_chunk<Kind, true>(call, at);
    });
}

double rounded(double value, double (*round)(double)) {
    return std::isfinite(value) ? round(value) : value;
}

double half_away(double value) {
    return quantity::round_half_away(value);
}

inline void timing(const Call& call) {
    const double start = call.numbers[0];
    switch (call.work) {
        case Work::months:
            return each_two(call, [=](double from, double until) { return months_within(start, from, until); });
        case Work::ramp_linear:
            return each_two(call, [=](double a, double b) { return ramp_share(formula::Ramp::linear, start, a, b); });
        case Work::ramp_smooth:
            return each_two(call, [=](double a, double b) { return ramp_share(formula::Ramp::smooth, start, a, b); });
        default:
            const auto kernel = static_cast<formula::Kernel>(start);
            return each(call, [=](double x) { return weight(kernel, call.numbers[1], x); });
    }
}

template <int bytes>
inline void perform_by(const Call& call) {
    switch (call.work) {
        case Work::input:
            return;
        case Work::combination:
            return combine<bytes>(call);
        case Work::product:
            return multiply<bytes>(call);
        case Work::divide:
            return each_two(call, [](double a, double b) { return a / b; });
        case Work::power:
            return each_two(call, [](double a, double b) { return std::pow(a, b); });
        case Work::root:
            return each(call, [](double a) { return std::sqrt(a); });
        case Work::least:
            return each_two(call, [](double a, double b) { return b < a ? b : a; });
        case Work::greatest:
            return each_two(call, [](double a, double b) { return b > a ? b : a; });
        case Work::round_down:
            return each(call, [](double a) { return rounded(a, quantity::round_down); });
        case Work::round_up:
            return each(call, [](double a) { return rounded(a, quantity::round_up); });
        case Work::round_nearest:
            return each(call, [](double a) { return rounded(a, half_away); });
        case Work::months:
        case Work::ramp_linear:
        case Work::ramp_smooth:
        case Work::weight:
            return timing(call);
        case Work::turn:
        case Work::first_outlay:
        case Work::greatest_of:
        case Work::year_of_greatest:
            return flows<bytes>(call);
        case Work::only_rate:
            return find_rates(call, formula::ReturnRate::Ask::only);
        case Work::count_rates:
            return find_rates(call, formula::ReturnRate::Ask::count);
    }
}

void perform_baseline(const Call& call) {
    perform_by<16>(call);
}
PROVENU_AVX2 void perform_avx2(const Call& call) {
    perform_by<32>(call);
}
PROVENU_AVX512 void perform_avx512(const Call& call) {
    perform_by<64>(call);
}

}  // namespace

void perform(const Call& call, processor::Instructions instructions) {
    switch (instructions) {
        case processor::Instructions::baseline:
            return perform_baseline(call);
        case processor::Instructions::avx2:
            return perform_avx2(call);
        case processor::Instructions::avx512:
            return perform_avx512(call);
    }
}

double perform_once(Work work, std::span<const double> operands, std::span<const double> numbers) {
    std::vector<const double*> places;
    for (const double& operand : operands) places.push_back(&operand);
    double result = 0;
    perform_baseline({work, places, numbers, &result, 1});
    return result;
}

}  // namespace provenu::evaluate
