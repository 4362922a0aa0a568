#include <cmath>
#include <utility>

#include "compile/lowering.hpp"
#include "provenu/formula/program.hpp"

namespace provenu::compile {
namespace {

/// A literal's money, moved to the file's unit: 46.2 mio. kr. is 46,200 in 1,000 kr.
formula::Number in_unit(formula::Number number, quantity::Money money) {
    const int power = number.unit.of(quantity::Dimension::money);
    const int shift = (number.money.exponent - money.exponent) * power;
    if (shift > 0) number.value *= std::pow(10.0, shift);
    if (shift < 0) number.value /= std::pow(10.0, -shift);
    number.money = money;
    return number;
}

formula::Tree in_unit(const formula::Tree& tree, quantity::Money money) {
    if (const auto* number = std::get_if<formula::Number>(&tree->operation)) return formula::make(in_unit(*number, money));
    if (tree->operands.empty()) return tree;
    std::vector<formula::Tree> operands;
    for (const formula::Tree& operand : tree->operands) operands.push_back(in_unit(operand, money));
    return formula::make(tree->operation, std::move(operands));
}

void check_names(Lowering& lowering, const model::Value& value) {
    formula::for_each_name(value.formula, [&](const formula::Name& name) {
        if (lowering.in_formulas.has(name.name)) return;
        diag::Place place = value.place;
        place.column += name.offset;
        place.width = static_cast<int>(name.name.size());
        if (const auto near = lowering.in_formulas.nearest(name.name))
            lowering.found.error("P420", place, {{"name", name.name}, {"nearest", *near}});
        else
            lowering.found.error("P421", place, {{"name", name.name}});
    });
}

}  // namespace

formula::Tree lower(Lowering& lowering, const model::Value& value, Wants wants) {
    if (value.formula == nullptr) return formula::number(0);  // not written; the reader has said so
    check_names(lowering, value);
    formula::Tree tree = in_unit(value.formula, lowering.proposal.unit);
    lowering.checks.push_back({tree, value.place, wants});
    return tree;
}

formula::Tree lower(Lowering& lowering, const model::Series& series, Wants wants) {
    std::vector<formula::Tree> operands;
    for (const model::Value& value : series.values) operands.push_back(lower(lowering, value, wants));
    return formula::make(formula::Yearly{series.first, series.holds}, std::move(operands));
}

formula::Tree lower(Lowering& lowering, const model::Amount& amount, Wants wants) {
    return std::visit([&](const auto& written) { return lower(lowering, written, wants); }, amount);
}

std::string in_language(const Lowering& lowering, const model::Text& text) {
    const bool danish = lowering.proposal.language == model::Language::danish;
    const std::string& wanted = danish ? text.danish : text.english;
    return wanted.empty() ? (danish ? text.english : text.danish) : wanted;
}

void define(Lowering& lowering, std::string name, formula::Tree tree, std::optional<quantity::Unit> unit) {
    formula::Definition definition;
    definition.name = std::move(name);
    definition.tree = std::move(tree);
    lowering.drafts.push_back({std::move(definition), unit.value_or(quantity::unit_of(quantity::Dimension::money))});
}

}  // namespace provenu::compile
