#include "risk/goal.hpp"

#include <algorithm>
#include <cmath>

#include "risk/response.hpp"

namespace provenu::risk {
double lack(const Goal& goal, const evaluate::Figures& figures, int draw) {
    if (goal.kind == Goal::Kind::sum) return value_of(figures.block("balance.total"), draw, goal.years - 1);
    const int outlay = static_cast<int>(std::lround(value_of(figures.block("payback.total.first_outlay"), draw, 0)));
    return highest_after(figures, outlay + goal.years, draw);
}

double highest_after(const evaluate::Figures& figures, int years, int draw) {
    const evaluate::Block& balance = figures.block("balance.total");
    const int last = figures.axis().payback_years() - 1;
    double most = value_of(balance, draw, last);
    for (int column = years - 1; column < last; ++column) most = std::max(most, value_of(balance, draw, column));
    return most;
}

double noise(const evaluate::Figures& base) {
    double size = 0;
    for (const double net : base.table("net.total")) size += std::abs(net);
    return 1e-9 * size;
}

}  // namespace provenu::risk
