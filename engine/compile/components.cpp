#include <algorithm>
#include <utility>

#include "compile/lowering.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;

constexpr NameFindings no_input{"P420", "P421"};
constexpr NameFindings no_budget{"P432", "P433"};

/// Checks that `name` is one of the names a key refers to, and gives the tree that stands for it.
Tree reference(Lowering& lowering, const model::Placed<std::string>& name, Names& candidates, NameFindings findings) {
    if (has(candidates, name.value)) return formula::name(name.value);
    if (name.value.empty()) return unknown();  // not written; the reader has said so
    refuse_name(lowering, name, findings, candidates);
    return unknown();
}

/// A line's figures carry its sign; a share is taken of their size.
Tree size_of(const Lowering& lowering, const std::string& name, Tree tree) {
    if (!has(lowering.words.lines, name)) return tree;
    return formula::make(formula::Extreme::greatest, {tree, formula::make(formula::Negate{}, {tree})});
}

Tree priced(Lowering& lowering, const model::Priced& priced, Wants wants) {
    Tree tree =
        formula::product({lower(lowering, priced.quantity, Wants::anything), lower(lowering, priced.price, Wants::anything)});
    lowering.checks.push_back({tree, model::place_of(priced.price), wants});
    return tree;
}

bool is_bounded(const model::Timing& timing) {
    for (const auto& period : timing.periods)
        if (!period.value.until) return false;
    return !timing.periods.empty();
}

/// Months of all periods together, from their first and last ones.
Tree months_in(const Tree& months_inside) {
    if (std::holds_alternative<formula::Overlap>(months_inside->operation))
        return formula::difference(months_inside->operands[1], months_inside->operands[0]);
    std::vector<Tree> periods;
    for (const Tree& period : months_inside->operands) periods.push_back(months_in(period));
    return formula::sum(std::move(periods));
}

/// An amount spread over the months of its period.
Tree spread(Lowering& lowering, const model::Total& total, const model::Component& component, const model::Timing& timing) {
    if (!is_bounded(timing)) lowering.found.error("P652", component.place);
    if (timing.phase_in || timing.phase_out) lowering.found.error("P653", component.place);
    if (!is_bounded(timing)) return formula::number(0);
    const auto* amount = std::get_if<model::Amount>(&total.amount);
    if (amount != nullptr && std::holds_alternative<model::Series>(*amount)) lowering.found.error("P654", component.place);
    Tree whole = amount != nullptr ? lower(lowering, *amount, Wants::amount_once)
                                   : priced(lowering, std::get<model::Priced>(total.amount), Wants::amount_once);
    const Tree inside = months_inside(lowering, timing.periods);
    Tree share = formula::make(formula::Divide{}, {inside, months_in(inside)});
    return formula::product({std::move(share), std::move(whole)});
}

struct MeasureLowering {
    Lowering& lowering;
    const model::Component& component;
    const model::Timing& timing;

    Tree operator()(const model::Amount& amount) const { return timed(lower(lowering, amount, Wants::amount_a_year)); }
    Tree operator()(const model::Staff& staff) const { return timed(lower(lowering, staff.posts)); }
    Tree operator()(const model::Priced& amount) const { return timed(priced(lowering, amount, Wants::amount_a_year)); }
    Tree operator()(const model::Total& total) const { return spread(lowering, total, component, timing); }
    Tree operator()(const model::ShareOf& share) const {
        Tree of = reference(lowering, share.of, lowering.words.shareable, no_budget);
        if (has(lowering.words.lines, share.of.value)) of = formula::name(name_at_home(lowering, share.of.value));
        const Tree part = lower(lowering, share.share, Wants::share);
        return timed(formula::product({part, size_of(lowering, share.of.value, of)}));
    }

    [[nodiscard]] Tree timed(Tree amount) const {
        const auto share = weight(lowering, timing);
        return share ? formula::product({*share, std::move(amount)}) : amount;
    }
};

using Factors = std::vector<const model::Amount*>;

/// The measure as a sum of products of amounts, to see which years it speaks of.
struct TermsOf {
    std::vector<Factors> operator()(const model::Amount& amount) const { return {{&amount}}; }
    std::vector<Factors> operator()(const model::Staff& staff) const {
        std::vector<Factors> posts;
        for (const model::StaffPost& post : staff.posts) posts.push_back({&post.fte});
        return posts;
    }
    std::vector<Factors> operator()(const model::Priced& priced) const { return {{&priced.quantity, &priced.price}}; }
    std::vector<Factors> operator()(const model::ShareOf& share) const { return {{&share.share}}; }
    std::vector<Factors> operator()(const model::Total& total) const {
        const auto* amount = std::get_if<model::Amount>(&total.amount);
        return amount != nullptr ? std::vector<Factors>{{amount}} : (*this)(std::get<model::Priced>(total.amount));
    }
};

std::vector<Factors> terms(const model::Measure& measure) {
    return std::visit(TermsOf{}, measure);
}

/// Where the rate of a post says its amount: a wrong unit is mended there, however many posts use it.
diag::Place place_of_rate(const Lowering& lowering, const model::StaffPost& post) {
    const auto found = lowering.inputs.find(post.rate.value);
    if (found == lowering.inputs.end()) return post.rate.place;
    const auto* amount = std::get_if<model::Amount>(&found->second->value);
    return amount != nullptr ? model::place_of(*amount) : found->second->name.place;
}

/// Keeps what a line takes of a budget.
void note_claim(Lowering& lowering, const model::Component& component, const Tree& amount) {
    const auto* share = std::get_if<model::ShareOf>(&component.measure);
    if (share == nullptr || has(lowering.words.lines, share->of.value)) return;
    lowering.claims.push_back({share->of.value, amount, share->of.place});
}

}  // namespace

Tree lower(Lowering& lowering, const std::vector<model::StaffPost>& staff) {
    std::vector<Tree> posts;
    for (const model::StaffPost& post : staff) {
        const Tree rate = reference(lowering, post.rate, lowering.words.inputs, no_input);
        lowering.checks.push_back({rate, place_of_rate(lowering, post), Wants::rate});
        posts.push_back(formula::product({lower(lowering, post.fte, Wants::fte), rate}));
    }
    return formula::sum(std::move(posts));
}

Tree lower(Lowering& lowering, const model::Component& component, const model::Timing& timing) {
    const Tree written = std::visit(MeasureLowering{lowering, component, timing}, component.measure);
    Tree amount = adjusted(lowering, component.adjustment, written);
    note_claim(lowering, component, amount);
    return component.effect == model::Effect::cost ? amount : formula::make(formula::Negate{}, {std::move(amount)});
}

bool says(const model::Component& component, int year) {
    const auto groups = terms(component.measure);
    return std::ranges::any_of(groups, [year](const auto& factors) {
        return std::ranges::all_of(factors, [year](const model::Amount* factor) { return model::says(*factor, year); });
    });
}

bool names_years(const model::Component& component) {
    const auto groups = terms(component.measure);
    return std::ranges::all_of(groups, [](const auto& factors) {
        return std::ranges::any_of(factors, [](const auto* factor) { return std::holds_alternative<model::Series>(*factor); });
    });
}

}  // namespace provenu::compile
