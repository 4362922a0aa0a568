#pragma once

#include "input/values.hpp"
#include "provenu/model/input.hpp"

namespace provenu::input {

/// A rate card.
struct RateCard {
    quantity::Money unit{3};
    Placed<int> price_level;
    std::optional<Placed<std::string>> index;  ///< of all its amounts
    std::vector<model::Input> rates;
    std::vector<model::Input> inputs;
    std::vector<model::Budget> budgets;
    std::vector<model::Correlation> correlations;
};
const Fields<RateCard>& rate_card_fields();

/// Bare numbers among a card's inputs and budgets mean the card's unit, which a proposal in another unit would read as its own.
void check_card_inputs(const RateCard& card, diag::Diagnostics& found);

}  // namespace provenu::input
