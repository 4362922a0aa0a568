#pragma once

#include "input/values.hpp"
#include "provenu/model/input.hpp"

namespace provenu::input {

/// An input written as a block.
struct InputDraft {
    model::Input input;
    std::optional<model::Amount> value;
    std::optional<model::Stock> stock;
    std::optional<model::Rate> rate;
};
const Fields<InputDraft>& input_fields();
const Fields<model::Rate>& rate_fields();
/// A budget written as a block.
struct BudgetDraft {
    model::Budget budget;
};
const Fields<BudgetDraft>& budget_fields();

std::vector<model::Input> read_inputs(Reading& reading, const Node& map);
std::vector<model::Budget> read_budgets(Reading& reading, const Node& map);
std::vector<Shape> inputs_shapes();
std::vector<Shape> budgets_shapes();

}  // namespace provenu::input
