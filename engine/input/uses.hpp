#pragma once

#include <string>
#include <string_view>

#include "input/fields.hpp"
#include "provenu/model/proposal.hpp"

namespace provenu::input {

/// A path as written in a file, seen from where the program runs.
std::string beside(const std::string& using_file, std::string_view written);

/// Inputs and budgets take the place of those of the same name in other files; others go to the end.
void lay_over(std::vector<model::Input>& under, std::vector<model::Input> over);
void lay_over(std::vector<model::Budget>& under, std::vector<model::Budget> over);

/// Lays what every proposal stands on: the standard areas, payers and discount schedule.
void lay_standard(diag::Diagnostics& found, model::Proposal& proposal);

/// Lays the shared files that a proposal names, a later one over an earlier. The proposal's unit and price level are known.
void read_uses(Reading& reading, const Node& list, model::Proposal& proposal);

}  // namespace provenu::input
