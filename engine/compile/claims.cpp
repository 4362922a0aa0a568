#include <map>
#include <utility>

#include "compile/payers.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;

void define_claims(Lowering& lowering, const model::Budget& budget, std::vector<Tree> claims) {
    const std::string name = "budget." + budget.id.value;
    define(lowering, name + ".claimed", formula::sum(std::move(claims)));
    define_share(lowering, name + ".share",
                 formula::make(formula::Divide{}, {formula::name(name + ".claimed"), formula::name(budget.id.value)}));
    const Tree usual = formula::number(reasonable_claim, {}, {}, formula::Style::percent);
    define_share(lowering, name + ".reasonable", budget.reasonable ? lower(lowering, *budget.reasonable, Wants::share) : usual);
    formula::Bound bound;
    bound.name = name + ".share";
    bound.most_of = name + ".reasonable";
    bound.where = name + ".claimed";
    bound.finding = {
        diag::Severity::warning, "P760", lowering.claims.at(budget.id.value).front().place, {{"budget", budget.id.value}}};
    lowering.bounds.push_back(std::move(bound));
}

}  // namespace

void lower_claims(Lowering& lowering, Plan& plan) {
    for (const model::Budget& budget : lowering.proposal.budgets) {
        const auto found = lowering.claims.find(budget.id.value);
        if (found == lowering.claims.end()) continue;
        std::vector<Tree> claims;
        for (const Claim& claim : found->second) claims.push_back(claim.amount);
        define_claims(lowering, budget, std::move(claims));
        plan.claimed.push_back({budget.id.value, budget.label});
    }
}

}  // namespace provenu::compile
