#include "risk/spread.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace provenu::risk {
namespace {

using chance::Distribution;
using model::Bound;

chance::Shape certainly(double value) {
    return chance::Uniform{value, value};
}

/// Shapes of numbers; a share of a value below zero turns low and high round.
struct Shaping {
    const model::Worth& worth;

    [[nodiscard]] double at(const Bound& bound) const { return in_terms_of(worth, bound); }

    chance::Shape operator()(const model::Triangular& shape) const { return of_points(chance::Triangular{}, shape); }
    chance::Shape operator()(const model::Pert& shape) const {
        chance::Pert pert;
        pert.shape = shape.shape;
        return of_points(pert, shape);
    }
    chance::Shape operator()(const model::Uniform& shape) const {
        const auto [low, high] = std::minmax({at(shape.low), at(shape.high)});
        if (low == high) return certainly(low);
        return chance::Uniform{low, high};
    }
    chance::Shape operator()(const model::Bell& bell) const {
        const bool normal = bell.kind == model::Bell::Kind::normal;
        if (const auto* moments = std::get_if<model::MeanAndDeviation>(&bell.by)) {
            const double mean = at(moments->mean);
            const double deviation = std::abs(at(moments->deviation));
            if (deviation == 0) return certainly(mean);
            if (normal) return chance::Normal{mean, deviation};
            return chance::lognormal_of_mean(mean, deviation);
        }
        const auto& percentiles = std::get<model::Percentiles>(bell.by);
        const auto [p10, p90] = std::minmax({at(percentiles.p10), at(percentiles.p90)});
        if (p10 == p90) return certainly(p10);
        if (normal) return chance::normal_of_percentiles(p10, p90);
        return chance::lognormal_of_percentiles(p10, p90);
    }
    chance::Shape operator()(const model::Discrete& shape) const {
        chance::Discrete discrete{{}, shape.probabilities};
        for (const Bound& value : shape.values) discrete.values.push_back(at(value));
        return unless_certain(discrete);
    }
    /// In order, so that the number which picks them is their rank.
    chance::Shape operator()(const model::Empirical& shape) const {
        chance::Empirical empirical;
        for (const Bound& value : shape.values) empirical.values.push_back(at(value));
        std::ranges::sort(empirical.values);
        return unless_certain(empirical);
    }
    /// In the order of the file, so that the number which picks a row is the same for all its columns.
    chance::Shape operator()(const model::Column& column) const {
        chance::Empirical empirical;
        for (const double number : column.numbers) empirical.values.push_back(at({number, column.of}));
        return unless_certain(empirical);
    }

 private:
    template <class Values>
    static chance::Shape unless_certain(Values values) {
        const auto [low, high] = std::ranges::minmax(values.values);
        if (low == high) return certainly(low);
        return values;
    }

    template <class Drawn, class Written>
    [[nodiscard]] chance::Shape of_points(Drawn drawn, const Written& shape) const {
        drawn.low = at(shape.low);
        drawn.mode = at(shape.mode);
        drawn.high = at(shape.high);
        if (drawn.low > drawn.high) std::swap(drawn.low, drawn.high);
        if (drawn.low == drawn.high) return certainly(drawn.low);
        return drawn;
    }
};

bool is_lognormal_below_zero(const model::Range& range, const model::Worth& worth) {
    const auto* bell = std::get_if<model::Bell>(&range.shape);
    if (bell == nullptr || bell->kind == model::Bell::Kind::normal) return false;
    const auto* moments = std::get_if<model::MeanAndDeviation>(&bell->by);
    return in_terms_of(worth, moments != nullptr ? moments->mean : std::get<model::Percentiles>(bell->by).p10) <= 0;
}

/// Whether a distribution has anything between two numbers; of bells, more than a draw in a thousand million.
struct HasBetween {
    double least;
    double most;
    static constexpr double far = 6;  ///< deviations from the mean

    bool operator()(const chance::Triangular& shape) const { return overlaps(shape.low, shape.high); }
    bool operator()(const chance::Pert& shape) const { return overlaps(shape.low, shape.high); }
    bool operator()(const chance::Uniform& shape) const { return overlaps(shape.low, shape.high); }
    bool operator()(const chance::Normal& shape) const {
        return overlaps(shape.mean - far * shape.deviation, shape.mean + far * shape.deviation);
    }
    bool operator()(const chance::Lognormal& shape) const {
        return overlaps(std::exp(shape.mu - far * shape.sigma), std::exp(shape.mu + far * shape.sigma));
    }
    bool operator()(const chance::Discrete& shape) const {
        for (std::size_t i = 0; i < shape.values.size(); ++i)
            if (shape.probabilities[i] > 0 && is_between(shape.values[i])) return true;
        return false;
    }
    bool operator()(const chance::Empirical& shape) const {
        return std::ranges::any_of(shape.values, [this](double value) { return is_between(value); });
    }

 private:
    [[nodiscard]] bool overlaps(double low, double high) const { return std::max(low, least) < std::min(high, most); }
    [[nodiscard]] bool is_between(double value) const { return least <= value && value <= most; }
};

void cut_off(const model::Range& range, const model::Worth& worth, Distribution& distribution) {
    for (const auto* cut : {&range.least, &range.most}) {
        if (!*cut) continue;
        const bool turned = worth.value < 0 && (*cut)->of == Bound::Of::share;
        ((cut == &range.least) != turned ? distribution.least : distribution.most) = in_terms_of(worth, **cut);
    }
}

}  // namespace

Distribution spread_of(const model::Range& range, const model::Worth& worth, diag::Diagnostics& found) {
    const bool of_nought = worth.value == 0 && is_of_shares(range);
    if (of_nought) return {certainly(0), {}, {}};
    if (is_lognormal_below_zero(range, worth)) {
        found.error("P805", range.place);
        return {certainly(worth.value), {}, {}};
    }
    Distribution distribution{std::visit(Shaping{worth}, range.shape), {}, {}};
    if (chance::is_certain(distribution)) return distribution;
    cut_off(range, worth, distribution);
    constexpr double infinite = std::numeric_limits<double>::infinity();
    const HasBetween has_between{distribution.least.value_or(-infinite), distribution.most.value_or(infinite)};
    if (!std::visit(has_between, distribution.shape)) {
        const bool is_cut = distribution.least || distribution.most;
        found.error(is_cut ? "P809" : "P878", range.place);
        return {certainly(worth.value), {}, {}};
    }
    return distribution;
}

double share_below_zero(const Distribution& distribution) {
    const auto* normal = std::get_if<chance::Normal>(&distribution.shape);
    if (normal == nullptr || distribution.least) return 0;
    return 0.5 * std::erfc(normal->mean / normal->deviation / std::sqrt(2.0));
}

}  // namespace provenu::risk
