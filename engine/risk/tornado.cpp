#include "provenu/risk/tornado.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "risk/response.hpp"

namespace provenu::risk {
namespace {

struct Named {
    std::string_view name;
    At at;
};
constexpr std::array<Named, 3> spellings{{{"p10-p90", At::p10_p90}, {"p5-p95", At::p5_p95}, {"ends", At::ends}}};

struct End {
    double value = 0;
    bool unbounded = false;
};

template <class Shape>
concept HasEnds = requires(Shape shape) { shape.low; };
template <class Shape>
concept HasValues = requires(Shape shape) { shape.values; };

/// The lowest or highest value of a shape, before anything cuts it off; none where it has no end.
std::optional<double> end_of(const chance::Shape& shape, bool high) {
    return std::visit(
        [high](const auto& each) -> std::optional<double> {
            if constexpr (HasEnds<std::decay_t<decltype(each)>>)
                return high ? each.high : each.low;
            else if constexpr (HasValues<std::decay_t<decltype(each)>>)
                return high ? std::ranges::max(each.values) : std::ranges::min(each.values);
            else
                return std::nullopt;
        },
        shape);
}

End end_of(const chance::Distribution& distribution, bool high) {
    const auto& cut = high ? distribution.most : distribution.least;
    const auto own = end_of(distribution.shape, high);
    if (cut && own) return {high ? std::min(*cut, *own) : std::max(*cut, *own)};
    if (cut || own) return {cut ? *cut : *own};
    return {chance::quantile(distribution, high ? 1 - tail : tail), true};
}

End end_of(const chance::Distribution& distribution, At at, bool high) {
    if (at == At::ends) return end_of(distribution, high);
    const double p = at == At::p10_p90 ? 0.1 : 0.05;
    return {chance::quantile(distribution, high ? 1 - p : p)};
}

/// Of two measures, either of which may be infinite.
double size_of(const Swing& swing) {
    if (swing.at_low == swing.at_high) return 0;
    const double size = std::abs(swing.at_high - swing.at_low);
    return std::isnan(size) ? 0 : size;
}

/// Turns each lever alone, then all together.
Tornado measured(const compile::Plan& plan, std::vector<Swing> rows, const Measure& measure) {
    const Response response(plan);
    const evaluate::Wanted result = wanted(measure, plan);
    Tornado found;
    found.measure = measure;
    found.base = value_of(response.base(), result);
    Turns all;
    for (Swing& row : rows) {
        row.unit = unit_of(plan, row.lever);
        const auto figures = response.at(row.lever.definition, {row.low, row.high});
        row.at_low = value_of(figures, result, 0);
        row.at_high = value_of(figures, result, 1);
        const bool low_is_worse = row.at_low > row.at_high;
        all[row.lever.definition] = {low_is_worse ? row.low : row.high, low_is_worse ? row.high : row.low};
    }
    const auto together = response.at(all);
    found.all_at_worse = value_of(together, result, 0);
    found.all_at_better = value_of(together, result, 1);
    std::ranges::stable_sort(rows, std::greater<>{}, size_of);
    found.rows = std::move(rows);
    return found;
}

bool names_something(const model::Amount& amount) {
    bool found = false;
    const auto look = [&](const model::Value& written) {
        formula::for_each_name(written.formula, [&](const formula::Name&) { found = true; });
    };
    if (const auto* value = std::get_if<model::Value>(&amount))
        look(*value);
    else
        for (const model::Value& each : std::get<model::Series>(amount).values) look(each);
    return found;
}

/// Whether a measure is written as figures alone, so that no input speaks for it.
struct IsFigures {
    const model::Proposal& proposal;

    bool operator()(const model::Amount& amount) const { return !names_something(amount); }
    bool operator()(const model::Staff&) const { return false; }
    bool operator()(const model::ShareOf& share) const {
        const bool of_budget =
            std::ranges::any_of(proposal.budgets, [&](const auto& each) { return each.id.value == share.of.value; });
        return of_budget && !names_something(share.share);
    }
    bool operator()(const model::Priced& priced) const {
        return !names_something(priced.quantity) && !names_something(priced.price);
    }
    bool operator()(const model::Total& total) const {
        return std::visit([this](const auto& amount) { return (*this)(amount); }, total.amount);
    }
};

bool is_effect_in_figures(const model::Proposal& proposal, const model::Line& line) {
    bool effect = false;
    for (const model::Part& part : line.parts)
        for (const model::Component& component : part.components) {
            effect = effect || component.effect != model::Effect::cost;
            if (!std::visit(IsFigures{proposal}, component.measure)) return false;
        }
    return effect;
}

/// Ids of what is turned where nothing carries a range.
std::vector<std::string> all_in_figures(const model::Proposal& proposal) {
    const auto known = levers_of(proposal);
    std::vector<std::string> ids;
    const auto add = [&](const std::string& id) {
        if (std::ranges::find(known, id) != known.end()) ids.push_back(id);
    };
    for (const model::Line& line : proposal.lines)
        if (is_effect_in_figures(proposal, line)) add(line.id.value);
    for (const model::Input& input : proposal.inputs) {
        const auto* amount = std::get_if<model::Amount>(&input.value);
        if (amount == nullptr || !names_something(*amount)) add(input.name.value);
    }
    return ids;
}

}  // namespace

std::optional<At> read_at(std::string_view text) {
    for (const Named& each : spellings)
        if (each.name == text) return each.at;
    return std::nullopt;
}

std::vector<std::string_view> names_of_at() {
    std::vector<std::string_view> names;
    for (const Named& each : spellings) names.push_back(each.name);
    return names;
}

Tornado tornado(const model::Proposal& proposal, const Uncertainty& uncertainty, const Measure& measure, At at) {
    std::vector<Swing> rows;
    for (const Uncertain& each : uncertainty.inputs) {
        const End low = end_of(each.marginal.distribution, at, false);
        const End high = end_of(each.marginal.distribution, at, true);
        rows.push_back({each.lever,
                        each.base,
                        low.value,
                        high.value,
                        low.unbounded || high.unbounded,
                        {},
                        is_percent(proposal, each.lever),
                        0,
                        0});
    }
    Tornado found = measured(uncertainty.plan, std::move(rows), measure);
    found.at = at;
    return found;
}

diag::Result<Tornado> tornado_of_all(const model::Proposal& proposal, const compile::Choices& choices, const Measure& measure) {
    const Levered levered = with_levers(proposal, all_in_figures(proposal));
    const auto plan = compile::compile(levered.proposal, choices);
    diag::Result<Tornado> result{std::nullopt, plan.diagnostics};
    if (!plan.ok()) return result;
    const Response response(*plan.value);
    std::vector<Swing> rows;
    for (const Lever& lever : levered.levers) {
        const double base = response.base().scalar(lever.definition);
        rows.push_back({lever,
                        base,
                        (1 - assumed_spread) * base,
                        (1 + assumed_spread) * base,
                        false,
                        {},
                        is_percent(proposal, lever),
                        0,
                        0});
    }
    result.value = measured(*plan.value, std::move(rows), measure);
    result.value->assumed = true;
    return result;
}

}  // namespace provenu::risk
