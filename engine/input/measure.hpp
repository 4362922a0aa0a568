#pragma once

#include "input/values.hpp"

namespace provenu::input {

/// What `cost:`, `saving:` or `income:` says when it is neither a value nor a series.
struct MeasureDraft {
    std::optional<model::Amount> share;
    std::optional<Placed<std::string>> of;
    std::optional<model::Amount> quantity;
    std::optional<model::Amount> price;
    std::optional<model::Staff> staff;
    std::optional<model::Total> total;
};
const Fields<MeasureDraft>& measure_fields();
const Fields<model::Priced>& priced_fields();

model::Measure read_measure(Reading& reading, const Node& node);
model::Staff read_staff(Reading& reading, const Node& node);
model::Total read_total(Reading& reading, const Node& node);

std::vector<Shape> measure_shapes();
std::vector<Shape> staff_shapes();
std::vector<Shape> total_shapes();

}  // namespace provenu::input
