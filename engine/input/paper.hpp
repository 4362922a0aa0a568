#pragma once

#include "input/fields.hpp"
#include "provenu/model/proposal.hpp"

namespace provenu::input {

const Fields<model::FollowUp>& follow_up_fields();
const Fields<model::RiskAssessment>& risk_fields();
const Fields<model::Hazard>& hazard_fields();
const Fields<model::Heard>& heard_fields();
const Fields<model::Administration>& administration_fields();

/// The keys of a proposal that a paper prints beside its figures.
std::vector<Field<model::Proposal>> paper_fields();

}  // namespace provenu::input
