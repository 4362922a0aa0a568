#include <utility>

#include "compile/lowering.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;

struct Sides {
    quantity::Period before;
    quantity::Period after;
};

/// The months of the implementation side and of the recurring one, which follow each other unless a scenario delays the latter
/// alone.
Sides sides_of(const model::Handover& handover) {
    const quantity::Month at = handover.at.value;
    return {{handover.from, at}, {{at.number + model::months_of(handover.recurring_delays)}, std::nullopt}};
}

/// Months in which a team's sides begin and end, as formulas.
struct Months {
    Tree from;
    Tree at;
    Tree after;  ///< in which the recurring side begins: `at`, unless it is late
};

Months months_of(Lowering& lowering, const model::Handover& handover) {
    Months months{written(lowering, {formula::month(handover.from), Written::As::from, handover.id.place, 1}),
                  later(lowering, {formula::month(handover.at.value), Written::As::at, handover.at.place, 0}, handover.delays),
                  nullptr};
    std::vector<Tree> after = months_late(lowering, handover.recurring_delays);
    after.insert(after.begin(), months.at);
    months.after = formula::sum(std::move(after));
    return months;
}

/// Share of each year inside one period.
Tree share_of_year(Tree from, std::optional<Tree> until) {
    return formula::make(formula::Divide{}, {months_inside(std::move(from), std::move(until)), formula::number(12)});
}

/// FTE of the whole team, all rates together.
Tree size_of_team(Lowering& lowering, const model::Handover& handover) {
    std::vector<Tree> posts;
    for (const model::StaffPost& post : handover.staff) posts.push_back(lower(lowering, post.fte, Wants::fte));
    return formula::sum(std::move(posts));
}

/// One side's line: the staff's cost within its share of each year.
void define_side(Lowering& lowering, const model::Handover& handover, const model::Handover::Side& side, Tree share) {
    const Tree cost = formula::product({std::move(share), lower(lowering, handover.staff)});
    formula::Definition definition;
    definition.name = side.id.value;
    definition.tree = adjusted(lowering, side.adjustment, cost);
    definition.label = in_language(lowering, side.label);
    definition.source = handover.source;
    definition.note = handover.note;
    definition.place = side.id.place;
    add_line(lowering, std::move(definition), {}, model::area_of(side.area));
}

PlannedLine plan_side(Lowering& lowering, const model::Handover::Side& side, model::Section section,
                      const quantity::Period& period) {
    PlannedLine planned;
    planned.id = side.id.value;
    planned.label = side.label;
    planned.section = section;
    planned.area = model::area_of(side.area);
    model::Timing timing;
    timing.periods.push_back({period, {}});
    for (int year = lowering.axis.table.first; year <= lowering.axis.table.last; ++year)
        planned.given.push_back(covers(timing, year));
    plan_funding(lowering, planned, side.area, side.funding);
    return planned;
}

/// The ledger: FTE by side, and of the team as a whole, each from its own period, so that a sum that fails would show.
PlannedTeam define_ledger(Lowering& lowering, const model::Handover& handover, const Months& months) {
    const Tree team = size_of_team(lowering, handover);
    const auto fte = unit_of(quantity::Dimension::fte);
    const std::string base = "fte." + handover.id.value;
    define(lowering, base + ".implementation", formula::product({share_of_year(months.from, months.at), team}), fte);
    define(lowering, base + ".recurring", formula::product({share_of_year(months.after, std::nullopt), team}), fte);
    Tree at_work = share_of_year(months.from, std::nullopt);
    if (model::months_of(handover.recurring_delays) > 0)
        at_work = formula::difference(std::move(at_work), share_of_year(months.at, months.after));
    define(lowering, base, formula::product({std::move(at_work), team}), fte);
    return {handover.id.value, handover.label, base + ".implementation", base + ".recurring", base, {}, {}};
}

std::vector<std::string> payers_of(const PlannedLine& side) {
    std::vector<std::string> payers;
    for (const PlannedShare& share : side.shares) payers.push_back(share.payer);
    return payers;
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
        const auto [before, after] = sides_of(handover);
        const bool taken = is_taken(lowering.proposal, handover.option);
        const Months months = months_of(lowering, handover);
        define_side(lowering, handover, handover.implementation, share_of_year(months.from, months.at));
        define_side(lowering, handover, handover.recurring, share_of_year(months.after, std::nullopt));
        PlannedTeam team = define_ledger(lowering, handover, months);
        const Mark before_sides = mark(lowering);
        for (PlannedLine side : {plan_side(lowering, handover.implementation, model::Section::implementation, before),
                                 plan_side(lowering, handover.recurring, model::Section::recurring, after)}) {
            side.note = handover.note;
            const bool recurring = side.section == model::Section::recurring;
            (recurring ? team.recurring_payers : team.implementation_payers) = payers_of(side);
            if (taken) plan.lines.push_back(std::move(side));
        }
        if (!taken) drop_since(lowering, before_sides);
        if (team.recurring_payers == team.implementation_payers) team.recurring_payers = team.implementation_payers = {};
        if (taken) plan.teams.push_back(std::move(team));
    }
}

}  // namespace provenu::compile
