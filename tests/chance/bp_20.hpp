#pragma once

#include <array>
#include <vector>

#include "provenu/chance/design.hpp"

namespace provenu::chance {

/// The uncertain inputs of BP-20, the yardstick proposal (tests/bench).
inline std::vector<Marginal> bp_20_marginals() {
    const auto of = [](const char* name, const Shape& shape) { return Marginal{name, {shape, {}, {}}}; };
    return {of("licences", Pert{80, 100, 150}),      of("licence-price", Triangular{0.8, 1, 1.4}),
            of("days", Pert{400, 500, 800}),         of("day-rate", Normal{0.9, 0.05}),
            of("hardware", Pert{10, 12, 18}),        of("hardware-price", Triangular{9, 10, 14}),
            of("training", Pert{200, 250, 400}),     of("training-price", Triangular{0.4, 0.5, 0.8}),
            of("staff-price", Normal{85, 6}),        of("migration", Lognormal{4.787491742782046, 0.35}),
            of("hours", Pert{6000, 9000, 14000}),    of("hour-value", Pert{0.035, 0.045, 0.055}),
            of("errors", Pert{300, 500, 900}),       of("error-cost", Pert{0.2, 0.3, 0.5}),
            of("cases", Pert{1000, 1500, 2500}),     of("case-value", Triangular{0.05, 0.08, 0.15}),
            of("sheets", Pert{20000, 30000, 45000}), of("sheet-cost", Triangular{0.001, 0.0015, 0.0025}),
            of("old-system", Normal{180, 15}),       of("adoption", Discrete{{0.7, 1, 1.15}, {0.2, 0.6, 0.2}})};
}

/// BP-20's present value at 4 %, in its own signs (a benefit positive): mean 1175.0717, deviation 699.4088.
inline double bp_20_present_value(const std::vector<const double*>& x, int draw) {
    const auto in = [&](int number) { return x[static_cast<std::size_t>(number) - 1][draw]; };
    const auto worth = [](const std::array<double, 6>& profile) {
        double sum = 0;
        double factor = 1;
        for (const double share : profile) {
            sum += share * factor;
            factor /= 1.04;
        }
        return sum;
    };
    const double costs = in(1) * in(2) * worth({.5, 1, 1, 1, 1, 1}) + in(3) * in(4) * worth({.7, .3, 0, 0, 0, 0}) +
                         in(5) * in(6) * worth({1, 0, 0, .2, 0, 0}) + in(7) * in(8) * worth({.6, .4, .1, .1, .1, .1}) +
                         2 * in(9) * worth({.5, 1, 1, 1, 1, 1}) + in(10) + 12 * 3.5 * worth({1, 1, 1, 1, 1, 1}) +
                         20 * worth({0, 1, 0, 1, 0, 1});
    const double benefits = in(11) * in(12) * worth({0, .4, .8, 1, 1, 1}) + in(13) * in(14) * worth({0, .3, .7, 1, 1, 1}) +
                            in(15) * in(16) * worth({0, .5, 1, 1, 1, 1}) + in(17) * in(18) * worth({0, .5, 1, 1, 1, 1}) +
                            in(19) * worth({0, 0, .5, 1, 1, 1}) + 4 * 12 * worth({0, .5, 1, 1, 1, 1}) +
                            10 * 1.5 * worth({0, 1, 1, 1, 1, 1}) + 3 * 6 * worth({0, 0, 1, 1, 1, 1}) +
                            15 * worth({0, 0, 0, 1, 1, 1}) + 2 * 4 * worth({0, .5, .5, 1, 1, 1}) +
                            25 * .4 * worth({0, 1, 1, 1, 1, 1}) + 9 * worth({0, 0, 1, 1, 1, 1});
    return in(20) * benefits - costs;
}

/// Each input with the next, 0.3.
inline std::vector<RankCorrelation> bp_20_chain() {
    std::vector<RankCorrelation> out;
    for (std::size_t i = 0; i + 1 < bp_20_marginals().size(); ++i) out.push_back({i, i + 1, 0.3});
    return out;
}

}  // namespace provenu::chance
