#include "provenu/risk/breakeven.hpp"

#include <algorithm>
#include <utility>

#include "provenu/evaluate/evaluate.hpp"
#include "provenu/whatif/apply.hpp"
#include "risk/goal.hpp"
#include "risk/response.hpp"
#include "risk/threshold.hpp"

namespace provenu::risk {
namespace {

using Of = model::Delay::Of;

/// Looks for what must be true of one proposal.
class Looking {
 public:
    Looking(const model::Proposal& proposal, const compile::Choices& choices, std::vector<Goal> goals)
        : proposal_(proposal), choices_(choices), goals_(std::move(goals)) {}

    [[nodiscard]] std::vector<BreakevenRow> rows(const compile::Plan& plan, const Response& response,
                                                 const std::vector<Lever>& levers) const {
        std::vector<BreakevenRow> rows;
        for (const Lever& lever : levers) {
            BreakevenRow row{lever, response.base().scalar(lever.definition), 0, {}, is_percent(proposal_, lever), {}, {}};
            row.unit = unit_of(plan, lever);
            if (lever.what == Lever::What::factor)
                row.amount = lack(goals_.front(), response.base()) - lack(goals_.front(), response.at(lever.definition, {0, 0}));
            row.sum = threshold(response, lever, row.base, goals_.front());
            if (goals_.size() > 1) row.payback = threshold(response, lever, row.base, goals_.back());
            rows.push_back(std::move(row));
        }
        return rows;
    }

    [[nodiscard]] Delays delays(const Goal& goal, const evaluate::Figures& base) const {
        return {most(Of::effects, goal, base), most(Of::recurring, goal, base), most(Of::whole, goal, base)};
    }

 private:
    /// One month more after the other, until the goal is missed.
    [[nodiscard]] Delay most(Of of, const Goal& goal, const evaluate::Figures& base) const {
        const double zero = noise(base);
        if (of == Of::whole && !has_implementation()) return {Delay::State::nothing_to_delay, 0, false};
        if (lack(goal, base) > zero) return {Delay::State::none, 0, false};
        Delay borne{Delay::State::borne, 0, highest_after(base, goal.years) <= zero};
        const int looked_at = 12 * goal.years;
        for (int months = 1; months <= looked_at; ++months) {
            const auto figures = delayed(of, months);
            if (!figures) return {Delay::State::nothing_to_delay, 0, false};
            if (lack(goal, *figures) > zero) return borne;
            borne = {Delay::State::borne, months, highest_after(*figures, goal.years) <= zero};
        }
        borne.state = Delay::State::any;
        return borne;
    }

    [[nodiscard]] bool has_implementation() const {
        return !proposal_.handovers.empty() || std::ranges::any_of(proposal_.lines, [](const model::Line& line) {
            return line.section == model::Section::implementation;
        });
    }

    [[nodiscard]] std::optional<evaluate::Figures> delayed(Of of, int months) const {
        const auto late = whatif::apply(proposal_, {{model::Delay{of, {months, {}}}, {}}});
        if (!late.value || late.value->proposal.scenario.changes_nothing) return std::nullopt;
        const auto plan = compile::compile(late.value->proposal, choices_);
        if (!plan.ok()) return std::nullopt;
        return evaluate::evaluate(formula::flatten(plan.value->book));
    }

    const model::Proposal& proposal_;
    const compile::Choices& choices_;
    std::vector<Goal> goals_;
};

}  // namespace

diag::Result<Breakeven> breakeven(const model::Proposal& proposal, const compile::Choices& choices,
                                  const BreakevenQuestion& question) {
    const Levered levered = with_levers(proposal, question.of.empty() ? levers_of(proposal) : question.of);
    const auto plan = compile::compile(levered.proposal, choices);
    diag::Result<Breakeven> result{std::nullopt, plan.diagnostics};
    if (!plan.ok()) return result;
    const quantity::Years table = proposal.years.value;
    const int years = question.years == 0 ? table.count() : question.years;
    std::vector<Goal> goals{{Goal::Kind::sum, years}};
    if (question.payback_within) goals.push_back({Goal::Kind::payback, *question.payback_within});
    const Response response(*plan.value);
    const Looking looking(proposal, choices, goals);
    Breakeven found;
    found.years = {table.first, table.first + years - 1};
    found.payback_within = question.payback_within;
    found.sum = lack(goals.front(), response.base());
    found.paid_back_within = lack(goals.back(), response.base()) <= noise(response.base());
    found.for_good = highest_after(response.base(), years) <= noise(response.base());
    found.only_some = !question.of.empty();
    found.rows = looking.rows(*plan.value, response, levered.levers);
    result.value = std::move(found);
    if (!question.with_delays) return result;
    result.value->delays = looking.delays(goals.front(), response.base());
    if (goals.size() > 1) result.value->payback_delays = looking.delays(goals.back(), response.base());
    return result;
}

}  // namespace provenu::risk
