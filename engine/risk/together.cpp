#include "risk/together.hpp"

#include <algorithm>
#include <utility>

#include "provenu/formula/program.hpp"

namespace provenu::risk {
namespace {

/// The position of a marginal in the sample, where it is put if it is not there yet.
std::size_t position_of(chance::Sample& sample, const chance::Marginal& marginal) {
    const auto found = std::ranges::find(sample.marginals, marginal);
    if (found != sample.marginals.end()) return static_cast<std::size_t>(found - sample.marginals.begin());
    sample.marginals.push_back(marginal);
    return sample.marginals.size() - 1;
}

bool is_told(const chance::Sample& sample, const chance::RankCorrelation& correlation) {
    return std::ranges::any_of(sample.correlations, [&](const chance::RankCorrelation& told) {
        return (told.first == correlation.first && told.second == correlation.second) ||
               (told.first == correlation.second && told.second == correlation.first);
    });
}

}  // namespace

Together together(const std::vector<const Uncertainty*>& proposals, const Drawing& drawing,
                  processor::Instructions instructions) {
    Together all{{drawing.method, drawing.seed, drawing.draws, {}, {}, instructions}, {}};
    for (const Uncertainty* proposal : proposals) {
        std::vector<std::optional<std::size_t>> positions;
        for (const Uncertain& input : proposal->inputs) {
            const bool certain = chance::is_certain(input.marginal.distribution);
            positions.push_back(certain ? std::nullopt : std::optional(position_of(all.sample, input.marginal)));
        }
        for (const chance::RankCorrelation& own : proposal->correlations) {
            if (!positions[own.first] || !positions[own.second]) continue;
            const chance::RankCorrelation correlation{*positions[own.first], *positions[own.second], own.value};
            if (!is_told(all.sample, correlation)) all.sample.correlations.push_back(correlation);
        }
        all.drawn.push_back(std::move(positions));
    }
    return all;
}

Part part_of(const Uncertainty& proposal, const std::vector<std::optional<std::size_t>>& drawn,
             const std::vector<evaluate::Wanted>& results, processor::Instructions instructions) {
    std::vector<std::string> names;
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < proposal.inputs.size(); ++i) {
        if (!drawn[i]) continue;
        names.push_back(proposal.inputs[i].lever.definition);
        positions.push_back(*drawn[i]);
    }
    return {evaluate::Batch(formula::flatten(proposal.plan.book), names, results, instructions), std::move(positions),
            results.size()};
}

}  // namespace provenu::risk
