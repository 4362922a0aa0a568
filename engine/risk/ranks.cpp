#include "risk/ranks.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "risk/blocks.hpp"

namespace provenu::risk {
namespace {

/// Pearson's correlation; 0 where one of the two does not vary.
double correlation(const std::vector<double>& x, const std::vector<double>& y) {
    const auto count = static_cast<double>(x.size());
    const double mean_x = std::accumulate(x.begin(), x.end(), 0.0) / count;
    const double mean_y = std::accumulate(y.begin(), y.end(), 0.0) / count;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double a = x[i] - mean_x;
        const double b = y[i] - mean_y;
        xx += a * a;
        yy += b * b;
        xy += a * b;
    }
    return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : 0.0;
}

Estimate estimate_of(double found, std::size_t draws) {
    const double error = (1 - found * found) * std::sqrt((1 + found * found / 2) / std::max(1.0, static_cast<double>(draws) - 3));
    return {found, error};
}

/// What is kept of all draws.
struct Kept {
    std::vector<std::vector<double>> inputs;  ///< uniform numbers, or values where these tie
    std::vector<std::vector<double>> results;
};

Kept keep(const Function& function, const chance::Sample& sample, const Effort& effort) {
    const chance::Design design(sample);
    const std::size_t inputs = sample.marginals.size();
    Kept kept{std::vector<std::vector<double>>(inputs, std::vector<double>(sample.draws)),
              std::vector<std::vector<double>>(function.results, std::vector<double>(sample.draws))};
    std::vector<Columns> desks;
    for (int thread = 0; thread < effort.threads; ++thread) desks.emplace_back(2 * inputs + function.results);
    each_block(design.blocks(), effort.threads, [&](int thread, std::uint64_t block) {
        const auto& all = desks[static_cast<std::size_t>(thread)].all();
        const auto at = [&](std::size_t from, std::size_t count) {
            const auto first = all.begin() + static_cast<std::ptrdiff_t>(from);
            return std::vector<double*>(first, first + static_cast<std::ptrdiff_t>(count));
        };
        const auto values = at(0, inputs);
        const auto uniforms = at(inputs, inputs);
        const auto results = at(2 * inputs, function.results);
        const int count = design.count(block);
        design.fill(block, values);
        design.fill_uniforms(block, uniforms);
        function.run(thread, std::vector<const double*>(values.begin(), values.end()), results, count);
        const auto first = static_cast<std::ptrdiff_t>(block * chance::block_size);
        for (std::size_t i = 0; i < inputs; ++i) {
            const bool ties = chance::is_discrete(sample.marginals[i].distribution);
            std::copy_n(ties ? values[i] : uniforms[i], count, kept.inputs[i].begin() + first);
        }
        for (std::size_t i = 0; i < results.size(); ++i) std::copy_n(results[i], count, kept.results[i].begin() + first);
    });
    return kept;
}

}  // namespace

std::vector<double> ranks_of(const std::vector<double>& values) {
    std::vector<std::pair<double, std::uint32_t>> sorted(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) sorted[i] = {values[i], static_cast<std::uint32_t>(i)};
    std::ranges::sort(sorted);
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < sorted.size();) {
        std::size_t until = first + 1;
        while (until < sorted.size() && sorted[until].first == sorted[first].first) ++until;
        const double rank = static_cast<double>(first + until) / 2 / static_cast<double>(sorted.size());
        for (; first < until; ++first) ranks[sorted[first].second] = rank;
    }
    return ranks;
}

std::vector<std::vector<Estimate>> rank_correlations(const Function& function, const chance::Sample& sample,
                                                     const Effort& effort) {
    Kept kept = keep(function, sample, effort);
    for (std::size_t i = 0; i < kept.inputs.size(); ++i)
        if (chance::is_discrete(sample.marginals[i].distribution)) kept.inputs[i] = ranks_of(kept.inputs[i]);
    std::vector<std::vector<Estimate>> found(function.results);
    each_block(function.results, effort.threads, [&](int, std::uint64_t result) {
        const auto ranks = ranks_of(kept.results[result]);
        for (const Factor& factor : factors_of(sample.marginals))
            found[result].push_back(estimate_of(correlation(kept.inputs[factor.front()], ranks), ranks.size()));
    });
    return found;
}

}  // namespace provenu::risk
