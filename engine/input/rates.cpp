#include "input/rates.hpp"

#include "input/inputs.hpp"
#include "input/policy.hpp"
#include "input/proposal.hpp"
#include "input/range.hpp"

namespace provenu::input {
namespace {

using model::Amount;
using quantity::Dimension;

/// A bare number of a rate card is money per FTE and year, in the card's unit.
void give_unit(model::Value& value, quantity::Money money) {
    const auto* number = std::get_if<formula::Number>(&value.formula->operation);
    if (number == nullptr || !number->unit.is_bare() || number->style != formula::Style::plain) return;
    const quantity::Unit unit = unit_of(Dimension::money) / unit_of(Dimension::fte) / unit_of(Dimension::year);
    value.formula = formula::number(number->value, unit, money);
}

void give_unit(Amount& amount, quantity::Money money) {
    if (auto* value = std::get_if<model::Value>(&amount)) give_unit(*value, money);
    if (auto* series = std::get_if<model::Series>(&amount)) {
        for (auto& value : series->values) give_unit(value, money);
    }
}

void read_rates(Reading& reading, const Node& map, RateCard& card) {
    card.rates = read_inputs(reading, map);
    for (auto& input : card.rates) {
        input.is_rate = true;
        if (auto* amount = std::get_if<Amount>(&input.value)) give_unit(*amount, card.unit);
        if (auto* rate = std::get_if<model::Rate>(&input.value)) give_unit(rate->pay, card.unit);
    }
}

void check_bare(const model::Value& value, diag::Diagnostics& found) {
    const auto number = literal(value);
    if (number && number->is_bare()) found.error("P607", value.place);
}

void check_bare(const Amount& amount, diag::Diagnostics& found) {
    if (const auto* value = std::get_if<model::Value>(&amount)) check_bare(*value, found);
    if (const auto* series = std::get_if<model::Series>(&amount))
        for (const auto& value : series->values) check_bare(value, found);
}

}  // namespace

const Fields<RateCard>& rate_card_fields() {
    using Card = RateCard;
    static const Fields<Card> fields("rates", [] {
        auto all = file_fields<Card>("rates");
        all.push_back(described<Card>("id", {of_form(Form::identifier)}));
        all.push_back(described<Card>("title", label_shapes()));
        all.push_back(described<Card>("source", {of_form(Form::text)}));
        all.push_back(optional<Card>("unit", {of_form(Form::money)},
                                     [](Reading& r, const Node& n, Card& c) { c.unit = read_money(r, n); }));
        all.push_back(required<Card>("price_level", {of_form(Form::year)},
                                     [](Reading& r, const Node& n, Card& c) { c.price_level = read_year(r, n); }));
        all.push_back(optional<Card>("index", {of_form(Form::identifier)},
                                     [](Reading& r, const Node& n, Card& c) { c.index = read_reference(r, n); }));
        all.push_back(optional<Card>("rates", inputs_shapes(), read_rates));
        all.push_back(
            optional<Card>("inputs", inputs_shapes(), [](Reading& r, const Node& n, Card& c) { c.inputs = read_inputs(r, n); }));
        all.push_back(optional<Card>("budgets", budgets_shapes(),
                                     [](Reading& r, const Node& n, Card& c) { c.budgets = read_budgets(r, n); }));
        all.push_back(optional<Card>("correlations", {list_of({block("correlation")})},
                                     [](Reading& r, const Node& n, Card& c) { read_correlations(r, n, c.correlations); }));
        return all;
    }());
    return fields;
}

void check_card_inputs(const RateCard& card, diag::Diagnostics& found) {
    for (const auto& input : card.inputs)
        if (const auto* amount = std::get_if<Amount>(&input.value)) check_bare(*amount, found);
    for (const auto& budget : card.budgets) check_bare(budget.amount, found);
}

}  // namespace provenu::input
