#include "provenu/model/range.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace provenu::model {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

std::vector<Bound> numbers(const Triangular& shape) {
    return {shape.low, shape.mode, shape.high};
}
std::vector<Bound> numbers(const Pert& shape) {
    return {shape.low, shape.mode, shape.high};
}
std::vector<Bound> numbers(const Uniform& shape) {
    return {shape.low, shape.high};
}
std::vector<Bound> numbers(const Bell& shape) {
    if (const auto* moments = std::get_if<MeanAndDeviation>(&shape.by)) return {moments->mean, moments->deviation};
    const auto& percentiles = std::get<Percentiles>(shape.by);
    return {percentiles.p10, percentiles.p90};
}
std::vector<Bound> numbers(const Discrete& shape) {
    return shape.values;
}
std::vector<Bound> numbers(const Empirical& shape) {
    return shape.values;
}
std::vector<Bound> numbers(const Column&) {
    return {};
}

/// Of what is not cut off.
Reach whole(const Range& range, const Worth& worth) {
    if (const auto* bell = std::get_if<Bell>(&range.shape)) return {bell->kind == Bell::Kind::normal ? -infinite : 0, infinite};
    Reach reach{infinite, -infinite};
    const auto include = [&](const Bound& bound) {
        const double number = in_terms_of(worth, bound);
        reach = {std::min(reach.low, number), std::max(reach.high, number)};
    };
    if (const auto* column = std::get_if<Column>(&range.shape))
        for (const double number : column->numbers) include({number, column->of});
    for (const Bound& bound : std::visit([](const auto& shape) { return numbers(shape); }, range.shape)) include(bound);
    return reach;
}

}  // namespace

std::vector<Bound> bounds_of(const Range& range) {
    auto all = std::visit([](const auto& shape) { return numbers(shape); }, range.shape);
    for (const auto* cut : {&range.least, &range.most})
        if (*cut) all.push_back(**cut);
    return all;
}

bool is_of_shares(const Range& range) {
    const auto is_share = [](const Bound& bound) {
        return bound.of == Bound::Of::share || (bound.of == Bound::Of::bare && bound.number == 0);
    };
    const auto* column = std::get_if<Column>(&range.shape);
    if (column != nullptr && column->of != Bound::Of::share) return false;
    return std::ranges::all_of(bounds_of(range), is_share);
}

double in_terms_of(const Worth& worth, const Bound& bound) {
    switch (bound.of) {
        case Bound::Of::share:
            return bound.number * worth.value;
        case Bound::Of::bare:
            return bound.number * worth.bare;
        case Bound::Of::amount:
            break;
    }
    return bound.number / worth.kroner;
}

Reach reach(const Range& range, const Worth& worth) {
    Reach reach = whole(range, worth);
    for (const auto* cut : {&range.least, &range.most}) {
        if (!*cut) continue;
        const double at = in_terms_of(worth, **cut);
        // A share of a value below zero turns the range round.
        const bool turned = worth.value < 0 && (*cut)->of == Bound::Of::share;
        if ((cut == &range.least) != turned)
            reach.low = std::max(reach.low, at);
        else
            reach.high = std::min(reach.high, at);
    }
    return reach;
}

bool holds(const Range& range, const Worth& worth) {
    const auto [low, high] = reach(range, worth);
    const double noise = 1e-12 * std::abs(worth.value);  // of sizes of money
    return low <= worth.value + noise && worth.value <= high + noise;
}

}  // namespace provenu::model
