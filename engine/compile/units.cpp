#include <array>
#include <cmath>
#include <functional>
#include <utility>

#include "compile/lowering.hpp"
#include "provenu/formula/program.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;
using quantity::Dimension;
using quantity::Unit;
using Mixed = std::function<void(const Unit&, const Unit&)>;

bool is_zero(const Tree& tree) {
    const auto* number = std::get_if<formula::Number>(&tree->operation);
    return number != nullptr && number->value == 0;
}

Unit power(const Unit& base, const Tree& exponent) {
    const auto* number = std::get_if<formula::Number>(&exponent->operation);
    if (number == nullptr || base.is_bare() || number->value != std::round(number->value) || std::abs(number->value) > 8)
        return base;
    Unit result;
    for (int i = 0; i < std::abs(static_cast<int>(number->value)); ++i)
        result = number->value > 0 ? result * base : result / base;
    return result;
}

/// Infers the unit of a tree; where units are mixed it calls `mixed` and has no answer.
class Inference {
 public:
    Inference(const Lowering& lowering, const formula::Book& book, Mixed mixed)
        : lowering_(lowering), book_(book), mixed_(std::move(mixed)) {}

    std::optional<Unit> unit(const Tree& tree) {
        if (const auto* number = std::get_if<formula::Number>(&tree->operation))
            return std::isnan(number->value) ? std::nullopt : std::optional(number->unit);  // not read: nothing to be wrong
        if (const auto* name = std::get_if<formula::Name>(&tree->operation)) {
            const formula::Definition* definition = book_.find(name->name);
            const bool known = definition != nullptr && !lowering_.without_unit.contains(name->name);
            return known ? std::optional(definition->unit) : std::nullopt;
        }
        if (std::holds_alternative<formula::Multiply>(tree->operation)) return product(tree);
        if (std::holds_alternative<formula::Divide>(tree->operation)) return quotient(tree);
        if (std::holds_alternative<formula::Power>(tree->operation)) return raised(tree);
        if (std::holds_alternative<formula::Overlap>(tree->operation) || std::holds_alternative<formula::Ramp>(tree->operation))
            return Unit{};
        if (std::holds_alternative<formula::Kernel>(tree->operation)) return unit(tree->operands.front());
        return alike(tree);
    }

 private:
    std::optional<Unit> product(const Tree& tree) {
        Unit result;
        for (const Tree& operand : tree->operands) {
            const auto own = unit(operand);
            if (!own) return std::nullopt;
            result = result * *own;
        }
        return result;
    }

    std::optional<Unit> quotient(const Tree& tree) {
        const auto top = unit(tree->operands[0]);
        const auto bottom = unit(tree->operands[1]);
        return top && bottom ? std::optional(*top / *bottom) : std::nullopt;
    }

    std::optional<Unit> raised(const Tree& tree) {
        const auto base = unit(tree->operands[0]);
        return base ? std::optional(power(*base, tree->operands[1])) : std::nullopt;
    }

    /// Sums, extremes and series: every operand counts the same; nought counts anything.
    std::optional<Unit> alike(const Tree& tree) {
        std::optional<Unit> common;
        for (const Tree& operand : tree->operands) {
            const auto own = unit(operand);
            if (!own) return std::nullopt;
            if (is_zero(operand) || common == own) continue;
            if (common) {
                mixed_(*common, *own);
                return std::nullopt;
            }
            common = own;
        }
        return common.value_or(Unit{});
    }

    const Lowering& lowering_;
    const formula::Book& book_;
    Mixed mixed_;
};

const Unit money = unit_of(Dimension::money);
const Unit money_a_year = money / unit_of(Dimension::year);
const Unit hours_a_year = unit_of(Dimension::hour) / unit_of(Dimension::year);

std::vector<Unit> allowed(Wants wants) {
    const Unit fte = unit_of(Dimension::fte);
    switch (wants) {
        case Wants::anything:
            return {};
        case Wants::amount_a_year:
            return {money_a_year, money, Unit{}};
        case Wants::amount_once:
            return {money, Unit{}};
        case Wants::fte:
            return {fte, Unit{}};
        case Wants::rate:
            return {money_a_year / fte, money / fte, money_a_year, money, Unit{}};
        case Wants::share:
            return {Unit{}};
        case Wants::years:
            return {unit_of(Dimension::year), Unit{}};
        case Wants::hours:
            return {hours_a_year, hours_a_year / fte, unit_of(Dimension::hour), Unit{}};
    }
    return {};
}

constexpr std::array<const char*, quantity::dimension_count> dimensions{"",     "fte",  "person", "place",
                                                                        "hour", "week", "month",  "year"};

std::string key_of(std::size_t dimension, bool many) {
    if (dimension == 0) return "{unit.money}";
    return std::string("{table.dimension.") + dimensions[dimension] + (many ? ".many}" : "}");
}

/// A unit in the reader's language: `kr./FTE/year`.
diag::Argument unit_argument(std::string argument, const Unit& unit) {
    std::string above;
    std::string below;
    for (std::size_t i = 0; i < unit.power.size(); ++i) {
        const int power = std::abs(unit.power[i]);
        const std::string exponent = power > 1 ? "^" + std::to_string(power) : "";
        if (unit.power[i] > 0) above += (above.empty() ? "" : " x ") + key_of(i, true) + exponent;
        if (unit.power[i] < 0) below += "/" + key_of(i, false) + exponent;
    }
    if (above.empty()) above = below.empty() ? "{unit.none}" : "1";
    return {std::move(argument), above + below, true};
}

/// The code of the message, which says in its own words what was wanted.
std::string code_of(Wants wants, const Unit& found) {
    const bool monthly = found == money / unit_of(Dimension::month);
    const bool months_too_many = found == money_a_year * unit_of(Dimension::month) / unit_of(Dimension::year);
    switch (wants) {
        case Wants::amount_a_year:
            return monthly ? "P423" : months_too_many ? "P415" : "P424";
        case Wants::amount_once:
            return "P425";
        case Wants::fte:
            return "P426";
        case Wants::rate:
            return "P427";
        case Wants::share:
            return "P428";
        case Wants::anything:
        case Wants::years:
        case Wants::hours:
            break;
    }
    return "P429";
}

/// The values of a series count the same, each being right in itself.
void check_series(Lowering& lowering, const Check& check, const formula::Book& book) {
    std::optional<Unit> common;
    for (const Tree& value : check.tree->operands) {
        const auto own = unit_of(lowering, value, book);
        if (!own || is_zero(value)) continue;
        if (common && *common != *own) {
            lowering.found.error("P422", check.place, {unit_argument("left", *common), unit_argument("right", *own)});
            return;
        }
        common = own;
    }
}

/// Stays and totals are one value, not one a year.
void check_shape(Lowering& lowering, const Check& check, const formula::Book& book) {
    if (check.wants != Wants::years && check.wants != Wants::amount_once) return;
    const auto shape = formula::shape_of(check.tree, [&](const std::string& each) {
        const formula::Definition* definition = book.find(each);
        return definition != nullptr ? definition->shape : formula::Shape::scalar;
    });
    if (shape == formula::Shape::yearly) lowering.found.error(check.wants == Wants::years ? "P563" : "P654", check.place);
}

void check_one(Lowering& lowering, const Check& check, const formula::Book& book) {
    if (std::holds_alternative<formula::Yearly>(check.tree->operation)) return check_series(lowering, check, book);
    check_shape(lowering, check, book);
    Inference inference(lowering, book, [&](const Unit& left, const Unit& right) {
        lowering.found.error("P422", check.place, {unit_argument("left", left), unit_argument("right", right)});
    });
    const auto found = inference.unit(check.tree);
    const std::vector<Unit> units = allowed(check.wants);
    if (!found || units.empty()) return;
    for (const Unit& unit : units)
        if (unit == *found) return;
    lowering.found.error(code_of(check.wants, *found), check.place,
                         {unit_argument("unit", *found), unit_argument("wanted", units.front())});
}

}  // namespace

std::optional<Unit> unit_of(const Lowering& lowering, const Tree& tree, const formula::Book& book) {
    return Inference(lowering, book, [](const Unit&, const Unit&) {}).unit(tree);
}

void check_units(Lowering& lowering, const formula::Book& book) {
    for (const Check& check : lowering.checks) check_one(lowering, check, book);
}

}  // namespace provenu::compile
