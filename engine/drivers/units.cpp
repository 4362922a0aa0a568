#include "drivers/units.hpp"

#include <array>
#include <cmath>

namespace provenu::drivers {
namespace {

using formula::Tree;
using quantity::Dimension;
using quantity::Unit;

constexpr std::array<Dimension, 4> countable{Dimension::place, Dimension::person, Dimension::fte, Dimension::hour};
const Unit money = quantity::unit_of(Dimension::money);
const Unit year = quantity::unit_of(Dimension::year);

std::optional<Unit> product(const Tree& tree) {
    Unit result;
    for (const Tree& operand : tree->operands) {
        const auto unit = unit_of(operand);
        if (!unit) return std::nullopt;
        result = result * *unit;
    }
    return result;
}

std::optional<Unit> quotient(const Tree& tree) {
    const auto above = unit_of(tree->operands[0]);
    const auto below = unit_of(tree->operands[1]);
    return above && below ? std::optional(*above / *below) : std::nullopt;
}

std::optional<Unit> alike(const Tree& tree) {
    std::optional<Unit> common;
    for (const Tree& operand : tree->operands) {
        const auto unit = unit_of(operand);
        if (!unit || (common && *common != *unit)) return std::nullopt;
        common = unit;
    }
    return common.value_or(Unit{});
}

}  // namespace

std::optional<Unit> unit_of(const Tree& tree) {
    if (const auto* number = std::get_if<formula::Number>(&tree->operation))
        return std::isnan(number->value) ? std::nullopt : std::optional(number->unit);
    if (std::holds_alternative<formula::Multiply>(tree->operation)) return product(tree);
    if (std::holds_alternative<formula::Divide>(tree->operation)) return quotient(tree);
    return alike(tree);
}

std::optional<Unit> counted(const Unit& activity) {
    if (activity.is_bare()) return activity;
    for (const Dimension each : countable) {
        const Unit unit = quantity::unit_of(each);
        if (activity == unit || activity == unit / year) return unit;
    }
    return std::nullopt;
}

bool is_price_of(const Unit& price, const Unit& counted) {
    if (price.is_bare() || price == money || price == money / year) return true;
    for (const Dimension each : countable) {
        const Unit one = quantity::unit_of(each);
        const bool fits = counted.is_bare() || counted == one;
        if (fits && (price == money / one || price == money / one / year)) return true;
    }
    return false;
}

}  // namespace provenu::drivers
