#include "chance/pert_family.hpp"

#include <boost/math/distributions/beta.hpp>
#include <cmath>
#include <numbers>

#include "chance/octaves.hpp"
#include "chance/shapes.hpp"

namespace provenu::chance {

namespace {

constexpr std::size_t knots = 21;

double knot_at(std::size_t k) {
    return (1 - std::cos(std::numbers::pi * (static_cast<double>(k) + 0.5) / static_cast<double>(knots))) / 2;
}

Rows rows_of(const Nodes& nodes) {
    Rows rows(octaves::rows);
    fit_octaves(nodes, rows.data());
    return rows;
}

using Family = std::array<Rows, knots>;

Family made() {
    Family family;
    const double v = first_middle();
    for (std::size_t k = 0; k < knots; ++k) {
        const Pert pert{0, knot_at(k), 1, usual_pert_shape};
        const auto [a, b] = beta_shape(pert);
        const double start = quantile(pert, Probability{v, 1 - v});
        family.at(k) = rows_of(quantile_nodes(beta_law(a, b), {start, 1 / density(pert, start)}));
    }
    return family;
}

/// Made at first use, which takes a few milliseconds; the same whoever asks.
const Family& family() {
    static const Family only = made();
    return only;
}

/// Lagrange's weights of the knots at `mode`, by the barycentric formula (Berrut and Trefethen 2004).
std::array<double, knots> weights_at(double mode) {
    std::array<double, knots> weights{};
    double sum = 0;
    for (std::size_t k = 0; k < knots; ++k) {
        const double distance = mode - knot_at(k);
        if (distance == 0) {
            weights.fill(0);
            weights.at(k) = 1;
            return weights;
        }
        const double angle = std::numbers::pi * (static_cast<double>(k) + 0.5) / static_cast<double>(knots);
        weights.at(k) = (k % 2 == 0 ? 1 : -1) * std::sin(angle) / distance;
        sum += weights.at(k);
    }
    for (double& weight : weights) weight /= sum;
    return weights;
}

}  // namespace

Pearson beta_law(double a, double b) {
    return {0, 1, -1, 1 - a, a + b - 2};
}

Rows usual_pert_rows(double mode, const Kernels& kernels) {
    Rows rows(std::size_t{2} * octaves::rows);
    std::array<const double*, knots> parts{};
    for (std::size_t k = 0; k < knots; ++k) parts.at(k) = family().at(k).data()->c.data();
    const auto mix = [&](const std::array<double, knots>& weights, Cubic* out) {
        kernels.mix({weights.data(), parts.data(), knots, 4 * octaves::rows}, out->c.data());
    };
    mix(weights_at(mode), rows.data());
    mix(weights_at(1 - mode), rows.data() + octaves::rows);
    return rows;
}

}  // namespace provenu::chance
