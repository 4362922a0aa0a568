#pragma once

#include "input/values.hpp"

namespace provenu::input {

/// A line as written: what it says itself, and its parts.
struct LineDraft {
    model::Line line;
    model::Part own;
    std::optional<diag::Place> parts;
};
const Fields<LineDraft>& line_fields();
const Fields<model::Part>& part_fields();
const Fields<model::Handover>& handover_fields();
const Fields<model::Handover::Side>& side_fields();

std::vector<model::Line> read_lines(Reading& reading, const Node& list, model::Section section);
std::vector<model::Handover> read_handovers(Reading& reading, const Node& list);

}  // namespace provenu::input
