#include "provenu/risk/uncertain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/quantity/percent.hpp"
#include "risk/response.hpp"
#include "risk/spread.hpp"

namespace provenu::risk {
namespace {

using diag::Diagnostics;
using model::Proposal;
using model::Range;

/// Something that carries a range.
struct Carrier {
    std::string id;
    std::string stream;
    const Range* range = nullptr;
    std::string source;
    const formula::Number* written = nullptr;  ///< where it is a plain number
};

const formula::Number* number_of(const model::Input& input) {
    const auto* amount = std::get_if<model::Amount>(&input.value);
    const auto* value = amount != nullptr ? std::get_if<model::Value>(amount) : nullptr;
    return value != nullptr && value->formula ? std::get_if<formula::Number>(&value->formula->operation) : nullptr;
}

/// By id.
std::vector<Carrier> carriers_of(const Proposal& proposal) {
    std::vector<Carrier> carriers;
    const auto add = [&](const auto& thing, const std::string& id, std::string stream) {
        if (!thing.range) return;
        const auto* column = std::get_if<model::Column>(&thing.range->shape);
        if (column != nullptr) stream = column->stream;
        const std::string& source = thing.range->source.empty() ? thing.source : thing.range->source;
        carriers.push_back({id, std::move(stream), &*thing.range, source, nullptr});
    };
    const std::string here = proposal.id.value + "/";
    for (const model::Input& input : proposal.inputs) {
        add(input, input.name.value, input.name.value);
        if (input.range) carriers.back().written = number_of(input);
    }
    for (const model::Line& line : proposal.lines)
        if (is_taken(proposal, line.option)) add(line, line.id.value, here + line.id.value);
    for (const model::Handover& handover : proposal.handovers)
        if (is_taken(proposal, handover.option)) add(handover, handover.id.value, here + handover.id.value);
    std::ranges::sort(carriers, {}, &Carrier::id);
    return carriers;
}

/// What a range's numbers are held against: an input's value, or a factor of 1.
model::Worth worth_of(const Carrier& carrier, double base, const quantity::Unit& unit, quantity::Money money) {
    const int power = unit.of(quantity::Dimension::money);
    model::Worth worth{base, 1, std::pow(10.0, power * money.exponent)};
    if (carrier.written != nullptr && carrier.written->unit.of(quantity::Dimension::money) != 0)
        worth.bare = std::pow(10.0, power * (carrier.written->money.exponent - money.exponent));
    return worth;
}

/// An amount is in the unit of the value, as it is written or as it turns out.
bool has_unit(const Range& range, const Carrier& carrier, const quantity::Unit& unit, Diagnostics& found) {
    for (const model::Bound& bound : bounds_of(range)) {
        const bool right = bound.of != model::Bound::Of::amount || bound.unit == unit ||
                           (carrier.written != nullptr && bound.unit == carrier.written->unit);
        if (right) continue;
        found.error("P813", bound.place, {{"unit", quantity::name(bound.unit)}, {"wanted", quantity::name(unit)}});
        return false;
    }
    return true;
}

void warn_below_zero(const Uncertain& uncertain, Diagnostics& found) {
    constexpr double worth_a_warning = 0.001;
    const double share = share_below_zero(uncertain.marginal.distribution);
    if (uncertain.base <= 0 || share <= worth_a_warning) return;
    found.warning("P828", uncertain.place, {{"name", uncertain.lever.id}, quantity::percent_argument("share", share)});
}

/// The levered proposal's book and figures.
struct Basis {
    const formula::Book& book;
    const evaluate::Figures& figures;
};

/// What the author wrote of the range, for those who say it in words.
void note_writing(Uncertain& uncertain, const Range& range) {
    const auto* bell = std::get_if<model::Bell>(&range.shape);
    uncertain.by_percentiles = bell != nullptr && std::holds_alternative<model::Percentiles>(bell->by);
    if (const auto* column = std::get_if<model::Column>(&range.shape)) {
        uncertain.file = column->file;
        uncertain.column = column->name;
    }
}

Uncertain uncertain_of(const Carrier& carrier, const Lever& lever, const Basis& basis, Diagnostics& found) {
    const Range& range = *carrier.range;
    const bool factor = lever.what == Lever::What::factor;
    const double base = factor ? 1 : basis.figures.scalar(lever.definition);
    const quantity::Unit unit = factor ? quantity::Unit{} : basis.book.find(lever.id)->unit;
    const model::Worth worth = factor ? model::Worth{1} : worth_of(carrier, base, unit, basis.book.money);
    Uncertain uncertain{lever, {carrier.stream, {}}, base, carrier.source, range.place};
    if (factor && !is_of_shares(range)) {
        found.error("P802", range.place);
    } else if (has_unit(range, carrier, unit, found)) {
        const bool outside = !is_of_shares(range) && !holds(range, worth);
        if (outside)
            found.error("P213", range.place,
                        {quantity::number_argument("value", worth.value / worth.bare),
                         quantity::number_argument("low", reach(range, worth).low / worth.bare),
                         quantity::number_argument("high", reach(range, worth).high / worth.bare)});
        if (!outside) uncertain.marginal.distribution = spread_of(range, worth, found);
    }
    note_writing(uncertain, range);
    warn_below_zero(uncertain, found);
    return uncertain;
}

/// Of those whose ends are both uncertain in this proposal as it is now.
void add_correlations(const Proposal& proposal, Uncertainty& uncertainty, Diagnostics& found) {
    std::map<std::string, std::size_t> positions;
    for (std::size_t i = 0; i < uncertainty.inputs.size(); ++i)
        if (!chance::is_certain(uncertainty.inputs[i].marginal.distribution))
            positions.emplace(uncertainty.inputs[i].lever.id, i);
    std::vector<const model::Correlation*> kept;
    for (const model::Correlation& each : proposal.correlations) {
        if (!positions.contains(each.first.value) || !positions.contains(each.second.value)) continue;
        kept.push_back(&each);
        uncertainty.correlations.push_back({positions[each.first.value], positions[each.second.value], each.rank});
        uncertainty.correlation_places.push_back(each.place);
    }
    if (kept.empty()) return;
    const chance::Coherence coherence = chance::check(uncertainty.correlations);
    if (coherence.coherent) return;
    std::string nearest;
    for (std::size_t i = 0; i < kept.size() && i < coherence.nearest.size(); ++i)
        nearest += fmt::format("{}{} - {} {}", i == 0 ? "" : "; ", kept[i]->first.value, kept[i]->second.value,
                               quantity::number_in_keys(coherence.nearest[i]));
    found.error("P827", kept.front()->place, {{"nearest", nearest, true}});
}

}  // namespace

bool is_uncertain(const Proposal& proposal) {
    return !carriers_of(proposal).empty();
}

diag::Result<Uncertainty> uncertainty_of(const Proposal& proposal, const compile::Choices& choices) {
    diag::Result<Uncertainty> result;
    const auto carriers = carriers_of(proposal);
    std::vector<std::string> ids;
    for (const Carrier& carrier : carriers) ids.push_back(lever_of_range(proposal, carrier.id));
    Levered levered = with_levers(proposal, ids);
    for (std::size_t i = 0; i < carriers.size(); ++i) levered.levers[i].id = carriers[i].id;
    auto plan = compile::compile(levered.proposal, choices);
    if (!plan.ok()) return {std::nullopt, std::move(plan.diagnostics)};
    const auto figures = evaluate::evaluate(formula::flatten(plan.value->book));
    result.diagnostics.append(evaluate::check_finite(plan.value->book, figures));
    if (result.diagnostics.has_errors()) return result;
    Uncertainty uncertainty{std::move(*plan.value), {}, {}, {}};
    for (std::size_t i = 0; i < carriers.size(); ++i)
        uncertainty.inputs.push_back(
            uncertain_of(carriers[i], levered.levers[i], {uncertainty.plan.book, figures}, result.diagnostics));
    for (Uncertain& each : uncertainty.inputs) each.is_percent = is_percent(proposal, each.lever);
    if (!result.diagnostics.has_errors()) add_correlations(proposal, uncertainty, result.diagnostics);
    if (!result.diagnostics.has_errors()) result.value = std::move(uncertainty);
    return result;
}

}  // namespace provenu::risk
