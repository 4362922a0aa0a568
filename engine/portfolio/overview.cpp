#include "provenu/portfolio/overview.hpp"

#include <algorithm>
#include <utility>

#include "portfolio/adding.hpp"
#include "portfolio/shared_frames.hpp"
#include "provenu/evaluate/evaluate.hpp"

namespace provenu::portfolio {
namespace {

using compile::PlannedPayer;
using formula::Shape;
using formula::Tree;

constexpr const char* municipality = "municipality";

quantity::Years all_years(std::span<const Member> proposals) {
    quantity::Years years = proposals.front().plan->book.axis.table;
    for (const Member& member : proposals) {
        years.first = std::min(years.first, member.plan->book.axis.table.first);
        years.last = std::max(years.last, member.plan->book.axis.table.last);
    }
    return years;
}

/// One error for all price levels there are.
void check_price_levels(std::span<const Member> proposals, diag::Diagnostics& found) {
    const int level = proposals.front().plan->price_level;
    const auto other = std::ranges::find_if(proposals, [&](const Member& each) { return each.plan->price_level != level; });
    if (other == proposals.end()) return;
    found.error("P980", {},
                {{"one", proposals.front().plan->id},
                 {"level", std::to_string(level)},
                 {"other", other->plan->id},
                 {"other_level", std::to_string(other->plan->price_level)}});
}

std::vector<model::Area> areas_of(std::span<const Member> proposals) {
    std::vector<model::Area> areas;
    for (const Member& member : proposals)
        for (const model::Area& area : member.plan->areas)
            if (std::ranges::none_of(areas, [&](const model::Area& each) { return each.id.value == area.id.value; }))
                areas.push_back(area);
    return areas;
}

void define_totals(std::span<const Member> proposals, const std::vector<model::Area>& areas, Adding& adding) {
    for (const std::string section : {"recurring", "implementation"}) {
        for (const model::Area& area : areas) {
            const std::string name = section + "." + area.id.value;
            adding.define(name, adding.sum(proposals, name));
        }
        adding.define(section + ".total", adding.sum(proposals, section + ".total"));
    }
    adding.define("net", formula::sum({formula::name("recurring.total"), formula::name("implementation.total")}));
    adding.define("balance", formula::make(formula::Kernel::running, {formula::name("net")}));
    adding.define("turn", formula::make(formula::Moment::turn, {formula::name("net")}), Shape::scalar);
    const Tree before = formula::number(adding.book.axis.table.first - 1, {}, {}, formula::Style::year);
    adding.define("turn_year", formula::sum({formula::make(formula::Round::up, {formula::name("turn")}), before}), Shape::scalar);
    for (const std::string name : {"investment_need", "full_phase_in"}) {
        std::vector<Tree> parts;
        for (const Member& member : proposals)
            parts.push_back(
                formula::number(quantity::factor(member.plan->book.money, adding.book.money) * member.figures->scalar(name)));
        adding.define(name, formula::sum(std::move(parts)), Shape::scalar);
    }
}

/// Payers that any proposal speaks of; a proposal that does not is the municipality's alone.
std::vector<PlannedPayer> define_payers(std::span<const Member> proposals, Adding& adding) {
    std::vector<PlannedPayer> payers;
    std::vector<Member> silent;
    for (const Member& member : proposals) {
        if (member.plan->payers.empty()) silent.push_back(member);
        for (const PlannedPayer& payer : member.plan->payers)
            if (payer.has_cash && std::ranges::find(payers, payer.id, &PlannedPayer::id) == payers.end()) payers.push_back(payer);
    }
    if (payers.empty()) return payers;
    if (!silent.empty() && std::ranges::find(payers, municipality, &PlannedPayer::id) == payers.end())
        payers.insert(payers.begin(), PlannedPayer{municipality, {}, false, true});
    for (const PlannedPayer& payer : payers) {
        const std::string name = "payer." + payer.id;
        Tree net = adding.sum(proposals, name + ".net");
        if (payer.id == municipality) net = formula::sum({std::move(net), adding.sum(silent, "net.total")});
        adding.define(name + ".net", std::move(net));
        adding.define(name + ".balance", formula::make(formula::Kernel::running, {formula::name(name + ".net")}));
    }
    return payers;
}

bool any_ends_before(std::span<const Member> proposals, int last) {
    return std::ranges::any_of(proposals, [last](const Member& member) { return member.plan->book.axis.table.last < last; });
}

}  // namespace

diag::Result<Overview> overview(std::span<const Member> proposals) {
    diag::Result<Overview> result;
    if (proposals.empty()) return result;
    check_price_levels(proposals, result.diagnostics);
    if (result.diagnostics.has_errors()) return result;
    Adding adding(all_years(proposals), proposals.front().plan->book.money);
    auto areas = areas_of(proposals);
    define_totals(proposals, areas, adding);
    auto payers = define_payers(proposals, adding);
    auto frames = share_frames(proposals, adding, result.diagnostics);
    auto claimed = claims(proposals);
    result.diagnostics.append(claimed.diagnostics);
    auto figures = evaluate::evaluate(formula::flatten(adding.book));
    const bool continues = any_ends_before(proposals, adding.book.axis.table.last);
    result.value = Overview{std::move(adding.book), std::move(figures), proposals.front().plan->price_level, std::move(areas),
                            std::move(payers),      std::move(frames),  std::move(claimed.claims),           continues};
    return result;
}

}  // namespace provenu::portfolio
