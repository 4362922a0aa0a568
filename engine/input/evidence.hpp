#pragma once

#include "input/line.hpp"
#include "input/policy.hpp"

namespace provenu::input {

const Fields<model::Grade>& grade_fields();
const Fields<model::BiasType>& bias_type_fields();

/// `grades` and `bias_types` of a policy file.
std::vector<Field<PolicyFile>> evidence_tables();

/// `grade`, `bias_type` and `mitigation` of a line.
std::vector<Field<LineDraft>> evidence_fields();

}  // namespace provenu::input
