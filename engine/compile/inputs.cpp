#include <algorithm>
#include <cmath>
#include <utility>

#include "compile/lowering.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;
using quantity::Dimension;

/// What an overhead comes to once names of inputs are followed: a literal, or a formula.
Tree literal_of(const Lowering& lowering, Tree tree) {
    for (std::size_t hops = 0; hops <= lowering.proposal.inputs.size(); ++hops) {
        const auto* name = std::get_if<formula::Name>(&tree->operation);
        const auto input = std::ranges::find_if(lowering.proposal.inputs, [name](const model::Input& each) {
            return name != nullptr && each.name.value == name->name;
        });
        if (input == lowering.proposal.inputs.end()) return tree;
        const auto* amount = std::get_if<model::Amount>(&input->value);
        const auto* value = amount != nullptr ? std::get_if<model::Value>(amount) : nullptr;
        if (value == nullptr) return tree;
        tree = value->formula;
    }
    return tree;
}

bool is_share(const Tree& tree) {
    const auto* number = std::get_if<formula::Number>(&tree->operation);
    if (number != nullptr) return number->style == formula::Style::percent;
    return std::holds_alternative<formula::Divide>(tree->operation);
}

bool is_bare_number(const Tree& tree) {
    const auto* number = std::get_if<formula::Number>(&tree->operation);
    return number != nullptr && !std::isnan(number->value) && number->unit.is_bare() && number->style == formula::Style::plain;
}

Tree with_overhead(Lowering& lowering, const Tree& pay, const model::Value& overhead) {
    const Tree literal = literal_of(lowering, overhead.formula);
    if (is_bare_number(literal)) lowering.found.error("P650", overhead.place);
    const bool share = is_share(literal);
    const Tree lowered = lower(lowering, overhead, share ? Wants::share : Wants::amount_a_year);
    if (!share) return formula::sum({pay, lowered});
    return formula::product({pay, formula::sum({formula::number(1), lowered})});
}

/// An input as the tree it stands for, with its unit where that does not follow from the tree.
struct Lowered {
    Tree tree;
    std::optional<quantity::Unit> unit;
};

const quantity::Unit money_per_fte = unit_of(Dimension::money) / unit_of(Dimension::fte) / unit_of(Dimension::year);

Lowered lower_input(Lowering& lowering, const model::Input& input) {
    if (const auto* stock = std::get_if<model::Stock>(&input.value)) return {lower(lowering, *stock), std::nullopt};
    if (const auto* rate = std::get_if<model::Rate>(&input.value)) {
        const bool hourly = rate->per == model::Rate::Per::hour;
        return {lower(lowering, *rate), hourly ? unit_of(Dimension::money) / unit_of(Dimension::hour) : money_per_fte};
    }
    const Wants wants = input.is_rate ? Wants::rate : Wants::anything;
    return {lower(lowering, std::get<model::Amount>(input.value), wants),
            input.is_rate ? std::optional(money_per_fte) : std::nullopt};
}

void add_draft(Lowering& lowering, const std::string& name, Lowered lowered, diag::Place place) {
    formula::Definition definition;
    definition.name = name;
    definition.tree = std::move(lowered.tree);
    definition.place = std::move(place);
    lowering.drafts.push_back({std::move(definition), lowered.unit});
}

/// The book as far as it has come, for the units of its names; what is wrong with it will be found when all of it is bound.
formula::Book bound_so_far(Lowering so_far) {
    return bind(so_far);
}

}  // namespace

Tree lower(Lowering& lowering, const model::Rate& rate) {
    Tree price = lower(lowering, rate.pay, Wants::rate);
    if (rate.overhead && rate.overhead_in_cash) price = with_overhead(lowering, price, *rate.overhead);
    if (rate.per == model::Rate::Per::fte) return price;
    if (!rate.hours) {
        lowering.found.error("P616", rate.pay.place);
        return price;
    }
    return formula::make(formula::Divide{}, {price, lower(lowering, *rate.hours, Wants::hours)});
}

void lower_inputs(Lowering& lowering) {
    define(lowering, "months", formula::number(12), unit_of(Dimension::month) / unit_of(Dimension::year));
    for (const model::Input& input : lowering.proposal.inputs) {
        Lowered lowered = lower_input(lowering, input);
        lowered.tree = scaled(lowering, input.factors, brought_home(lowering, input, std::move(lowered.tree)));
        add_draft(lowering, input.name.value, std::move(lowered), input.name.place);
        formula::Definition& definition = lowering.drafts.back().definition;
        definition.label = in_language(lowering, input.label);
        definition.source = input.source;
        definition.note = input.note;
    }
    for (const model::Budget& budget : lowering.proposal.budgets) {
        const auto money = unit_of(Dimension::money);
        Tree amount = brought_home(lowering, budget, lower(lowering, budget.amount, Wants::amount_a_year));
        add_draft(lowering, budget.id.value, {std::move(amount), money}, budget.id.place);
        formula::Definition& definition = lowering.drafts.back().definition;
        definition.label = in_language(lowering, budget.label);
        definition.source = budget.source;
        definition.note = budget.note;
    }
}

void lower_key_figures(Lowering& lowering, Plan& plan) {
    const formula::Book units = is_restated(lowering) ? bound_so_far(lowering) : formula::Book{};
    for (const model::KeyFigure& figure : lowering.proposal.key_figures) {
        Tree tree = lower(lowering, figure.value, Wants::anything);
        if (is_restated(lowering)) tree = key_figure_restated(lowering, units, tree);
        add_draft(lowering, figure.id.value, {std::move(tree), std::nullopt}, figure.id.place);
        lowering.drafts.back().definition.label = in_language(lowering, figure.label);
        lowering.drafts.back().definition.note = figure.note;
        plan.figures.push_back({figure.id.value, figure.label, {}, figure.note});
    }
}

}  // namespace provenu::compile
