#include "provenu/risk/grid.hpp"

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
    Grid::Side side{lever, base, {}, false, false, {}};
    side.unit = unit_of(plan, lever);
    side.is_percent = is_percent(proposal, lever);
    return side;
}

/// What the range of a lever spans, if it carries one.
std::optional<Span> span_of(const Uncertainty& uncertainty, const Lever& lever) {
    for (const Uncertain& each : uncertainty.inputs)
        if (each.lever.id == lever.id)
            return Span{chance::quantile(each.marginal.distribution, 0.1), chance::quantile(each.marginal.distribution, 0.9)};
    return std::nullopt;
}

void add_values(Grid::Side& side, const std::optional<Span>& span, int steps) {
    constexpr double around = 0.2;
    side.assumed = !span;
    const Span ends = span.value_or(Span{(1 - around) * side.base, (1 + around) * side.base});
    for (int i = 0; i < steps; ++i) side.values.push_back(ends.low + (ends.high - ends.low) * i / (steps - 1));
}

}  // namespace

diag::Result<Grid> grid(const model::Proposal& proposal, const compile::Choices& choices, const GridQuestion& question,
                        const Measure& measure) {
    const auto uncertainty = uncertainty_of(proposal, choices);
    const Levered levered = with_levers(proposal, {question.x, question.y});
    const auto plan = compile::compile(levered.proposal, choices);
    diag::Result<Grid> result{std::nullopt, uncertainty.diagnostics};
    if (!plan.ok() || !uncertainty.value) return result;
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
    for (const double y : found.y.values) {
        const auto figures = response.at({{found.x.lever.definition, found.x.values},
                                          {found.y.lever.definition, std::vector<double>(found.x.values.size(), y)}});
        found.values.emplace_back();
        for (std::size_t i = 0; i < found.x.values.size(); ++i)
            found.values.back().push_back(value_of(figures, wanted(measure, *plan.value), static_cast<int>(i)));
    }
    result.value = std::move(found);
    return result;
}

}  // namespace provenu::risk
