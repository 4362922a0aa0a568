#pragma once

#include "input/values.hpp"

namespace provenu::input {

std::vector<model::Spell> read_periods(Reading& reading, const Node& node);
Placed<model::Profile> read_profile(Reading& reading, const Node& node);
Placed<quantity::Years> read_years(Reading& reading, const Node& node);

std::vector<Shape> period_shapes();
std::vector<Shape> profile_shapes();

/// A ramp as written: `{ramp: linear, from: 2027-01, to: 2028-12}`.
struct RampDraft {
    formula::Ramp shape = formula::Ramp::linear;
    Placed<quantity::Month> from;
    Placed<quantity::Month> to;  ///< its last month
};
const Fields<RampDraft>& ramp_fields();

}  // namespace provenu::input
