#include <string>
#include <utility>

#include "compile/lowering.hpp"

namespace provenu::compile {
namespace {

constexpr std::size_t most_parts = 12;  // of a sum, that are looked at one by one

void add(Lowering& lowering, const std::string& name, formula::Tree tree, const diag::Place& place) {
    formula::Definition definition;
    definition.name = name;
    definition.tree = std::move(tree);
    definition.place = place;
    lowering.drafts.push_back({std::move(definition), std::nullopt});
}

/// The terms of a sum, whatever its sign.
std::vector<formula::Tree> terms_of(const formula::Tree& tree) {
    if (std::holds_alternative<formula::Add>(tree->operation)) return tree->operands;
    if (!std::holds_alternative<formula::Negate>(tree->operation)) return {};
    std::vector<formula::Tree> terms;
    for (const formula::Tree& term : terms_of(tree->operands.front())) terms.push_back(formula::make(formula::Negate{}, {term}));
    return terms;
}

bool is_yearly(const formula::Book& book, const std::string& name) {
    const formula::Definition* definition = book.find(name);
    return definition != nullptr && definition->shape == formula::Shape::yearly;
}

/// A bare number is in the unit of what it stands against; money a year is money.
bool count_the_same(const quantity::Unit& left, const quantity::Unit& right) {
    using quantity::Dimension;
    if (left.is_bare() || right.is_bare()) return true;
    return left.of(Dimension::money) == right.of(Dimension::money) && left.of(Dimension::fte) == right.of(Dimension::fte);
}

}  // namespace

void lower_printed(Lowering& lowering, Plan& plan) {
    if (!lowering.proposal.printed) return;
    for (const model::Printed::Claim& claim : lowering.proposal.printed->claims) {
        const std::string name = "claim." + std::to_string(plan.claims.size() + 1);
        PlannedClaim planned{claim.says, claim.written, name + ".stated", name, {}, claim.value.place};
        add(lowering, planned.stated, lower(lowering, claim.value, Wants::anything), claim.value.place);
        const formula::Tree is = lower(lowering, claim.is, Wants::anything);
        add(lowering, planned.is, is, claim.is.place);
        const auto terms = terms_of(is);
        for (std::size_t i = 0; i < terms.size() && terms.size() <= most_parts; ++i) {
            planned.parts.push_back(name + "." + std::to_string(i + 1));
            add(lowering, planned.parts.back(), terms[i], claim.is.place);
        }
        plan.claims.push_back(std::move(planned));
    }
}

void check_printed(Lowering& lowering, const Plan& plan) {
    for (const PlannedClaim& claim : plan.claims) {
        const formula::Definition* is = plan.book.find(claim.is);
        const formula::Definition* stated = plan.book.find(claim.stated);
        if (is == nullptr || stated == nullptr) continue;  // a cycle, found already
        for (const std::string& name : {claim.stated, claim.is})
            if (is_yearly(plan.book, name)) lowering.found.error("P895", plan.book.find(name)->place);
        const bool units_known = !lowering.without_unit.contains(claim.is) && !lowering.without_unit.contains(claim.stated);
        if (units_known && !count_the_same(stated->unit, is->unit)) lowering.found.error("P896", is->place);
    }
}

}  // namespace provenu::compile
