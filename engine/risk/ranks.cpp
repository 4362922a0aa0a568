#include "risk/ranks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "risk/blocks.hpp"

namespace provenu::risk {
namespace {

Estimate estimate_of(double found, std::size_t draws) {
    const double error = (1 - found * found) * std::sqrt((1 + found * found / 2) / std::max(1.0, static_cast<double>(draws) - 3));
    return {found, error};
}

/// Ranks less a half: of all results, and of the inputs that the uniform number is no rank of, as equal values are drawn.
class Ranks {
 public:
    Ranks(const Function& function, const chance::Sample& sample, const Effort& effort)
        : function_(function), sample_(sample), effort_(effort), design_(sample), factors_(factors_of(sample.marginals)) {
        for (const chance::Marginal& each : sample.marginals)
            inputs_.emplace_back(chance::is_discrete(each.distribution) ? sample.draws : 0);
        results_.assign(function.results, std::vector<double>(sample.draws));
        for (int thread = 0; thread < effort.threads; ++thread) {
            columns_.emplace_back(sample.marginals.size());
            outcomes_.emplace_back(function.results);
        }
    }

    /// By result, then factor.
    std::vector<std::vector<Estimate>> correlations() {
        each_block(design_.blocks(), effort_.threads, [this](int thread, std::uint64_t block) { keep(thread, block); });
        rank(results_);
        rank(inputs_);
        const std::size_t row = 2 + results_.size();
        BlockSums sums(design_.blocks(), row * factors_.size());
        each_block(design_.blocks(), effort_.threads,
                   [&](int thread, std::uint64_t block) { add(thread, block, sums.of(block)); });
        const std::vector<double> total = sums.by_replicate(1).front();
        const auto draws = static_cast<double>(sample_.draws);
        std::vector<std::vector<Estimate>> found(results_.size());
        for (std::size_t result = 0; result < results_.size(); ++result) {
            const double rr = sum_of_products(results_[result].data(), results_[result].data(), static_cast<int>(sample_.draws));
            for (std::size_t factor = 0; factor < factors_.size(); ++factor) {
                const double* own = total.data() + factor * row;
                const double squares = (own[1] - own[0] * own[0] / draws) * rr;  // ranks of results have the sum 0
                found[result].push_back(
                    estimate_of(squares > 0 ? own[2 + result] / std::sqrt(squares) : 0.0, results_[result].size()));
            }
        }
        return found;
    }

 private:
    void keep(int thread, std::uint64_t block) {
        const auto& values = columns_[static_cast<std::size_t>(thread)].all();
        const auto& outcomes = outcomes_[static_cast<std::size_t>(thread)].all();
        const int count = design_.count(block);
        const auto first = static_cast<std::ptrdiff_t>(block * chance::block_size);
        design_.fill(block, values);
        function_.run(thread, std::vector<const double*>(values.begin(), values.end()), outcomes, count);
        for (std::size_t i = 0; i < inputs_.size(); ++i)
            if (!inputs_[i].empty()) std::copy_n(values[i], count, inputs_[i].begin() + first);
        for (std::size_t i = 0; i < results_.size(); ++i) std::copy_n(outcomes[i], count, results_[i].begin() + first);
    }

    void rank(std::vector<std::vector<double>>& columns) const {
        each_block(columns.size(), effort_.threads, [&](int, std::uint64_t column) {
            columns[column] = ranks_of(columns[column]);
            for (double& each : columns[column]) each -= 0.5;
        });
    }

    /// Of each factor the sums of its ranks, their squares, and their products with those of each result.
    void add(int thread, std::uint64_t block, double* sums) const {
        const auto& uniforms = columns_[static_cast<std::size_t>(thread)].all();
        const int count = design_.count(block);
        const std::size_t first = block * chance::block_size;
        design_.fill_uniforms(block, uniforms);
        for (const Factor& factor : factors_) {
            double* ranks = uniforms[factor.front()];
            if (!inputs_[factor.front()].empty())
                std::copy_n(inputs_[factor.front()].data() + first, count, ranks);
            else
                for (int i = 0; i < count; ++i) ranks[i] -= 0.5;
            for (int i = 0; i < count; ++i) *sums += ranks[i];
            *++sums = sum_of_products(ranks, ranks, count);
            for (const auto& result : results_) *++sums = sum_of_products(ranks, result.data() + first, count);
            ++sums;
        }
    }

    const Function& function_;
    const chance::Sample& sample_;
    const Effort& effort_;
    chance::Design design_;
    std::vector<Factor> factors_;
    std::vector<std::vector<double>> inputs_;  ///< empty where the uniform number is the rank
    std::vector<std::vector<double>> results_;
    std::vector<Columns> columns_;  ///< by thread
    std::vector<Columns> outcomes_;
};

}  // namespace

std::vector<double> ranks_of(const std::vector<double>& values) {
    constexpr double last = std::numeric_limits<double>::infinity();  // what is not a number has no order
    std::vector<std::pair<double, std::uint32_t>> sorted(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        sorted[i] = {std::isnan(values[i]) ? last : values[i], static_cast<std::uint32_t>(i)};
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
    return Ranks(function, sample, effort).correlations();
}

}  // namespace provenu::risk
