#include "chance/octaves.hpp"

#include <array>
#include <cmath>

#include "chance/cubic.hpp"
#include "chance/pearson.hpp"
#include "chance/pert_family.hpp"

namespace provenu::chance {

namespace {

/// Quantiles at the nodes of the side of small u, then of the side of great u.
struct Sides {
    Nodes lower;
    Nodes upper;
};

/// x = offset + scale y, of tables of y.
void scale_rows(Cubic* rows, const Line& line) {
    for (std::size_t row = 0; row < octaves::rows; ++row) {
        for (double& coefficient : rows[row].c) coefficient *= line.slope;
        rows[row].c[0] += line.offset;
    }
}

template <class Change>
void change(Nodes& nodes, const Change& how) {
    for (auto& row : nodes) {
        for (double& value : row) value = how(value);
    }
}

/// Start of the lower side of `shape` within `cut`: its quantile and the quantile's slope.
Slope start_of(const Shape& shape, const Cut& cut) {
    const double v = first_middle();
    const double value = quantile(shape, uncut(cut, {v, 1 - v}));
    return {value, cut.within / density(shape, value)};
}

Cut mirrored(const Cut& cut) {
    return {cut.above, cut.below, cut.within};
}

Sides normal_sides(const Cut& cut) {
    const Shape standard = Normal{0, 1};
    Sides sides{quantile_nodes({}, start_of(standard, cut)), quantile_nodes({}, start_of(standard, mirrored(cut)))};
    change(sides.upper, [](double z) { return -z; });
    return sides;
}

/// Of the standard normal distribution. Made at first use; the same whoever asks.
const Sides& whole_normal() {
    static const Sides only = normal_sides({});
    return only;
}

Rows rows_of(const Sides& sides) {
    Rows rows(std::size_t{2} * octaves::rows);
    fit_octaves(sides.lower, rows.data());
    fit_octaves(sides.upper, rows.data() + octaves::rows);
    return rows;
}

const Rows& whole_normal_rows() {
    static const auto only = rows_of(whole_normal());
    return only;
}

struct RowsOf {
    const Cut& cut;
    const Kernels& kernels;
    Rows& rows;

    void operator()(const Pert& pert) const {
        const double range = pert.high - pert.low;
        const double mode = (pert.mode - pert.low) / range;
        if (pert.shape == usual_pert_shape && cut.within == 1) {
            rows = usual_pert_rows(mode, kernels);
        } else {
            const auto [a, b] = beta_shape(pert);
            fit_octaves(quantile_nodes(beta_law(a, b), start_of(Pert{0, mode, 1, pert.shape}, cut)), rows.data());
            fit_octaves(quantile_nodes(beta_law(b, a), start_of(Pert{0, 1 - mode, 1, pert.shape}, mirrored(cut))),
                        rows.data() + octaves::rows);
        }
        scale_rows(rows.data(), {pert.low, range});
        scale_rows(rows.data() + octaves::rows, {pert.high, -range});
    }
    void operator()(const Normal& normal) const {
        rows = cut.within == 1 ? whole_normal_rows() : rows_of(normal_sides(cut));
        scale_rows(rows.data(), {normal.mean, normal.deviation});
        scale_rows(rows.data() + octaves::rows, {normal.mean, normal.deviation});
    }
    void operator()(const Lognormal& lognormal) const {
        auto sides = cut.within == 1 ? whole_normal() : normal_sides(cut);
        const auto value = [&](double z) { return std::exp(lognormal.mu + lognormal.sigma * z); };
        change(sides.lower, value);
        change(sides.upper, value);
        rows = rows_of(sides);
    }
    void operator()(const Triangular&) const {}
    void operator()(const Uniform&) const {}
    void operator()(const Discrete&) const {}
    void operator()(const Empirical&) const {}
};

}  // namespace

void fit_octaves(const Nodes& nodes, Cubic* rows) {
    double half = octaves::least / (2 * octaves::cells);
    for (std::size_t row = 0; row < nodes.size(); ++row) {
        rows[row] = fit_cubic(nodes[row], half);
        if (row % octaves::cells == octaves::cells - 1) half *= 2;
    }
}

Rows octave_rows(const Distribution& distribution, const Kernels& kernels) {
    Rows rows(std::size_t{2} * octaves::rows);
    const auto within = cut(distribution);
    std::visit(RowsOf{within, kernels, rows}, distribution.shape);
    return rows;
}

}  // namespace provenu::chance
