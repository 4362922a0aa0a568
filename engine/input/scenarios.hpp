#pragma once

#include "input/values.hpp"
#include "provenu/model/scenario.hpp"

namespace provenu::input {

/// A change as written: one key that says what it does, and those that go with it.
struct ChangeDraft {
    const Node* to = nullptr;
    std::optional<model::Value> by;
    std::optional<Placed<int>> months;
    std::vector<model::Alteration> alterations;
};
const Fields<ChangeDraft>& change_fields();
const Fields<model::Selector>& selector_fields();
const Fields<model::Scenario>& scenario_fields();
const Fields<model::ScenarioFile>& scenario_file_fields();

/// `anchoring`, or `{kind: saving, area: service}`.
model::Selector read_selector(Reading& reading, const Node& node);

}  // namespace provenu::input
