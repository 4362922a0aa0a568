#pragma once

#include "input/values.hpp"
#include "provenu/model/drivers.hpp"

namespace provenu::input {

const Fields<model::Drivers>& drivers_fields();
const Fields<model::Driver>& driver_fields();
const Fields<model::Labelled>& driver_area_fields();
const Fields<model::Labelled>& driver_revision_fields();
const Fields<model::Level>& driver_budget_fields();  ///< both keys needed
const Fields<model::Level>& driver_level_fields();
const Fields<model::Driver>& driver_expected_fields();
const Fields<model::SoFar>& driver_so_far_fields();

}  // namespace provenu::input
