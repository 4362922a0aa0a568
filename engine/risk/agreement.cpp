#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/quantity/percent.hpp"
#include "provenu/risk/simulate.hpp"

namespace provenu::risk {
namespace {

/// What one proposal draws from a stream.
struct Drawer {
    const Uncertainty* proposal = nullptr;
    const Uncertain* input = nullptr;
};

/// A correlation as one proposal states it, of streams in alphabetical order.
struct Told {
    const Uncertainty* proposal = nullptr;
    double rank = 0;
    diag::Place place;
};

/// Where a proposal is written, else its id.
std::string file_of(const Uncertainty& proposal, const diag::Place& place) {
    return place.source ? place.source->path : proposal.plan.id;
}

/// Columns of a file of draws are one stream and differ by design.
bool is_column(const Uncertain& input) {
    return input.marginal.stream != input.lever.id && !input.marginal.stream.ends_with('/' + input.lever.id);
}

void warn_of_other_ranges(const std::vector<const Uncertainty*>& proposals, diag::Diagnostics& found) {
    std::map<std::string, Drawer> first;
    for (const Uncertainty* proposal : proposals)
        for (const Uncertain& input : proposal->inputs) {
            if (is_column(input) || chance::is_certain(input.marginal.distribution)) continue;
            const auto [known, is_new] = first.try_emplace(input.marginal.stream, Drawer{proposal, &input});
            const Drawer& before = known->second;
            if (is_new || before.input->marginal == input.marginal) continue;
            found.warning("P872", input.place,
                          {{"name", input.lever.id},
                           {"here", file_of(*proposal, input.place)},
                           {"there", file_of(*before.proposal, before.input->place)},
                           {"line", std::to_string(before.input->place.line)}});
        }
}

/// All correlations, each pair of streams once, and findings about pairs of which two proposals say different things.
class Joint {
 public:
    explicit Joint(diag::Diagnostics& found) : found_(found) {}

    void add(const Uncertainty& proposal) {
        for (std::size_t i = 0; i < proposal.correlations.size(); ++i) {
            const chance::RankCorrelation& own = proposal.correlations[i];
            auto pair = std::minmax(proposal.inputs[own.first].marginal.stream, proposal.inputs[own.second].marginal.stream);
            const Told told{&proposal, own.value, proposal.correlation_places[i]};
            const auto [known, is_new] = told_.try_emplace(std::pair<std::string, std::string>(pair), told);
            const Told& before = known->second;
            if (is_new || before.rank == told.rank) continue;
            found_.error("P870", told.place,
                         {{"first", pair.first},
                          {"second", pair.second},
                          quantity::number_argument("rank", told.rank),
                          quantity::number_argument("other", before.rank),
                          {"file", file_of(*before.proposal, before.place)}});
        }
    }

    void check() {
        std::map<std::string, std::size_t> positions;
        const auto position = [&](const std::string& stream) {
            return positions.try_emplace(stream, positions.size()).first->second;
        };
        std::vector<chance::RankCorrelation> all;
        for (const auto& [pair, told] : told_) {
            const std::size_t first = position(pair.first);
            all.push_back({first, position(pair.second), told.rank});
        }
        if (all.empty()) return;
        const chance::Coherence coherence = chance::check(all);
        if (coherence.coherent) return;
        std::set<std::string> files;
        std::string nearest;
        std::size_t at = 0;
        for (const auto& [pair, told] : told_) {
            files.insert(file_of(*told.proposal, told.place));
            nearest += fmt::format("{}{} - {} {}", at == 0 ? "" : "; ", pair.first, pair.second,
                                   quantity::number_in_keys(coherence.nearest[at]));
            ++at;
        }
        found_.error("P871", {}, {{"files", fmt::format("{}", fmt::join(files, ", "))}, {"nearest", nearest, true}});
    }

 private:
    diag::Diagnostics& found_;
    std::map<std::pair<std::string, std::string>, Told> told_;
};

}  // namespace

diag::Diagnostics check_together(const std::vector<const Uncertainty*>& proposals) {
    diag::Diagnostics found;
    if (proposals.size() < 2) return found;
    warn_of_other_ranges(proposals, found);
    Joint joint(found);
    for (const Uncertainty* proposal : proposals) joint.add(*proposal);
    if (!found.has_errors()) joint.check();
    return found;
}

bool have_one_present(const std::vector<const Uncertainty*>& proposals) {
    const auto factors_of = [](const Uncertainty& proposal) {
        return evaluate::evaluate(formula::flatten(proposal.plan.book)).table("discount_factor");
    };
    const auto factors = factors_of(*proposals.front());
    return std::ranges::all_of(proposals, [&](const Uncertainty* each) {
        if (each->plan.book.axis.table.first != proposals.front()->plan.book.axis.table.first) return false;
        const auto own = factors_of(*each);
        const auto common = static_cast<std::ptrdiff_t>(std::min(own.size(), factors.size()));
        return std::equal(own.begin(), own.begin() + common, factors.begin());
    });
}

}  // namespace provenu::risk
