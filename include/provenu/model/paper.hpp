#pragma once

#include <optional>
#include <string>
#include <vector>

#include "provenu/model/value.hpp"

namespace provenu::model {

/// What is to be seen when the proposal has been carried out, and who looks.
struct FollowUp {
    Text target;
    Text measured_by;
    Text responsible;
    Text when;
};

/// Something that may go wrong, and what is done about it.
struct Hazard {
    Text risk;
    Text mitigation;
};

/// How sure it is that the proposal does what it says.
struct RiskAssessment {
    enum class Level { low, low_to_medium, medium, medium_to_high, high };
    std::optional<Level> level;
    Text text;
    std::vector<Hazard> risks;
};

/// Somebody who was asked before the decision.
struct Heard {
    Text who;
    Text when;
    Text says;
};

/// Which lines are administration.
struct Administration {
    std::vector<Placed<std::string>> lines;
    std::vector<Placed<std::string>> tags;  ///< all lines with one of them
    diag::Place place;
};

/// What a paper says beside its figures; all of it may be left out.
struct Paper {
    Text purpose;
    Text summary;
    std::vector<FollowUp> follow_up;
    std::optional<RiskAssessment> risk;
    std::vector<Heard> heard;
    std::optional<Administration> administration;
};

}  // namespace provenu::model
