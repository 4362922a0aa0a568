#pragma once

#include <fmt/format.h>

#include <memory>
#include <string>

#include "provenu/diag/bug.hpp"
#include "provenu/formula/parse.hpp"
#include "provenu/formula/program.hpp"

namespace provenu::support {

/// The first character of a text that stands alone in a file.
inline diag::Place place_of(const std::string& text) {
    return {std::make_shared<const diag::Source>(diag::Source{"formula", text}), 1, 1, 1};
}

/// A formula that is known to be right.
inline formula::Tree tree(const std::string& text) {
    const auto result = formula::parse(text, place_of(text));
    if (!result.ok()) diag::bug("not a formula: " + text);
    return *result.value;
}

inline std::string bracketed(const formula::Tree& tree);

inline std::string joined(const formula::Tree& tree, const std::string& sign) {
    std::string text;
    for (const formula::Tree& operand : tree->operands) text += (text.empty() ? "" : sign) + bracketed(operand);
    return "(" + text + ")";
}

inline std::string written(const formula::Number& number) {
    const bool has_money = number.unit.of(quantity::Dimension::money) != 0;
    return fmt::format("{}{}{}{}", number.value, number.style == formula::Style::percent ? "%" : "",
                       has_money ? fmt::format(" e{}", number.money.exponent) : "",
                       number.unit.is_bare() ? "" : " " + quantity::name(number.unit));
}

/// A parsed tree with all its brackets, so that its shape can be read: `(1 + (2 * 3))`.
inline std::string bracketed(const formula::Tree& tree) {
    const formula::Operation& operation = tree->operation;
    if (const auto* number = std::get_if<formula::Number>(&operation)) return written(*number);
    if (const auto* name = std::get_if<formula::Name>(&operation)) return name->name;
    if (const auto* pick = std::get_if<formula::Pick>(&operation))
        return bracketed(tree->operands[0]) + "[" + std::to_string(pick->year) + "]";
    if (const auto* extreme = std::get_if<formula::Extreme>(&operation))
        return (*extreme == formula::Extreme::least ? "min" : "max") + joined(tree, "; ");
    if (std::holds_alternative<formula::Negate>(operation)) return "-(" + bracketed(tree->operands[0]) + ")";
    if (std::holds_alternative<formula::Add>(operation)) return joined(tree, " + ");
    if (std::holds_alternative<formula::Multiply>(operation)) return joined(tree, " * ");
    return joined(tree, std::holds_alternative<formula::Divide>(operation) ? " / " : " ^ ");
}

}  // namespace provenu::support
