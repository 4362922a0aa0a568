#pragma once

#include <string>
#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// Decimals of an amount as committees print it: none of kr. and t.kr., one of mio. kr., two of mia. kr.
inline int decimals_of(quantity::Money money) {
    return money.exponent < 6 ? 0 : money.exponent < 9 ? 1 : 2;
}

/// What a report of one proposal speaks of, and the language it speaks.
struct Findings {
    const compile::Plan& plan;
    const evaluate::Figures& figures;
    wording::Language language;

    [[nodiscard]] quantity::Years years() const { return plan.book.axis.table; }
    [[nodiscard]] int decimals() const { return decimals_of(plan.book.money); }
    /// The last printed digit's worth.
    [[nodiscard]] double step() const { return decimals() == 0 ? 1.0 : decimals() == 1 ? 0.1 : 0.01; }
};

/// A text in the language asked for; else in the other; else `otherwise`.
std::string in_words(const model::Text& text, wording::Language language, const std::string& otherwise);

/// Says which scenario is shown, where it is another than the proposal as it is: `Scenarie: Et år senere`.
void say_scenario(std::vector<Item>& items, const compile::Plan& plan, wording::Language language);

/// A definition's values of the table's years; noughts where the book has none of that name.
std::vector<double> yearly(const Findings& findings, const std::string& name);

/// Areas that have lines in a section, in the plan's order.
std::vector<model::Area> areas_of(const compile::Plan& plan, model::Section section);

/// Name of the definition of what counts of a line in an area; empty for nothing.
std::string counted_in(const compile::PlannedLine& line, const std::string& area);

std::string area_label(const Findings& findings, const std::string& id);

}  // namespace provenu::report
