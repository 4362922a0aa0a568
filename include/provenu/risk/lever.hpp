#pragma once

#include <optional>
#include <string>
#include <vector>

#include "provenu/model/proposal.hpp"

namespace provenu::risk {

/// Ids of the joint levers; an author cannot call a line or an input so.
inline constexpr const char* all_savings = "savings";      ///< savings and income of both sections, costs as planned
inline constexpr const char* all_recurring = "recurring";  ///< the net recurring effect
/// Behind the id of a line, or of `savings`: together with the lines that follow.
inline constexpr const char* followers_too = "+followers";

/// What an analysis turns: the value of an input as it is written, or a factor on a series, a stock, a line or several lines.
struct Lever {
    enum class What { value, factor };
    enum class Of { input, line, handover, joint };
    std::string id;          ///< of the input, line or handover; or a joint one
    std::string definition;  ///< of the scalar to be drawn, in the book of the levered proposal: `lever.<id>`
    What what = What::value;
    Of of = Of::input;
    model::Text label;  ///< of what it turns; may be empty
};

/// A proposal whose levers are scalar inputs of it: values as written, factors at 1. Its figures are those of the proposal.
///
/// The value of an input is in the unit of the definition that the input has in the book, and, where the author wrote it in
/// another price level than the file's, in that level.
struct Levered {
    model::Proposal proposal;
    std::vector<Lever> levers;
};

/// Whether what belongs to an option, if to one, is in the table.
bool is_taken(const model::Proposal& proposal, const std::optional<model::Placed<std::string>>& option);

/// Everything that can be turned: `savings`, `recurring`, lines, handovers (both sides) and their sides, inputs; lines of options
/// that are not included and inputs that are a month or a year are none. Lines and `savings` that others follow also with them.
std::vector<std::string> levers_of(const model::Proposal& proposal);

/// What the range of an input, a line or a handover turns: of a line or a handover, together with what follows it, as a scenario
/// that scales it does.
std::string lever_of_range(const model::Proposal& proposal, const std::string& id);

/// Puts levers on these, in their order; an id that is none of `levers_of` is our bug.
Levered with_levers(const model::Proposal& proposal, const std::vector<std::string>& ids);

}  // namespace provenu::risk
