#include "chance/inverse.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "chance/cubic.hpp"
#include "chance/octaves.hpp"

namespace provenu::chance {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Probability of_normal(double z) {
    const double below = std::erfc(-z / std::numbers::sqrt2) / 2;
    const double above = std::erfc(z / std::numbers::sqrt2) / 2;
    constexpr double least = std::numeric_limits<double>::min();
    return {std::max(below, least), std::max(above, least)};
}

const Distribution& standard_normal() {
    static const Distribution only{Normal{0, 1}, {}, {}};
    return only;
}

/// Where the grid's tables must be known, and the probabilities there. Made at first use; the same whoever asks.
const std::vector<Probability>& grid_nodes() {
    static const auto only = [] {
        std::vector<Probability> nodes;
        for (int k = -grid::reach; k <= grid::reach; ++k) {
            for (const double node : cubic_nodes) nodes.push_back(of_normal((k + node / 2) * grid::step));
        }
        return nodes;
    }();
    return only;
}

template <class Value>
void write_grid(const Value& value, Cubic* rows) {
    const auto& nodes = grid_nodes();
    for (std::size_t row = 0; row < grid::rows; ++row) {
        const auto* at = nodes.data() + 4 * row;
        rows[row] = fit_cubic({value(at[0]), value(at[1]), value(at[2]), value(at[3])}, grid::step / 2);
    }
}

/// A value by the table over u, which reaches further than the grid.
double value_at(const Rows& rows, Probability p) {
    const double v = std::clamp(std::min(p.below, p.above), octaves::least, std::nextafter(0.5, 0));
    int exponent = 0;
    const double mantissa = std::frexp(v, &exponent);  // v = mantissa x 2^exponent, 1/2 <= mantissa < 1
    const int cell = static_cast<int>((mantissa - 0.5) * 2 * octaves::cells);
    const double middle = std::ldexp(0.5 + (cell + 0.5) / (2 * octaves::cells), exponent);
    const int row = (exponent - 1 + octaves::deepest) * octaves::cells + cell + (p.above < p.below ? octaves::rows : 0);
    const auto& c = rows[static_cast<std::size_t>(row)].c;
    const double t = v - middle;
    return c[0] + t * (c[1] + t * (c[2] + t * c[3]));
}

Roots roots_of(const Triangular& t, const Cut& cut) {
    const double range = t.high - t.low;
    const double rise = range * (t.mode - t.low);
    const double fall = range * (t.high - t.mode);
    const double bend = ((t.mode - t.low) / range - cut.below) / cut.within;
    return {bend, t.low, t.high, cut.below * rise, cut.within * rise, cut.above * fall, cut.within * fall};
}

Line line_of(const Distribution& distribution) {
    const auto [low, high] = support(distribution);
    return {low, high - low};
}

ByStairs stairs_of(const std::vector<Step>& separate) {
    ByStairs out;
    double sum = 0;
    for (const auto& step : separate) {
        if (!out.values.empty()) out.bounds.push_back(std::min(sum, 1.0));
        out.values.push_back(step.value);
        sum += step.probability;
    }
    return out;
}

ByPosition positions_of(const Distribution& distribution) {
    ByPosition out{observed(distribution), {}, {}};
    auto sorted = out.values;
    std::sort(sorted.begin(), sorted.end());
    const auto share = [&](auto place) {
        return static_cast<double>(place - sorted.begin()) / static_cast<double>(sorted.size());
    };
    for (const double value : out.values) {
        const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), value);
        out.ranks.push_back(share(first));
        out.widths.push_back(share(last) - share(first));
    }
    return out;
}

struct FromUniform {
    const Distribution& distribution;
    const Kernels& kernels;

    Inverse operator()(const Triangular& t) const { return roots_of(t, cut(distribution)); }
    Inverse operator()(const Uniform&) const { return line_of(distribution); }
    Inverse operator()(const Discrete&) const { return stairs_of(steps(distribution)); }
    Inverse operator()(const Empirical&) const { return positions_of(distribution); }
    template <class Smooth>
    Inverse operator()(const Smooth&) const {
        return ByOctaves{octave_rows(distribution, kernels)};
    }
};

struct FromNormal {
    const Distribution& distribution;
    const Kernels& kernels;

    Inverse operator()(const Normal& normal) const {
        if (cut(distribution).within == 1) return Line{normal.mean, normal.deviation};
        return smooth();
    }
    Inverse operator()(const Triangular& t) const {
        const auto roots = roots_of(t, cut(distribution));
        ByGrid out{Rows(std::size_t{2} * grid::rows), 0};
        write_grid([&](Probability p) { return roots.low + std::sqrt(roots.rise_0 + roots.rise_1 * p.below); }, out.rows.data());
        write_grid([&](Probability p) { return roots.high - std::sqrt(roots.fall_0 + roots.fall_1 * p.above); },
                   out.rows.data() + grid::rows);
        out.bend = roots.bend <= 0 ? -infinity : roots.bend >= 1 ? infinity : quantile(standard_normal(), roots.bend);
        return out;
    }
    Inverse operator()(const Uniform&) const {
        const auto line = line_of(distribution);
        ByGrid out{Rows(grid::rows), infinity};
        write_grid([&](Probability p) { return line.offset + line.slope * p.below; }, out.rows.data());
        return out;
    }
    Inverse operator()(const Discrete&) const { return stairs(); }
    Inverse operator()(const Empirical&) const { return stairs(); }
    template <class Smooth>
    Inverse operator()(const Smooth&) const {
        return smooth();
    }

    [[nodiscard]] Inverse smooth() const {
        const auto rows = octave_rows(distribution, kernels);
        ByGrid out{Rows(grid::rows), infinity};
        write_grid([&](Probability p) { return value_at(rows, p); }, out.rows.data());
        return out;
    }
    [[nodiscard]] Inverse stairs() const {
        auto out = stairs_of(steps(distribution));
        for (double& bound : out.bounds) bound = bound >= 1 ? infinity : quantile(standard_normal(), bound);
        return out;
    }
};

struct Apply {
    const Distribution& distribution;
    const Kernels& kernels;
    const double* in;
    double* out;

    void operator()(const Certain& certain) const { std::fill_n(out, block_values, certain.value); }
    void operator()(const Line& line) const { kernels.by_line(line, in, out); }
    void operator()(const Roots& roots) const { kernels.by_roots(roots, in, out); }
    void operator()(const ByOctaves& table) const {
        if (kernels.by_octaves(table.rows.data()->c.data(), in, out) >= octaves::least) return;
        for (int i = 0; i < block_values; ++i) {
            const Probability p{in[i], 1 - in[i]};
            if (std::min(p.below, p.above) < octaves::least) out[i] = quantile(distribution, p);
        }
    }
    void operator()(const ByGrid& table) const {
        if (kernels.by_grid({table.rows.data()->c.data(), table.bend}, in, out) <= grid::most) return;
        for (int i = 0; i < block_values; ++i) {
            if (std::abs(in[i]) > grid::most) out[i] = quantile(distribution, of_normal(in[i]));
        }
    }
    void operator()(const ByStairs& stairs) const {
        constexpr std::size_t few = 16;
        if (stairs.bounds.size() <= few) {
            kernels.by_stairs({stairs.bounds.data(), stairs.values.data(), static_cast<int>(stairs.bounds.size())}, in, out);
            return;
        }
        for (int i = 0; i < block_values; ++i) {
            const auto place = std::upper_bound(stairs.bounds.begin(), stairs.bounds.end(), in[i]) - stairs.bounds.begin();
            out[i] = stairs.values[static_cast<std::size_t>(place)];
        }
    }
    void operator()(const ByPosition& observed) const {
        const auto count = static_cast<double>(observed.values.size());
        for (int i = 0; i < block_values; ++i) {
            const double place = std::min(std::floor(in[i] * count), count - 1);
            out[i] = observed.values[static_cast<std::size_t>(place)];
        }
    }
};

}  // namespace

Inverse from_uniform(const Distribution& distribution, const Kernels& kernels) {
    if (is_certain(distribution)) return Certain{quantile(distribution, 0.5)};
    return std::visit(FromUniform{distribution, kernels}, distribution.shape);
}

Inverse from_normal(const Distribution& distribution, const Kernels& kernels) {
    if (is_certain(distribution)) return Certain{quantile(distribution, 0.5)};
    return std::visit(FromNormal{distribution, kernels}, distribution.shape);
}

void apply(const Inverse& inverse, const Distribution& distribution, const Kernels& kernels,
           const std::array<double*, 2>& in_out) {
    std::visit(Apply{distribution, kernels, in_out[0], in_out[1]}, inverse);
}

void to_normal(const Kernels& kernels, const double* u, double* z) {
    static const Inverse table = ByOctaves{octave_rows(standard_normal(), kernels)};
    std::visit(Apply{standard_normal(), kernels, u, z}, table);
}

void to_uniform(const Kernels& kernels, const double* z, double* u) {
    static const Distribution unit{Uniform{0, 1}, {}, {}};
    static const Inverse table = from_normal(unit, kernels);
    std::visit(Apply{unit, kernels, z, u}, table);
    constexpr double below_one = 1 - 0x1p-53;
    for (int i = 0; i < block_values; ++i) u[i] = std::min(std::max(u[i], 0x1p-53), below_one);
}

void ranks_of_positions(const ByPosition& observed, double* u) {
    const auto count = static_cast<double>(observed.values.size());
    for (int i = 0; i < block_values; ++i) {
        const double place = std::min(std::floor(u[i] * count), count - 1);
        const double within = std::clamp(u[i] * count - place, 0x1p-40, 1 - 0x1p-40);
        const auto at = static_cast<std::size_t>(place);
        u[i] = observed.ranks[at] + observed.widths[at] * within;
    }
}

}  // namespace provenu::chance
