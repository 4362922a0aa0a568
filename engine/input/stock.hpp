#pragma once

#include "input/values.hpp"
#include "provenu/model/input.hpp"

namespace provenu::input {

/// `{count: 10, stay: 2}`
struct InitialDraft {
    std::optional<model::Value> count;
    std::optional<model::Value> stay;
};
const Fields<InitialDraft>& initial_fields();

struct StockDraft {
    model::Stock stock;
    diag::Place until;
    std::optional<diag::Place> fade;
};
const Fields<StockDraft>& stock_fields();

model::Stock read_stock(Reading& reading, const Node& map);

}  // namespace provenu::input
