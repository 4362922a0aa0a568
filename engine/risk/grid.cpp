#include "provenu/risk/grid.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "provenu/risk/uncertain.hpp"
#include "risk/response.hpp"

namespace provenu::risk {
namespace {

struct Span {
    double low = 0;
    double high = 0;
};

Grid::Side side_of(const model::Proposal& proposal, const compile::Plan& plan, const Lever& lever, double base) {
    Grid::Side side{lever, base, {}, false, false, {}, 0};
    side.unit = unit_of(plan, lever);
    side.is_percent = is_percent(proposal, lever);
    return side;
}

/// What carries a range is turned as the range turns it.
std::string lever_of(const model::Proposal& proposal, const Uncertainty& uncertainty, const std::string& id) {
    const bool carries = std::ranges::any_of(uncertainty.inputs, [&id](const Uncertain& each) { return each.lever.id == id; });
    return carries ? lever_of_range(proposal, id) : id;
}

/// What the range of a lever spans, if it carries one.
std::optional<Span> span_of(const Uncertainty& uncertainty, const Lever& lever) {
    for (const Uncertain& each : uncertainty.inputs)
        if (each.lever.definition == lever.definition)
            return Span{chance::quantile(each.marginal.distribution, 0.1), chance::quantile(each.marginal.distribution, 0.9)};
    return std::nullopt;
}

void add_values(Grid::Side& side, const std::optional<Span>& span, int steps) {
    constexpr double around = 0.2;
    side.assumed = !span;
    const Span ends = span.value_or(Span{(1 - around) * side.base, (1 + around) * side.base});
    for (int i = 0; i < steps; ++i) side.values.push_back(ends.low + (ends.high - ends.low) * i / (steps - 1));
    const auto near = std::ranges::find_if(side.values, [&side, width = std::abs(ends.high - ends.low)](double value) {
        return std::abs(value - side.base) <= 1e-9 * width;
    });
    side.planned = static_cast<std::size_t>(near - side.values.begin());
    if (near != side.values.end()) {
        *near = side.base;
        return;
    }
    const auto beyond = std::ranges::find_if(
        side.values, [&side, rises = ends.low <= ends.high](double value) { return rises == (value > side.base); });
    side.planned = static_cast<std::size_t>(beyond - side.values.begin());
    side.values.insert(beyond, side.base);
}

}  // namespace

diag::Result<Grid> grid(const model::Proposal& proposal, const compile::Choices& choices, const GridQuestion& question,
                        const Measure& measure) {
    const auto uncertainty = uncertainty_of(proposal, choices);
    diag::Result<Grid> result{std::nullopt, uncertainty.diagnostics};
    if (!uncertainty.value) return result;
    const std::string x = lever_of(proposal, *uncertainty.value, question.x);
    const std::string y = lever_of(proposal, *uncertainty.value, question.y);
    if (x == y) result.diagnostics.error("P838", {});
    if (x == y) return result;
    const Levered levered = with_levers(proposal, {x, y});
    const auto plan = compile::compile(levered.proposal, choices);
    if (!plan.ok()) return result;
    const Response response(*plan.value);
    Grid found;
    found.measure = measure;
    found.base = value_of(response.base(), wanted(measure, *plan.value));
    const auto side = [&](const Lever& lever) {
        Grid::Side made = side_of(proposal, *plan.value, lever, response.base().scalar(lever.definition));
        add_values(made, span_of(*uncertainty.value, lever), question.steps);
        return made;
    };
    found.x = side(levered.levers[0]);
    found.y = side(levered.levers[1]);
    for (const double at : found.y.values) {
        const auto figures = response.at({{found.x.lever.definition, found.x.values},
                                          {found.y.lever.definition, std::vector<double>(found.x.values.size(), at)}});
        found.values.emplace_back();
        for (std::size_t i = 0; i < found.x.values.size(); ++i)
            found.values.back().push_back(value_of(figures, wanted(measure, *plan.value), static_cast<int>(i)));
    }
    result.value = std::move(found);
    return result;
}

}  // namespace provenu::risk
