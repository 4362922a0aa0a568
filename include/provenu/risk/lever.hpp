#pragma once

#include <string>
#include <vector>

#include "provenu/model/proposal.hpp"

namespace provenu::risk {

/// What an analysis turns: the value of an input as it is written, or a factor on a series, a stock, a line or several lines.
struct Lever {
    enum class What { value, factor };
    std::string id;          ///< of the input or line; or `savings`, `recurring`, for all of them together
    std::string definition;  ///< of the scalar to be drawn, in the book of the levered proposal
    What what = What::value;
    model::Text label;  ///< of what it turns; may be empty
};

/// A proposal whose levers are scalar inputs of it: a value as written, factors at 1. Its figures are those of the proposal.
struct Levered {
    model::Proposal proposal;
    std::vector<Lever> levers;
};

/// Everything that can be turned: every input, line and handover, and `savings` (all savings and income), `recurring` (the net
/// recurring effect).
std::vector<std::string> levers_of(const model::Proposal& proposal);

/// Puts levers on these, in their order; an id that is none of `levers_of` is our bug.
Levered with_levers(const model::Proposal& proposal, const std::vector<std::string>& ids);

}  // namespace provenu::risk
