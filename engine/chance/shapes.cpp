#include "chance/shapes.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>

namespace provenu::chance {

namespace {

using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using BetaLaw = boost::math::beta_distribution<double, Policy>;
using NormalLaw = boost::math::normal_distribution<double, Policy>;
using boost::math::complement;

constexpr double infinity = std::numeric_limits<double>::infinity();

double lowest(const Shape& shape) {
    if (const auto* triangular = std::get_if<Triangular>(&shape)) return triangular->low;
    if (const auto* pert = std::get_if<Pert>(&shape)) return pert->low;
    if (const auto* uniform = std::get_if<Uniform>(&shape)) return uniform->low;
    return std::holds_alternative<Lognormal>(shape) ? 0 : -infinity;
}

double highest(const Shape& shape) {
    if (const auto* triangular = std::get_if<Triangular>(&shape)) return triangular->high;
    if (const auto* pert = std::get_if<Pert>(&shape)) return pert->high;
    if (const auto* uniform = std::get_if<Uniform>(&shape)) return uniform->high;
    return infinity;
}

template <class Law>
Probability probability(const Law& law, double value) {
    return {cdf(law, value), cdf(complement(law, value))};
}

template <class Law>
double quantile_of(const Law& law, Probability p) {
    return p.below <= p.above ? boost::math::quantile(law, p.below) : boost::math::quantile(complement(law, p.above));
}

struct CumulativeAt {
    double value;

    Probability operator()(const Triangular& t) const {
        const double range = t.high - t.low;
        if (value < t.mode) {
            const double below = (value - t.low) * (value - t.low) / (range * (t.mode - t.low));
            return {below, 1 - below};
        }
        const double above = (t.high - value) * (t.high - value) / (range * (t.high - t.mode));
        return {1 - above, above};
    }
    Probability operator()(const Pert& pert) const {
        const auto [a, b] = beta_shape(pert);
        return probability(BetaLaw(a, b), (value - pert.low) / (pert.high - pert.low));
    }
    Probability operator()(const Uniform& uniform) const {
        const double range = uniform.high - uniform.low;
        return {(value - uniform.low) / range, (uniform.high - value) / range};
    }
    Probability operator()(const Normal& normal) const { return probability(NormalLaw(normal.mean, normal.deviation), value); }
    Probability operator()(const Lognormal& lognormal) const {
        return probability(NormalLaw(lognormal.mu, lognormal.sigma), std::log(value));
    }
    Probability operator()(const Discrete&) const { return {}; }
    Probability operator()(const Empirical&) const { return {}; }
};

struct QuantileAt {
    Probability p;

    double operator()(const Triangular& t) const {
        const double range = t.high - t.low;
        if (p.below * range < t.mode - t.low) return t.low + std::sqrt(p.below * range * (t.mode - t.low));
        return t.high - std::sqrt(p.above * range * (t.high - t.mode));
    }
    double operator()(const Pert& pert) const {
        const auto [a, b] = beta_shape(pert);
        const double range = pert.high - pert.low;
        if (p.below <= p.above) return pert.low + range * boost::math::quantile(BetaLaw(a, b), p.below);
        return pert.high - range * boost::math::quantile(BetaLaw(b, a), p.above);
    }
    double operator()(const Uniform& uniform) const {
        const double range = uniform.high - uniform.low;
        return p.below <= p.above ? uniform.low + range * p.below : uniform.high - range * p.above;
    }
    double operator()(const Normal& normal) const { return quantile_of(NormalLaw(normal.mean, normal.deviation), p); }
    double operator()(const Lognormal& lognormal) const {
        return std::exp(quantile_of(NormalLaw(lognormal.mu, lognormal.sigma), p));
    }
    double operator()(const Discrete&) const { return 0; }
    double operator()(const Empirical&) const { return 0; }
};

struct DensityAt {
    double value;

    double operator()(const Triangular& t) const {
        const double height = 2 / (t.high - t.low);
        return value < t.mode ? height * (value - t.low) / (t.mode - t.low) : height * (t.high - value) / (t.high - t.mode);
    }
    double operator()(const Pert& pert) const {
        const auto [a, b] = beta_shape(pert);
        const double range = pert.high - pert.low;
        return pdf(BetaLaw(a, b), (value - pert.low) / range) / range;
    }
    double operator()(const Uniform& uniform) const { return 1 / (uniform.high - uniform.low); }
    double operator()(const Normal& normal) const { return pdf(NormalLaw(normal.mean, normal.deviation), value); }
    double operator()(const Lognormal& lognormal) const {
        return pdf(NormalLaw(lognormal.mu, lognormal.sigma), std::log(value)) / value;
    }
    double operator()(const Discrete&) const { return 0; }
    double operator()(const Empirical&) const { return 0; }
};

struct OnlyValue {
    double operator()(const Triangular& t) const { return t.low; }
    double operator()(const Pert& pert) const { return pert.low; }
    double operator()(const Uniform& uniform) const { return uniform.low; }
    double operator()(const Normal& normal) const { return normal.mean; }
    double operator()(const Lognormal& lognormal) const { return std::exp(lognormal.mu); }
    double operator()(const Discrete&) const { return 0; }
    double operator()(const Empirical&) const { return 0; }
};

bool lies_between(const Distribution& distribution, double value) {
    return (!distribution.least || value >= *distribution.least) && (!distribution.most || value <= *distribution.most);
}

}  // namespace

BetaShape beta_shape(const Pert& pert) {
    const double range = pert.high - pert.low;
    return {1 + pert.shape * (pert.mode - pert.low) / range, 1 + pert.shape * (pert.high - pert.mode) / range};
}

Probability cumulative(const Shape& shape, double value) {
    if (value <= lowest(shape)) return {0, 1};
    if (value >= highest(shape)) return {1, 0};
    return std::visit(CumulativeAt{value}, shape);
}

double quantile(const Shape& shape, Probability p) {
    return std::visit(QuantileAt{p}, shape);
}
double density(const Shape& shape, double value) {
    return std::visit(DensityAt{value}, shape);
}

Cut cut(const Distribution& distribution) {
    const auto least = distribution.least ? cumulative(distribution.shape, *distribution.least) : Probability{0, 1};
    const auto most = distribution.most ? cumulative(distribution.shape, *distribution.most) : Probability{1, 0};
    return {least.below, most.above, least.below < 0.5 ? most.below - least.below : least.above - most.above};
}

Probability uncut(const Cut& cut, Probability p) {
    return {cut.below + p.below * cut.within, cut.above + p.above * cut.within};
}

Support support(const Distribution& distribution) {
    return {std::max(lowest(distribution.shape), distribution.least.value_or(-infinity)),
            std::min(highest(distribution.shape), distribution.most.value_or(infinity))};
}

std::vector<Step> steps(const Distribution& distribution) {
    std::map<double, double> weights;
    if (const auto* discrete = std::get_if<Discrete>(&distribution.shape)) {
        for (std::size_t i = 0; i < discrete->values.size(); ++i) weights[discrete->values[i]] += discrete->probabilities[i];
    } else if (const auto* empirical = std::get_if<Empirical>(&distribution.shape)) {
        for (const double value : empirical->values) weights[value] += 1;
    }
    std::erase_if(weights, [&](const auto& one) { return one.second <= 0 || !lies_between(distribution, one.first); });
    double sum = 0;
    for (const auto& [value, weight] : weights) sum += weight;
    std::vector<Step> out;
    for (const auto& [value, weight] : weights) out.push_back({value, weight / sum});
    return out;
}

std::vector<double> observed(const Distribution& distribution) {
    std::vector<double> out;
    if (const auto* empirical = std::get_if<Empirical>(&distribution.shape)) {
        std::copy_if(empirical->values.begin(), empirical->values.end(), std::back_inserter(out),
                     [&](double value) { return lies_between(distribution, value); });
    }
    return out;
}

double quantile(const Distribution& distribution, Probability p) {
    const auto separate = steps(distribution);
    if (!separate.empty()) {
        double sum = 0;
        for (const auto& step : separate) {
            sum += step.probability;
            if (p.below <= sum) return step.value;
        }
        return separate.back().value;
    }
    const auto [low, high] = support(distribution);
    if (is_certain(distribution)) return std::clamp(std::visit(OnlyValue{}, distribution.shape), low, high);
    return std::clamp(quantile(distribution.shape, uncut(cut(distribution), p)), low, high);
}

}  // namespace provenu::chance
