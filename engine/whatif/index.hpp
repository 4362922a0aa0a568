#pragma once

#include <optional>
#include <string>

#include "provenu/model/proposal.hpp"
#include "provenu/model/scenario.hpp"

namespace provenu::whatif {

/// Lets everything that goes by one index go by another, or by the same one with other percentages.
/// \return the name that is no index, if one of them is none
std::optional<model::Placed<std::string>> replace_index(model::Proposal& proposal, const model::ReplaceIndex& change);

}  // namespace provenu::whatif
