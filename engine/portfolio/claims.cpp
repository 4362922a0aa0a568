#include "provenu/portfolio/claims.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "provenu/quantity/percent.hpp"

namespace provenu::portfolio {
namespace {

constexpr double noise = 1e-9;

double kroner(const Member& member) {
    return quantity::factor(member.plan->book.money, quantity::Money{0});
}

quantity::Years table_of(const Member& member) {
    return member.plan->book.axis.table;
}

/// A figure of one year in kroner, after the proposal's table what it goes on with; none before it.
std::optional<double> amount(const Member& member, const std::string& name, int year) {
    if (year < table_of(member).first) return std::nullopt;
    const quantity::Axis& axis = member.plan->book.axis;
    const int column = axis.column(year) < axis.years() ? axis.column(year) : axis.carried();
    return member.figures->at(name, column) * kroner(member);
}

bool claims_of(const Member& member, const std::string& budget) {
    return std::ranges::any_of(member.plan->claimed, [&](const compile::PlannedBudget& each) { return each.id == budget; });
}

std::vector<Member> claimants(std::span<const Member> proposals, const std::string& budget) {
    std::vector<Member> members;
    for (const Member& member : proposals)
        if (claims_of(member, budget)) members.push_back(member);
    return members;
}

quantity::Years all_years(const std::vector<Member>& members) {
    quantity::Years years = table_of(members.front());
    for (const Member& member : members) {
        years.first = std::min(years.first, table_of(member).first);
        years.last = std::max(years.last, table_of(member).last);
    }
    return years;
}

std::string names(const std::vector<Member>& members) {
    std::string list;
    for (const Member& member : members) list += (list.empty() ? "" : ", ") + member.plan->id;
    return list;
}

/// The first year in which two proposals do not mean the same by the budget; another price level is another amount in all years.
std::optional<int> year_of_difference(const std::vector<Member>& members, const std::string& budget) {
    const quantity::Years years = all_years(members);
    for (int year = years.first; year <= years.last; ++year) {
        std::optional<double> known;
        for (const Member& member : members) {
            const auto value = amount(member, "budget." + budget + ".amount", year);
            if (!value) continue;
            if (member.plan->price_level != members.front().plan->price_level) return year;
            if (known && std::abs(*known - *value) > noise * std::abs(*known)) return year;
            known = value;
        }
    }
    return std::nullopt;
}

/// The share above which the claims of a year are worth a warning: the strictest that any of them holds.
double reasonable(const std::vector<Member>& members, const std::string& budget) {
    double least = 1;
    for (const Member& member : members) least = std::min(least, member.figures->at("budget." + budget + ".reasonable", 0));
    return least;
}

Claim together(const std::vector<Member>& members, const compile::PlannedBudget& budget) {
    Claim claim{budget.id, budget.label, {}, all_years(members), {}, {}};
    for (const Member& member : members) claim.proposals.push_back(member.plan->id);
    for (int year = claim.years.first; year <= claim.years.last; ++year) {
        double claimed = 0;
        double whole = 0;
        for (const Member& member : members) {
            claimed += amount(member, "budget." + budget.id + ".claimed", year).value_or(0);
            whole = std::max(whole, amount(member, "budget." + budget.id + ".amount", year).value_or(0));
        }
        claim.claimed.push_back(claimed);
        claim.share.push_back(whole > 0 ? claimed / whole : 0);
    }
    return claim;
}

diag::Place place_of(const Member& member, const std::string& budget) {
    const formula::Definition* definition = member.plan->book.find(budget);
    return definition != nullptr ? definition->place : diag::Place{};
}

/// The year in which the claims stand highest, where that is beyond reason.
void warn(const std::vector<Member>& members, const Claim& claim, diag::Diagnostics& found) {
    const auto worst = std::ranges::max_element(claim.share);
    const double limit = reasonable(members, claim.budget);
    if (*worst <= limit + noise) return;
    const auto year = claim.years.first + static_cast<int>(worst - claim.share.begin());
    found.warning("P761", place_of(members.front(), claim.budget),
                  {{"proposals", names(members)},
                   {"budget", claim.budget},
                   {"year", std::to_string(year)},
                   quantity::percent_argument("value", *worst),
                   quantity::percent_argument("limit", limit)});
}

}  // namespace

Claims claims(std::span<const Member> proposals) {
    Claims result;
    std::vector<std::string> seen;
    for (const Member& member : proposals)
        for (const compile::PlannedBudget& budget : member.plan->claimed) {
            if (std::ranges::find(seen, budget.id) != seen.end()) continue;
            seen.push_back(budget.id);
            const std::vector<Member> members = claimants(proposals, budget.id);
            if (members.size() < 2) continue;
            if (const auto year = year_of_difference(members, budget.id)) {
                result.diagnostics.warning(
                    "P762", place_of(members.front(), budget.id),
                    {{"proposals", names(members)}, {"budget", budget.id}, {"year", std::to_string(*year)}});
                continue;
            }
            result.claims.push_back(together(members, budget));
            warn(members, result.claims.back(), result.diagnostics);
        }
    return result;
}

}  // namespace provenu::portfolio
