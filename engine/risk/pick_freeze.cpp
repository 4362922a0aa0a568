#include <algorithm>
#include <cmath>

#include "provenu/risk/indices.hpp"
#include "risk/blocks.hpp"

namespace provenu::risk {
namespace {

/// Positions of one result's sums in a row: draws, f(A), f(A)^2, f(B), f(B)^2, then two for each factor.
enum : std::size_t { draws, a, aa, b, bb, first_factor };

/// One sequence of twice the dimension: the streams of A are named before those of B, so that A has its first half.
chance::Sample doubled(const std::vector<chance::Marginal>& marginals, const Probing& probing, const Effort& effort) {
    chance::Sample sample{chance::Method::sobol, probing.seed, probing.points, {}, {}, effort.instructions, scrambles};
    for (const char* half : {"A/", "B/"})
        for (const chance::Marginal& each : marginals) sample.marginals.push_back({half + each.stream, each.distribution});
    return sample;
}

/// Work room of a thread: the inputs of both halves, and the results of A, of B, and of A with one factor of B.
struct Desk {
    Columns inputs;
    Columns at_a;
    Columns at_b;
    Columns mixed;

    Desk(std::size_t count, std::size_t results) : inputs(2 * count), at_a(results), at_b(results), mixed(results) {}
};

class Estimator {
 public:
    Estimator(const Function& function, const std::vector<chance::Marginal>& marginals, const Probing& probing,
              const Effort& effort)
        : function_(function),
          inputs_(marginals.size()),
          factors_(factors_of(marginals)),
          design_(doubled(marginals, probing, effort)),
          effort_(effort),
          row_(first_factor + 2 * factors_.size()),
          sums_(design_.blocks(), row_ * function.results) {}

    std::vector<Decomposition> run() {
        for (int thread = 0; thread < effort_.threads; ++thread) desks_.emplace_back(inputs_, function_.results);
        find_centres();
        each_block(design_.blocks(), effort_.threads, [this](int thread, std::uint64_t block) { add(thread, block); });
        const auto replicates = sums_.by_replicate(design_.replicates());
        std::vector<Decomposition> found;
        for (std::size_t result = 0; result < function_.results; ++result) found.push_back(decomposition(replicates, result));
        return found;
    }

 private:
    /// A value of each result near its mean, that all are counted from: sums keep their digits, and products scatter less.
    void find_centres() {
        Desk& desk = desks_.front();
        design_.fill(0, desk.inputs.all());
        evaluate(0, inputs_of_a(desk), desk.at_a, design_.count(0));
        for (std::size_t result = 0; result < function_.results; ++result) {
            centres_.push_back(middle_of(desk.at_a[result], design_.count(0)));
        }
    }

    [[nodiscard]] std::vector<const double*> inputs_of_a(const Desk& desk) const {
        const auto& all = desk.inputs.all();
        return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(inputs_)};
    }

    void evaluate(int thread, const std::vector<const double*>& inputs, const Columns& results, int count) const {
        function_.run(thread, inputs, results.all(), count);
    }

    /// Results counted from their centres, and how they add up.
    void count_from_centres(const Columns& results, double* sums, int count) const {
        for (std::size_t result = 0; result < function_.results; ++result, sums += row_) {
            double* values = results[result];
            for (int i = 0; i < count; ++i) {
                values[i] -= centres_[result];
                sums[0] += values[i];
            }
            sums[1] = sum_of_products(values, values, count);
        }
    }

    void add(int thread, std::uint64_t block) {
        Desk& desk = desks_[static_cast<std::size_t>(thread)];
        const int count = design_.count(block);
        double* sums = sums_.of(block);
        design_.fill(block, desk.inputs.all());
        auto inputs = inputs_of_a(desk);
        evaluate(thread, inputs, desk.at_a, count);
        count_from_centres(desk.at_a, sums + a, count);
        const auto& all = desk.inputs.all();
        evaluate(thread, {all.begin() + static_cast<std::ptrdiff_t>(inputs_), all.end()}, desk.at_b, count);
        count_from_centres(desk.at_b, sums + b, count);
        for (std::size_t result = 0; result < function_.results; ++result) sums[result * row_ + draws] = count;
        for (std::size_t factor = 0; factor < factors_.size(); ++factor) {
            for (const std::size_t input : factors_[factor]) inputs[input] = desk.inputs[inputs_ + input];
            evaluate(thread, inputs, desk.mixed, count);
            for (const std::size_t input : factors_[factor]) inputs[input] = desk.inputs[input];
            add_factor(desk, sums + first_factor + 2 * factor, count);
        }
    }

    /// Sums of f(B) (f(A with B's factor) - f(A)), and of (f(A) - f(A with B's factor))^2.
    void add_factor(const Desk& desk, double* sums, int count) const {
        for (std::size_t result = 0; result < function_.results; ++result, sums += row_) {
            double* change = desk.mixed[result];
            for (int i = 0; i < count; ++i) change[i] -= centres_[result] + desk.at_a[result][i];
            sums[0] = sum_of_products(desk.at_b[result], change, count);
            sums[1] = sum_of_products(change, change, count);
        }
    }

    [[nodiscard]] static double variance_of(const double* sums) {
        const double count = 2 * sums[draws];
        const double mean = (sums[a] + sums[b]) / count;
        return std::max((sums[aa] + sums[bb]) / count - mean * mean, 0.0);
    }

    [[nodiscard]] Decomposition decomposition(const std::vector<std::vector<double>>& replicates, std::size_t result) const {
        const std::size_t at = result * row_;
        Decomposition found;
        found.variance = jackknife(replicates, [at](const auto& sums) { return variance_of(sums.data() + at); });
        const auto share = [&](std::size_t sum, double part) {
            return jackknife(replicates, [at, sum, part](const auto& sums) {
                const double variance = variance_of(sums.data() + at);
                return variance > 0 ? part * sums[at + sum] / sums[at + draws] / variance : 0.0;
            });
        };
        for (std::size_t factor = 0; factor < factors_.size(); ++factor)
            found.factors.push_back({share(first_factor + 2 * factor, 1), share(first_factor + 2 * factor + 1, 0.5)});
        return found;
    }

    const Function& function_;
    std::size_t inputs_;
    std::vector<Factor> factors_;
    chance::Design design_;
    const Effort& effort_;
    std::size_t row_;  ///< sums of a result
    BlockSums sums_;
    std::vector<Desk> desks_;
    std::vector<double> centres_;
};

}  // namespace

std::vector<Factor> factors_of(const std::vector<chance::Marginal>& marginals) {
    std::vector<Factor> factors;
    for (std::size_t i = 0; i < marginals.size(); ++i) {
        const auto same = std::ranges::find_if(
            factors, [&](const Factor& factor) { return marginals[factor.front()].stream == marginals[i].stream; });
        if (same == factors.end())
            factors.push_back({i});
        else
            same->push_back(i);
    }
    return factors;
}

std::vector<Decomposition> sobol_indices(const Function& function, const std::vector<chance::Marginal>& marginals,
                                         const Probing& probing, const Effort& effort) {
    return Estimator(function, marginals, probing, effort).run();
}

}  // namespace provenu::risk
