#include "risk/goal.hpp"

#include <algorithm>
#include <cmath>

#include "provenu/evaluate/evaluate.hpp"

namespace provenu::risk {
namespace {

/// A block has one row where no draw reaches it.
double at(const evaluate::Block& block, int draw, int column) {
    return block(block.rows() == 1 ? 0 : draw, column);
}

}  // namespace

double lack(const Goal& goal, const evaluate::Figures& figures, int draw) {
    if (goal.kind == Goal::Kind::sum) return at(figures.block("balance.total"), draw, goal.years - 1);
    const int outlay = static_cast<int>(std::lround(at(figures.block("payback.total.first_outlay"), draw, 0)));
    return highest_after(figures, outlay + goal.years, draw);
}

double highest_after(const evaluate::Figures& figures, int years, int draw) {
    const evaluate::Block& balance = figures.block("balance.total");
    const int last = figures.axis().payback_years() - 1;
    double most = at(balance, draw, last);
    for (int column = years - 1; column < last; ++column) most = std::max(most, at(balance, draw, column));
    return most;
}

double noise(const evaluate::Figures& base) {
    double size = 0;
    for (const double net : base.table("net.total")) size += std::abs(net);
    return 1e-9 * size;
}

Response::Response(const compile::Plan& plan) : program_(formula::flatten(plan.book)), base_(evaluate::evaluate(program_)) {}

evaluate::Figures Response::at(const std::string& definition, const std::vector<double>& values) const {
    Eigen::ArrayXd column(static_cast<Eigen::Index>(values.size()));
    for (std::size_t i = 0; i < values.size(); ++i) column(static_cast<Eigen::Index>(i)) = values[i];
    return evaluate::evaluate(program_, {{definition, std::move(column)}});
}

}  // namespace provenu::risk
