#include "provenu/risk/indices.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <utility>

#include "provenu/formula/program.hpp"
#include "risk/exact_indices.hpp"
#include "risk/ranks.hpp"
#include "risk/together.hpp"

namespace provenu::risk {
namespace {

/// Points where each set of correlated inputs is looked at: there are many.
constexpr std::uint64_t points_of_sets = std::uint64_t{1} << 13;

std::vector<Measure> measures_of(const compile::Plan& plan) {
    std::vector<Measure> measures{{Measure::Kind::npv, Measure::Basis::total, 0, 0},
                                  {Measure::Kind::sum, Measure::Basis::total, 0, 0},
                                  {Measure::Kind::payback, Measure::Basis::total, 0, 0},
                                  {Measure::Kind::payback, Measure::Basis::service, 0, 0}};
    const quantity::Years table = plan.book.axis.table;
    for (int year = table.first; year <= table.last; ++year)
        measures.push_back({Measure::Kind::net, Measure::Basis::total, year, 0});
    return measures;
}

/// The present value of the table, as a simulation has it.
evaluate::Wanted result_of(const Measure& measure, const compile::Plan& plan) {
    return measure.kind == Measure::Kind::npv ? evaluate::Wanted{"npv", 0} : wanted(measure, plan);
}

/// The inputs of one proposal that can take several values, and its program for some measures of it.
class Judged {
 public:
    Judged(const Uncertainty& proposal, const Drawing& drawing, const Effort& effort)
        : proposal_(proposal), effort_(effort), drawn_(together({&proposal}, drawing, effort.instructions)) {
        const auto& positions = drawn_.drawn.front();
        for (std::size_t i = 0; i < positions.size(); ++i)
            if (positions[i]) of_marginal_.resize(std::max(of_marginal_.size(), *positions[i] + 1));
        for (std::size_t i = 0; i < positions.size(); ++i)
            if (positions[i]) of_marginal_[*positions[i]].push_back(i);
    }

    [[nodiscard]] const chance::Sample& sample() const { return drawn_.sample; }
    [[nodiscard]] const std::vector<Factor>& of_marginals() const { return of_marginal_; }

    [[nodiscard]] Part part(const std::vector<Measure>& measures) const {
        std::vector<evaluate::Wanted> results;
        for (const Measure& each : measures) results.push_back(result_of(each, proposal_.plan));
        return part_of(proposal_, drawn_.drawn.front(), results, effort_.instructions);
    }

    /// Whether a function has come to what is not a number.
    [[nodiscard]] bool has_lost() const { return *lost_; }

    /// Values of the measures; payback for at least nought and at most the table's years, so that it is finite.
    [[nodiscard]] Function function(const std::vector<Measure>& measures) const {
        struct Held {
            Part part;
            std::vector<evaluate::Batch::Scratch> scratches;
        };
        auto held = std::make_shared<Held>(Held{part(measures), {}});
        held->scratches.resize(static_cast<std::size_t>(effort_.threads));
        const double years = proposal_.plan.book.axis.table.count();
        return {measures.size(), [held, measures, years, lost = lost_](int thread, auto inputs, auto results, int count) {
                    std::vector<const double*> drawn;
                    for (const std::size_t position : held->part.drawn) drawn.push_back(inputs[position]);
                    held->part.batch.run(drawn, results, count, held->scratches[static_cast<std::size_t>(thread)]);
                    bool all_finite = true;
                    for (std::size_t i = 0; i < measures.size(); ++i)
                        for (int draw = 0; draw < count; ++draw) {
                            double& value = results[i][draw];
                            if (!is_money(measures[i])) value = std::clamp(value, 0.0, years);
                            all_finite = all_finite && std::isfinite(value);
                        }
                    if (!all_finite) *lost = true;
                }};
    }

 private:
    const Uncertainty& proposal_;
    const Effort& effort_;
    Together drawn_;
    std::vector<Factor> of_marginal_;  ///< inputs of each marginal
    std::shared_ptr<std::atomic<bool>> lost_ = std::make_shared<std::atomic<bool>>(false);
};

/// A polynomial in the inputs of a part, as one in the marginals of the sample.
evaluate::Polynomial in_marginals(evaluate::Polynomial polynomial, const Part& part) {
    for (evaluate::Monomial& term : polynomial.terms)
        for (int& input : term.inputs) input = static_cast<int>(part.drawn[static_cast<std::size_t>(input)]);
    return polynomial;
}

bool is_correlated(const chance::Sample& sample) {
    return std::ranges::any_of(sample.correlations, [&](const chance::RankCorrelation& each) {
        return each.value != 0 && sample.marginals[each.first].stream != sample.marginals[each.second].stream;
    });
}

/// Shares of independent or correlated factors: never below nought, all and the interaction together 1.
void share_out(Influences& influences, Sharing sharing) {
    double sum = 0;
    for (Influence& each : influences.factors) {
        const double own = sharing == Sharing::shapley ? each.shapley.value : each.first_order.value;
        each.share = own > 0 ? own : 0;  // nor where some draw is not a number
        sum += each.share;
    }
    if (sum == 0) return;
    const bool all = sharing == Sharing::shapley || sum > 1;
    for (Influence& each : influences.factors) each.share /= all ? sum : 1;
    influences.interaction = all ? 0 : 1 - sum;
}

void take(Influences& influences, const Decomposition& found) {
    for (std::size_t i = 0; i < found.factors.size(); ++i) {
        influences.factors[i].first_order = found.factors[i].first_order;
        influences.factors[i].total = found.factors[i].total;
    }
}

void take_sobol(WhichInput& found, const Judged& judged, const Effort& effort) {
    std::vector<Measure> measures;
    for (const Influences& each : found.measures) measures.push_back(each.measure);
    const auto& marginals = judged.sample().marginals;
    const bool separate = factors_of(marginals).size() == marginals.size();
    const Part part = judged.part(measures);
    std::vector<chance::Distribution> distributions;
    for (const chance::Marginal& each : marginals) distributions.push_back(each.distribution);
    std::vector<std::size_t> rest;
    std::vector<Measure> estimated;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const auto polynomial = separate && is_money(measures[i]) ? part.batch.polynomial(i) : std::nullopt;
        const auto exact = polynomial ? exact_indices(in_marginals(*polynomial, part), distributions) : std::nullopt;
        found.measures[i].exact = exact.has_value();
        if (exact) {
            take(found.measures[i], *exact);
        } else {
            rest.push_back(i);
            estimated.push_back(measures[i]);
        }
    }
    if (rest.empty()) return;
    const auto indices = sobol_indices(judged.function(estimated), marginals, found.probing, effort);
    for (std::size_t i = 0; i < rest.size(); ++i) take(found.measures[rest[i]], indices[i]);
}

void take_shapley(WhichInput& found, const Judged& judged, const Function& function, const Effort& effort) {
    chance::Sample sample = judged.sample();
    sample.draws = found.probing.points;
    const auto effects = shapley_effects(function, sample, effort);
    for (std::size_t i = 0; i < effects.size(); ++i)
        for (std::size_t factor = 0; factor < effects[i].size(); ++factor)
            found.measures[i].factors[factor].shapley = effects[i][factor];
}

/// The inputs of each factor; what can take one value only is a factor of its own, without influence.
std::vector<Factor> inputs_of(const std::vector<Factor>& factors, const Judged& judged, std::size_t inputs) {
    std::vector<Factor> all;
    std::vector<bool> varies(inputs, false);
    for (const Factor& factor : factors) {
        all.emplace_back();
        for (const std::size_t marginal : factor)
            for (const std::size_t input : judged.of_marginals()[marginal]) {
                all.back().push_back(input);
                varies[input] = true;
            }
    }
    for (std::size_t i = 0; i < inputs; ++i)
        if (!varies[i]) all.push_back({i});
    return all;
}

}  // namespace

WhichInput which_input(const Uncertainty& proposal, const Drawing& drawing, const Effort& effort) {
    Drawing ranked = drawing;
    ranked.draws = std::min(ranked.draws, most_ranked);
    const Judged judged(proposal, ranked, effort);
    const auto factors = factors_of(judged.sample().marginals);
    WhichInput found;
    found.probing.seed = drawing.seed;
    found.ranked = ranked.draws;
    found.years = proposal.plan.book.axis.table.count();
    if (is_correlated(judged.sample())) {
        found.sharing = factors.size() <= most_shapley ? Sharing::shapley : Sharing::none;
        found.probing.points = points_of_sets;
    }
    found.factors = inputs_of(factors, judged, proposal.inputs.size());
    const auto measures = measures_of(proposal.plan);
    for (const Measure& each : measures) {
        found.measures.push_back({each, false, 0, std::vector<Influence>(found.factors.size())});
    }
    if (factors.empty()) return found;
    const Function function = judged.function(measures);
    if (found.sharing == Sharing::sobol) take_sobol(found, judged, effort);
    if (found.sharing == Sharing::shapley) take_shapley(found, judged, function, effort);
    const auto correlations = rank_correlations(function, judged.sample(), effort);
    found.valueless = judged.has_lost();
    for (std::size_t i = 0; i < measures.size(); ++i) {
        for (std::size_t factor = 0; factor < factors.size(); ++factor)
            found.measures[i].factors[factor].spearman = correlations[i][factor];
        if (found.sharing != Sharing::none) share_out(found.measures[i], found.sharing);
    }
    return found;
}

}  // namespace provenu::risk
