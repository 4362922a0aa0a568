#include "evaluate/work.hpp"

#include <cmath>
#include <cstddef>
#include <cstring>
#include <limits>
#include <vector>

#include "evaluate/kernels.hpp"
#include "provenu/processor/versions.hpp"
#include "provenu/quantity/rounding.hpp"

namespace provenu::evaluate {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Flows this much smaller than the greatest are binary noise, not money.
constexpr double noise = 1e-10;

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

void find_rates(const Call& call, formula::ReturnRate::Ask ask) {
    std::vector<double> flow;
    for (int draw = 0; draw < call.count; ++draw) {
        flow.clear();
        for (std::size_t run = 0; run < call.operands.size(); ++run)
            flow.insert(flow.end(), static_cast<std::size_t>(call.numbers[run]), call.operands[run][draw]);
        call.out[draw] = return_rate(ask, flow);
    }
}

/// Infinities and what is no number stay what they are.
inline bool is_finite(double value) {
    return std::abs(value) <= std::numeric_limits<double>::max();
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
            return each(call, [&, kernel](double x) { return weight(kernel, call.numbers[1], x); });
    }
}

/// What the compiler itself makes packs of, or nobody does.
inline void draw_by_draw(const Call& call) {
    switch (call.work) {
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
            return each(call, [](double a) { return is_finite(a) ? quantity::round_down(a) : a; });
        case Work::round_up:
            return each(call, [](double a) { return is_finite(a) ? quantity::round_up(a) : a; });
        case Work::round_nearest:
            return each(call, [](double a) { return is_finite(a) ? quantity::round_half_away(a) : a; });
        case Work::only_rate:
            return find_rates(call, formula::ReturnRate::Ask::only);
        case Work::count_rates:
            return find_rates(call, formula::ReturnRate::Ask::count);
        default:
            return timing(call);
    }
}

#define PROVENU_LOOPS baseline
#define PROVENU_TARGET
#define PROVENU_BYTES 16
#include "evaluate/loops.inc"
#undef PROVENU_LOOPS
#undef PROVENU_TARGET
#undef PROVENU_BYTES

#define PROVENU_LOOPS avx2
#define PROVENU_TARGET PROVENU_AVX2
#define PROVENU_BYTES 32
#include "evaluate/loops.inc"
#undef PROVENU_LOOPS
#undef PROVENU_TARGET
#undef PROVENU_BYTES

#define PROVENU_LOOPS avx512
#define PROVENU_TARGET PROVENU_AVX512
#define PROVENU_BYTES 64
#include "evaluate/loops.inc"
#undef PROVENU_LOOPS
#undef PROVENU_TARGET
#undef PROVENU_BYTES

}  // namespace

void perform(const Call& call, processor::Instructions instructions) {
    switch (instructions) {
        case processor::Instructions::baseline:
            return baseline::perform(call);
        case processor::Instructions::avx2:
            return avx2::perform(call);
        case processor::Instructions::avx512:
            return avx512::perform(call);
    }
}

double perform_once(Work work, std::span<const double> operands, std::span<const double> numbers) {
    std::vector<const double*> places;
    for (const double& operand : operands) places.push_back(&operand);
    double result = 0;
    baseline::perform({work, places, numbers, &result, 1});
    return result;
}

}  // namespace provenu::evaluate
