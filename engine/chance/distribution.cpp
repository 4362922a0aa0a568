#include "provenu/chance/distribution.hpp"

#include <algorithm>
#include <array>
#include <boost/math/quadrature/tanh_sinh.hpp>
#include <cmath>

#include "chance/shapes.hpp"

namespace provenu::chance {

namespace {

/// The standard normal distribution's 90th percentile.
constexpr double z90 = 1.2815515655446004;

double power_about(double value, double about, int power) {
    double out = 1;
    for (int i = 0; i < power; ++i) out *= value - about;
    return out;
}

/// Mean of (value - about)^power over a piece where the density is linear: Gauss's rule of four points is exact.
double over_piece(const Shape& shape, const Support& piece, double about, int power) {
    constexpr std::array<double, 2> nodes{0.33998104358485626, 0.86113631159405258};
    constexpr std::array<double, 2> weights{0.65214515486254614, 0.34785484513745386};
    const double half = (piece.high - piece.low) / 2;
    const double middle = (piece.high + piece.low) / 2;
    if (half <= 0) return 0;
    double sum = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (const double value : {middle - half * nodes.at(i), middle + half * nodes.at(i)}) {
            sum += weights.at(i) * density(shape, value) * power_about(value, about, power);
        }
    }
    return sum * half;
}

/// Of a distribution whose density is made of straight lines that meet at `bend`.
double of_lines(const Distribution& distribution, double bend, double about, int power) {
    const auto [low, high] = support(distribution);
    const double at = std::clamp(bend, low, high);
    const double sum =
        over_piece(distribution.shape, {low, at}, about, power) + over_piece(distribution.shape, {at, high}, about, power);
    return sum / (over_piece(distribution.shape, {low, at}, 0, 0) + over_piece(distribution.shape, {at, high}, 0, 0));
}

double of_steps(const std::vector<Step>& separate, double about, int power) {
    double sum = 0;
    for (const auto& step : separate) sum += step.probability * power_about(step.value, about, power);
    return sum;
}

/// By integrating over the probability, so that every distribution with a quantile can be taken.
double integrated(const Distribution& distribution, double about, int power) {
    boost::math::quadrature::tanh_sinh<double> rule;
    const auto value = [&](double p, double to_end) {
        const Probability at = p < 0.5 ? Probability{p, 1 - p} : Probability{p, std::abs(to_end)};
        return power_about(quantile(distribution, at), about, power);
    };
    return rule.integrate(value, 0.0, 1.0, 1e-13);
}

/// Moments about 0 of the whole shape, 1..4.
double whole(const Pert& pert, int power) {
    const auto [a, b] = beta_shape(pert);
    const double range = pert.high - pert.low;
    double sum = 0;
    double binomial = 1;
    double scaled = 1;
    for (int k = 0; k <= power; ++k) {
        sum += binomial * power_about(pert.low, 0, power - k) * scaled;
        binomial *= static_cast<double>(power - k) / (k + 1);
        scaled *= range * (a + k) / (a + b + k);
    }
    return sum;
}

double whole(const Normal& normal, int power) {
    const double m = normal.mean;
    const double v = normal.deviation * normal.deviation;
    switch (power) {
        case 1:
            return m;
        case 2:
            return m * m + v;
        case 3:
            return m * m * m + 3 * m * v;
        default:
            return m * m * m * m + 6 * m * m * v + 3 * v * v;
    }
}

double whole(const Lognormal& lognormal, int power) {
    return std::exp(power * lognormal.mu + power * power * lognormal.sigma * lognormal.sigma / 2);
}

bool is_cut(const Distribution& distribution) {
    const auto [below, above, within] = cut(distribution);
    return below > 0 || above > 0;
}

struct MomentOf {
    const Distribution& distribution;
    int power;

    double operator()(const Triangular& t) const { return of_lines(distribution, t.mode, 0, power); }
    double operator()(const Uniform& u) const { return of_lines(distribution, u.low, 0, power); }
    double operator()(const Discrete&) const { return of_steps(steps(distribution), 0, power); }
    double operator()(const Empirical&) const { return of_steps(steps(distribution), 0, power); }
    template <class Smooth>
    double operator()(const Smooth& shape) const {
        return is_cut(distribution) ? integrated(distribution, 0, power) : whole(shape, power);
    }
};

struct VarianceOf {
    const Distribution& distribution;
    double mean;

    double operator()(const Triangular& t) const { return of_lines(distribution, t.mode, mean, 2); }
    double operator()(const Uniform& u) const { return of_lines(distribution, u.low, mean, 2); }
    double operator()(const Discrete&) const { return of_steps(steps(distribution), mean, 2); }
    double operator()(const Empirical&) const { return of_steps(steps(distribution), mean, 2); }
    double operator()(const Pert& pert) const {
        return is_cut(distribution) ? integrated(distribution, mean, 2)
                                    : (mean - pert.low) * (pert.high - mean) / (pert.shape + 3);
    }
    double operator()(const Normal& normal) const {
        return is_cut(distribution) ? integrated(distribution, mean, 2) : normal.deviation * normal.deviation;
    }
    double operator()(const Lognormal& lognormal) const {
        return is_cut(distribution) ? integrated(distribution, mean, 2)
                                    : mean * mean * std::expm1(lognormal.sigma * lognormal.sigma);
    }
};

struct Certain {
    bool operator()(const Triangular& t) const { return !(t.low < t.high); }
    bool operator()(const Pert& pert) const { return !(pert.low < pert.high); }
    bool operator()(const Uniform& uniform) const { return !(uniform.low < uniform.high); }
    bool operator()(const Normal& normal) const { return !(normal.deviation > 0); }
    bool operator()(const Lognormal& lognormal) const { return !(lognormal.sigma > 0); }
    bool operator()(const Discrete&) const { return false; }
    bool operator()(const Empirical&) const { return false; }
};

}  // namespace

Lognormal lognormal_of_mean(double mean, double deviation) {
    const double variance = std::log1p(deviation / mean * (deviation / mean));
    return {std::log(mean) - variance / 2, std::sqrt(variance)};
}

Normal normal_of_percentiles(double p10, double p90) {
    return {(p10 + p90) / 2, (p90 - p10) / (2 * z90)};
}

Lognormal lognormal_of_percentiles(double p10, double p90) {
    const auto logarithm = normal_of_percentiles(std::log(p10), std::log(p90));
    return {logarithm.mean, logarithm.deviation};
}

double quantile(const Distribution& distribution, double p) {
    return quantile(distribution, Probability{p, 1 - p});
}

double cumulative(const Distribution& distribution, double value) {
    const auto separate = steps(distribution);
    if (!separate.empty()) {
        double sum = 0;
        for (const auto& step : separate) sum += step.value <= value ? step.probability : 0;
        return std::min(sum, 1.0);
    }
    const auto [low, high] = support(distribution);
    if (is_certain(distribution)) return value < quantile(distribution, 0.5) ? 0 : 1;
    if (value <= low) return 0;
    if (value >= high) return 1;
    const auto [below, above, within] = cut(distribution);
    return std::clamp((cumulative(distribution.shape, value).below - below) / within, 0.0, 1.0);
}

double moment(const Distribution& distribution, int power) {
    if (is_certain(distribution)) return power_about(quantile(distribution, 0.5), 0, power);
    return std::visit(MomentOf{distribution, power}, distribution.shape);
}

double mean(const Distribution& distribution) {
    return moment(distribution, 1);
}

double deviation(const Distribution& distribution) {
    if (is_certain(distribution)) return 0;
    return std::sqrt(std::visit(VarianceOf{distribution, mean(distribution)}, distribution.shape));
}

bool is_discrete(const Distribution& distribution) {
    constexpr std::size_t few = 20;
    const auto count = steps(distribution).size();
    return count > 0 && (std::holds_alternative<Discrete>(distribution.shape) || count < few);
}

bool is_certain(const Distribution& distribution) {
    if (std::visit(Certain{}, distribution.shape)) return true;
    const auto separate = steps(distribution);
    if (!separate.empty()) return separate.size() == 1;
    const auto [low, high] = support(distribution);
    return low >= high;
}

}  // namespace provenu::chance
