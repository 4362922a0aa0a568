#pragma once

#include "provenu/model/proposal.hpp"

namespace provenu::whatif {

/// The grade of the evidence behind a line: its own, else the weakest among the inputs that its amounts name, directly or through
/// other inputs, or through a line it takes a share of. The weakest is the one that takes most off effects, then the one that
/// adds most to costs. None where nothing is graded, or by grades that the policies do not have.
const model::Grade* grade_of(const model::Proposal& proposal, const model::Line& line);

}  // namespace provenu::whatif
