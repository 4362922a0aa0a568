#pragma once

#include <string>
#include <vector>

#include "provenu/diag/diagnostic.hpp"
#include "provenu/model/proposal.hpp"
#include "provenu/model/scenario.hpp"

namespace provenu::whatif {

/// Which lines have been adjusted for what is not sure, so that no line is adjusted for it twice over.
struct Adjusted {
    std::vector<std::string> by_grade;
    std::vector<std::string> by_bias;
};

/// Costs of each graded line up and its effects down, by what its grade allows; every line that changes is noted.
/// \return whether any line is graded
bool be_cautious(model::Proposal& proposal, Adjusted& adjusted, diag::Diagnostics& found, const diag::Place& asked);

/// Costs of each line of a bias type up: by the upper bound, the lower, or the upper one less what is mitigated, though never
/// under the lower. Every line that changes is noted. Source of the rule: HM Treasury, supplementary Green Book guidance on
/// optimism bias.
/// \return whether any line has a type
bool allow_for_optimism(model::Proposal& proposal, model::OptimismBias::Bound bound, Adjusted& adjusted, diag::Diagnostics& found,
                        const diag::Place& asked);

}  // namespace provenu::whatif
