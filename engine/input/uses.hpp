#pragma once

#include <string>
#include <string_view>

#include "input/fields.hpp"
#include "input/text.hpp"
#include "provenu/model/proposal.hpp"

namespace provenu::input {

inline constexpr std::string_view standard_prefix = "std/";

/// The text of a file, or of one of the program's own: `std/NAME`. Nothing, and a finding at `asked`, where there is none.
SourcePointer load_named(const std::string& path, const diag::Place& asked, diag::Diagnostics& found);

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
