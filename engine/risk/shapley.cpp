#include <algorithm>
#include <bit>
#include <cmath>
#include <string>

#include "provenu/chance/normals.hpp"
#include "provenu/risk/indices.hpp"
#include "risk/blocks.hpp"

namespace provenu::risk {
namespace {

using Set = std::uint32_t;  // of factors, one bit each

/// Sums of one result: draws, f, f^2, then the squared change for each set of factors that stays.
enum : std::size_t { draws, f, ff, first_set };

/// Independent standard normal numbers, two for each factor, from one sequence.
chance::Sample numbers_for(const chance::Sample& sample, std::size_t factors) {
    chance::Sample numbers{chance::Method::sobol, sample.seed, sample.draws, {}, {}, sample.instructions, scrambles};
    for (const char* half : {"A/", "B/"})
        for (std::size_t i = 0; i < factors; ++i)
            numbers.marginals.push_back(
                {half + std::string(1, static_cast<char>('a' + i)), {chance::Normal{0, 1}, std::nullopt, std::nullopt}});
    return numbers;
}

struct Desk {
    Columns numbers;
    Columns z;
    Columns again;
    Columns inputs;
    Columns results;
    Columns changed;

    Desk(std::size_t factors, std::size_t count, std::size_t wanted)
        : numbers(2 * factors), z(factors), again(factors), inputs(count), results(wanted), changed(wanted) {}
};

class Shapley {
 public:
    Shapley(const Function& function, const chance::Sample& sample, const Effort& effort)
        : function_(function),
          factors_(factors_of(sample.marginals)),
          sets_(Set{1} << factors_.size()),
          design_(numbers_for(sample, factors_.size())),
          effort_(effort),
          row_(first_set + sets_),
          sums_(design_.blocks(), row_ * function.results) {
        for (const chance::Marginal& each : sample.marginals) inverses_.emplace_back(each.distribution, sample.instructions);
        const auto correlations = of_factors(sample);
        for (Set set = 0; set < sets_; ++set) {
            std::vector<bool> stays;
            for (std::size_t factor = 0; factor < factors_.size(); ++factor) stays.push_back((set >> factor & 1U) != 0);
            redrawings_.push_back(chance::redrawing(correlations, stays));
        }
        for (int thread = 0; thread < effort.threads; ++thread)
            desks_.emplace_back(factors_.size(), sample.marginals.size(), function.results);
    }

    std::vector<std::vector<Estimate>> run() {
        find_centres();
        each_block(design_.blocks(), effort_.threads, [this](int thread, std::uint64_t block) { add(thread, block); });
        const auto replicates = sums_.by_replicate(design_.replicates());
        std::vector<std::vector<Estimate>> found(function_.results);
        for (std::size_t result = 0; result < function_.results; ++result)
            for (std::size_t factor = 0; factor < factors_.size(); ++factor)
                found[result].push_back(
                    jackknife(replicates, [&](const auto& sums) { return effect(sums.data() + result * row_, factor); }));
        return found;
    }

 private:
    /// Correlations of inputs as those of the factors they belong to.
    [[nodiscard]] std::vector<chance::RankCorrelation> of_factors(const chance::Sample& sample) const {
        std::vector<std::size_t> factor_of(sample.marginals.size());
        for (std::size_t factor = 0; factor < factors_.size(); ++factor)
            for (const std::size_t input : factors_[factor]) factor_of[input] = factor;
        std::vector<chance::RankCorrelation> correlations;
        for (const chance::RankCorrelation& each : sample.correlations)
            correlations.push_back({factor_of[each.first], factor_of[each.second], each.value});
        return correlations;
    }

    void find_centres() {
        Desk& desk = desks_.front();
        const int count = design_.count(0);
        draw(0, 0, desk);
        for (std::size_t result = 0; result < function_.results; ++result)
            centres_.push_back(middle_of(desk.results[result], count));
    }

    /// The first draws of a block: correlated, from one half of the independent numbers.
    void draw(int thread, std::uint64_t block, Desk& desk) const {
        design_.fill(block, desk.numbers.all());
        mix(redrawings_.front().fresh, desk.numbers.all().data(), desk.z, true);
        evaluate(thread, desk, desk.z, desk.results, design_.count(block));
    }

    /// Adds weighted numbers to those of each factor, or makes them so.
    static void mix(const std::vector<std::vector<double>>& weights, double* const* numbers, const Columns& out, bool anew) {
        for (std::size_t row = 0; row < weights.size(); ++row) {
            double* sum = out[row];
            if (anew) std::fill_n(sum, chance::block_size, 0.0);
            for (std::size_t column = 0; column < weights.size(); ++column) {
                const double weight = weights[row][column];
                if (weight == 0) continue;
                for (int i = 0; i < chance::block_size; ++i) sum[i] += weight * numbers[column][i];
            }
        }
    }

    void evaluate(int thread, const Desk& desk, const Columns& z, const Columns& results, int count) const {
        for (std::size_t factor = 0; factor < factors_.size(); ++factor)
            for (const std::size_t input : factors_[factor]) inverses_[input].fill(z[factor], desk.inputs[input]);
        const std::vector<const double*> inputs(desk.inputs.all().begin(), desk.inputs.all().end());
        function_.run(thread, inputs, results.all(), count);
    }

    void add(int thread, std::uint64_t block) {
        Desk& desk = desks_[static_cast<std::size_t>(thread)];
        const int count = design_.count(block);
        double* sums = sums_.of(block);
        draw(thread, block, desk);
        for (std::size_t result = 0; result < function_.results; ++result) {
            double* own = sums + result * row_;
            own[draws] = count;
            for (int i = 0; i < count; ++i) {
                const double value = desk.results[result][i] - centres_[result];
                own[f] += value;
                own[ff] += value * value;
            }
        }
        for (Set set = 1; set + 1 < sets_; ++set) {
            mix(redrawings_[set].kept, desk.z.all().data(), desk.again, true);
            mix(redrawings_[set].fresh, desk.numbers.all().data() + factors_.size(), desk.again, false);
            evaluate(thread, desk, desk.again, desk.changed, count);
            for (std::size_t result = 0; result < function_.results; ++result)
                sums[result * row_ + first_set + set] =
                    sum_of_squared_differences(desk.results[result], desk.changed[result], count);
        }
    }

    /// Share of variance that a set explains: 1 - E (f - f again)^2 / (2 variance).
    [[nodiscard]] double explained(const double* sums, Set set, double variance) const {
        if (set == 0) return 0;
        if (set + 1 == sets_) return 1;
        return 1 - sums[first_set + set] / sums[draws] / 2 / variance;
    }

    [[nodiscard]] double effect(const double* sums, std::size_t factor) const {
        const double mean = sums[f] / sums[draws];
        const double variance = sums[ff] / sums[draws] - mean * mean;
        if (!(variance > 0)) return 0;
        double effect = 0;
        for (Set set = 0; set < sets_; ++set) {
            if ((set >> factor & 1U) != 0) continue;
            effect +=
                weight(std::popcount(set)) * (explained(sums, set | Set{1} << factor, variance) - explained(sums, set, variance));
        }
        return effect;
    }

    /// Share of the orders in which just a certain set of so many stands before a factor: s! (n - s - 1)! / n!
    [[nodiscard]] double weight(int size) const {
        const auto count = static_cast<double>(factors_.size());
        return std::tgamma(size + 1.0) * std::tgamma(count - size) / std::tgamma(count + 1.0);
    }

    const Function& function_;
    std::vector<Factor> factors_;
    Set sets_;
    chance::Design design_;
    const Effort& effort_;
    std::size_t row_;
    BlockSums sums_;
    std::vector<chance::FromNormals> inverses_;  ///< by input
    std::vector<chance::Redrawing> redrawings_;  ///< by the set that stays
    std::vector<Desk> desks_;
    std::vector<double> centres_;
};

}  // namespace

std::vector<std::vector<Estimate>> shapley_effects(const Function& function, const chance::Sample& sample, const Effort& effort) {
    return Shapley(function, sample, effort).run();
}

}  // namespace provenu::risk
