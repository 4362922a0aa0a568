#include "risk/exact_indices.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace provenu::risk {
namespace {

constexpr std::size_t most_terms = 1'000;
constexpr std::size_t most_power = 2;

/// Mean of x^p x^q is its covariance and the product of the means; index by powers 0..2.
struct Powers {
    std::array<double, most_power + 1> mean{1, 0, 0};
    std::array<std::array<double, most_power + 1>, most_power + 1> covariance{};

    explicit Powers(const chance::Distribution& distribution) {
        const double deviation = chance::deviation(distribution);
        const double third = chance::moment(distribution, 3);
        mean[1] = chance::mean(distribution);
        mean[2] = chance::moment(distribution, 2);
        covariance[1][1] = deviation * deviation;
        covariance[1][2] = covariance[2][1] = third - mean[1] * mean[2];
        covariance[2][2] = chance::moment(distribution, 4) - mean[2] * mean[2];
    }
};

struct Power {
    std::size_t input = 0;
    std::size_t power = 0;
};
struct Term {
    double factor = 0;
    std::vector<Power> powers;  ///< by input
};

std::optional<Term> term_of(const evaluate::Monomial& monomial) {
    Term term{monomial.factor, {}};
    std::vector<int> inputs = monomial.inputs;
    std::ranges::sort(inputs);
    for (const int each : inputs) {
        const auto input = static_cast<std::size_t>(each);
        if (term.powers.empty() || term.powers.back().input != input) term.powers.push_back({input, 0});
        if (++term.powers.back().power > most_power) return std::nullopt;
    }
    return term;
}

std::size_t power_in(const Term& term, std::size_t input) {
    const auto found = std::ranges::find(term.powers, input, &Power::input);
    return found == term.powers.end() ? 0 : found->power;
}

/// The inputs of either term, each once.
std::vector<std::size_t> inputs_of(const Term& one, const Term& other) {
    std::vector<std::size_t> inputs;
    for (const Term* term : {&one, &other})
        for (const Power& each : term->powers) inputs.push_back(each.input);
    std::ranges::sort(inputs);
    inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
    return inputs;
}

class Exact {
 public:
    Exact(std::vector<Term> terms, const std::vector<chance::Distribution>& inputs)
        : terms_(std::move(terms)), alone_(inputs.size()), total_(inputs.size()) {
        for (const chance::Distribution& each : inputs) inputs_.emplace_back(each);
    }

    Decomposition decomposition() {
        for (std::size_t i = 0; i < terms_.size(); ++i)
            for (std::size_t j = 0; j <= i; ++j) add_pair(terms_[i], terms_[j], i == j ? 1 : 2);
        add_first_orders();
        Decomposition found{{std::max(variance_, 0.0), 0}, {}};
        for (std::size_t input = 0; input < inputs_.size(); ++input) {
            const auto share = [&](double part) { return Estimate{variance_ > 0 ? part / variance_ : 0, 0}; };
            found.factors.push_back({share(alone_[input]), share(total_[input])});
        }
        return found;
    }

 private:
    /// Adds a pair of terms' covariance, and the part of it that is left when all inputs but one are known.
    void add_pair(const Term& one, const Term& other, double times) {
        const double weight = times * one.factor * other.factor;
        const auto inputs = inputs_of(one, other);
        double of_means = 1;
        double covariance = 0;  // mean of the product less product of the means, of the inputs so far
        for (const std::size_t input : inputs) {
            const auto [means, own] = of(one, other, input);
            covariance = covariance * (means + own) + of_means * own;
            of_means *= means;
        }
        variance_ += weight * covariance;
        for (const std::size_t input : inputs) {
            double product = weight * of(one, other, input).covariance;
            for (const std::size_t each : inputs) {
                const auto [means, own] = of(one, other, each);
                if (each != input) product *= means + own;
            }
            total_[input] += product;
        }
    }

    struct Pair {
        double means = 0;
        double covariance = 0;
    };
    [[nodiscard]] Pair of(const Term& one, const Term& other, std::size_t input) const {
        const Powers& powers = inputs_[input];
        const std::size_t p = power_in(one, input);
        const std::size_t q = power_in(other, input);
        return {powers.mean.at(p) * powers.mean.at(q), powers.covariance.at(p).at(q)};
    }

    /// Given one input, the mean is a polynomial in it: a_1 x + a_2 x^2.
    void add_first_orders() {
        std::vector<std::array<double, most_power + 1>> given(inputs_.size());
        for (const Term& term : terms_)
            for (const Power& own : term.powers) {
                double others = term.factor;
                for (const Power& each : term.powers)
                    if (each.input != own.input) others *= inputs_[each.input].mean.at(each.power);
                given[own.input].at(own.power) += others;
            }
        for (std::size_t input = 0; input < inputs_.size(); ++input)
            for (std::size_t p = 1; p <= most_power; ++p)
                for (std::size_t q = 1; q <= most_power; ++q)
                    alone_[input] += given[input].at(p) * given[input].at(q) * inputs_[input].covariance.at(p).at(q);
    }

    std::vector<Term> terms_;
    std::vector<Powers> inputs_;
    std::vector<double> alone_;
    std::vector<double> total_;
    double variance_ = 0;
};

}  // namespace

std::optional<Decomposition> exact_indices(const evaluate::Polynomial& polynomial,
                                           const std::vector<chance::Distribution>& inputs) {
    if (polynomial.terms.size() > most_terms) return std::nullopt;
    std::vector<Term> terms;
    for (const evaluate::Monomial& each : polynomial.terms) {
        auto term = term_of(each);
        if (!term) return std::nullopt;
        terms.push_back(std::move(*term));
    }
    return Exact(std::move(terms), inputs).decomposition();
}

}  // namespace provenu::risk
