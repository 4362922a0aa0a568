#include "chance/pearson.hpp"

#include <cmath>

#include "chance/cubic.hpp"
#include "chance/kernels.hpp"

namespace provenu::chance {

namespace {

constexpr int order = 9;
using Series = std::array<double, order + 1>;  // coefficients in (u - middle)/middle

double product_at(const Series& x, const Series& y, int n) {
    double sum = 0;
    for (int k = 0; k <= n; ++k) sum += x[static_cast<std::size_t>(k)] * y[static_cast<std::size_t>(n - k)];
    return sum;
}

Series series_at(const Pearson& law, Slope at) {
    Series y{at.value, at.slope};
    Series first{};      // y'
    Series second{};     // y''
    Series squared{};    // y'^2
    Series numerator{};  // r0 + r1 y
    Series bottom{};     // p0 + p1 y + p2 y^2
    for (std::size_t n = 0; n + 2 <= order; ++n) {
        const int m = static_cast<int>(n);
        first[n] = (m + 1) * y[n + 1];
        squared[n] = product_at(first, first, m);
        numerator[n] = law.r1 * y[n] + (n == 0 ? law.r0 : 0);
        bottom[n] = law.p1 * y[n] + law.p2 * product_at(y, y, m) + (n == 0 ? law.p0 : 0);
        second[n] = 0;
        const double rest = product_at(squared, numerator, m) - product_at(bottom, second, m);
        second[n] = rest / bottom[0];
        y[n + 2] = second[n] / ((m + 1) * (m + 2));
    }
    return y;
}

double value_at(const Series& y, double t) {
    double sum = y[order];
    for (std::size_t n = order; n-- > 0;) sum = y[n] + t * sum;
    return sum;
}

double slope_at(const Series& y, double t) {
    double sum = order * y[order];
    for (std::size_t n = order; n-- > 1;) sum = static_cast<double>(n) * y[n] + t * sum;
    return sum;
}

}  // namespace

double first_middle() {
    return octaves::least * (1 + 0.5 / octaves::cells);
}

Nodes quantile_nodes(const Pearson& law, Slope start) {
    Nodes out;
    out.reserve(octaves::rows);
    double middle = first_middle();
    double half = octaves::least / (2 * octaves::cells);
    Slope at{start.value, start.slope * middle};
    for (int row = 0; row < octaves::rows; ++row) {
        const auto y = series_at(law, at);
        auto& nodes = out.emplace_back();
        for (std::size_t k = 0; k < nodes.size(); ++k) nodes[k] = value_at(y, half * cubic_nodes[k] / middle);
        const bool octave_ends = row % octaves::cells == octaves::cells - 1;
        const double next = middle + (octave_ends ? 3 * half : 2 * half);
        const double step = (next - middle) / middle;
        at = {value_at(y, step), slope_at(y, step) * (next / middle)};
        half *= octave_ends ? 2 : 1;
        middle = next;
    }
    return out;
}

}  // namespace provenu::chance
