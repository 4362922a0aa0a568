#include <utility>

#include "compile/payers.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;

void define_claims(Lowering& lowering, const model::Budget& budget, const std::vector<Claim>& claims) {
    const std::string name = "budget." + budget.id.value;
    std::vector<Tree> amounts;
    for (const Claim& claim : claims) amounts.push_back(claim.amount);
    const auto in_table = [&](Tree amount) { return restated(lowering, std::move(amount), budget.prices, "service"); };
    define(lowering, name + ".amount", in_table(formula::name(budget.id.value)));
    define(lowering, name + ".claimed", in_table(formula::sum(std::move(amounts))));
    define_share(lowering, name + ".share",
                 formula::make(formula::Divide{}, {formula::name(name + ".claimed"), formula::name(name + ".amount")}));
    const Tree usual =
        written(lowering, {formula::number(reasonable_claim, {}, {}, formula::Style::percent), Written::As::share, {}});
    define_share(lowering, name + ".reasonable", budget.reasonable ? lower(lowering, *budget.reasonable, Wants::share) : usual);
    formula::Bound bound;
    bound.name = name + ".share";
    bound.most_of = name + ".reasonable";
    bound.where = name + ".claimed";
    bound.finding = {diag::Severity::warning, "P760", claims.front().place, {{"budget", budget.id.value}}};
    lowering.bounds.push_back(std::move(bound));
}

}  // namespace

void lower_claims(Lowering& lowering, Plan& plan) {
    for (const model::Budget& budget : lowering.proposal.budgets) {
        std::vector<Claim> claims;
        for (const Claim& claim : lowering.claims)
            if (claim.budget == budget.id.value) claims.push_back(claim);
        if (claims.empty()) continue;
        define_claims(lowering, budget, claims);
        plan.claimed.push_back({budget.id.value, budget.label});
    }
}

}  // namespace provenu::compile
