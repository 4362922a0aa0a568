#include <utility>

#include "compile/lowering.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;

/// Share of each year inside one period.
Tree share_of_year(const quantity::Period& period) {
    const std::vector<model::Placed<quantity::Period>> one{{period, {}}};
    return formula::make(formula::Divide{}, {months_inside(one), formula::number(12)});
}

/// FTE of the whole team, all rates together.
Tree size_of_team(Lowering& lowering, const model::Handover& handover) {
    std::vector<Tree> posts;
    for (const model::StaffPost& post : handover.staff) posts.push_back(lower(lowering, post.fte, Wants::fte));
    return formula::sum(std::move(posts));
}

/// One side's line: the staff's cost within its period.
void define_side(Lowering& lowering, const model::Handover& handover, const model::Handover::Side& side,
                 const quantity::Period& period) {
    const Tree cost = formula::product({share_of_year(period), lower(lowering, handover.staff)});
    formula::Definition definition;
    definition.name = side.id.value;
    definition.tree = cost;
    definition.label = in_language(lowering, side.label);
    definition.source = handover.source;
    definition.note = handover.note;
    definition.place = side.id.place;
    add_line(lowering, std::move(definition), {}, area_of(side.area));
}

PlannedLine plan_side(const Lowering& lowering, const model::Handover::Side& side, model::Section section,
                      const quantity::Period& period) {
    PlannedLine planned;
    planned.id = side.id.value;
    planned.label = side.label;
    planned.section = section;
    planned.area = area_of(side.area);
    model::Timing timing;
    timing.periods.push_back({period, {}});
    for (int year = lowering.axis.table.first; year <= lowering.axis.table.last; ++year)
        planned.given.push_back(covers(timing, year));
    return planned;
}

/// The ledger: FTE by side, and of the team as a whole, each from its own period, so that a sum that fails would show.
PlannedTeam define_ledger(Lowering& lowering, const model::Handover& handover) {
    const Tree team = size_of_team(lowering, handover);
    const auto fte = unit_of(quantity::Dimension::fte);
    const std::string base = "fte." + handover.id.value;
    const quantity::Month at = handover.at.value;
    define(lowering, base + ".implementation", formula::product({share_of_year({handover.from, at}), team}), fte);
    define(lowering, base + ".recurring", formula::product({share_of_year({at, std::nullopt}), team}), fte);
    define(lowering, base, formula::product({share_of_year({handover.from, std::nullopt}), team}), fte);
    return {handover.id.value, handover.label, base + ".implementation", base + ".recurring", base};
}

}  // namespace

void lower_handovers(Lowering& lowering, Plan& plan) {
    for (const model::Handover& handover : lowering.proposal.handovers) {
        const bool unread = handover.from.number == 0 || handover.at.value.number == 0;
        if (unread || handover.at.value <= handover.from) {
            if (!unread)
                lowering.found.error("P520", handover.at.place,
                                     {{"from", quantity::name(handover.from)}, {"at", quantity::name(handover.at.value)}});
            continue;
        }
        const quantity::Period before{handover.from, handover.at.value};
        const quantity::Period after{handover.at.value, std::nullopt};
        define_side(lowering, handover, handover.implementation, before);
        define_side(lowering, handover, handover.recurring, after);
        for (PlannedLine side : {plan_side(lowering, handover.implementation, model::Section::implementation, before),
                                 plan_side(lowering, handover.recurring, model::Section::recurring, after)}) {
            side.note = handover.note;
            plan.lines.push_back(std::move(side));
        }
        plan.teams.push_back(define_ledger(lowering, handover));
    }
}

}  // namespace provenu::compile
