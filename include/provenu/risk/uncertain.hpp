#pragma once

#include <string>
#include <vector>

#include "provenu/chance/design.hpp"
#include "provenu/chance/distribution.hpp"
#include "provenu/compile/plan.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/model/proposal.hpp"
#include "provenu/risk/lever.hpp"

namespace provenu::risk {

/// Something that carries a range, ready to be drawn.
struct Uncertain {
    Lever lever;
    chance::Marginal marginal;    ///< in the unit of the lever's definition; its stream is the input's name, proposal/line, or a
                                  ///< file of draws' own
    double base = 0;              ///< the value as the file has it, or 1
    std::string source;           ///< where the range is from: of the range, else of the input; may be empty
    diag::Place place;            ///< of the range
    bool is_percent = false;      ///< an input written as percent
    bool by_percentiles = false;  ///< the author wrote P10 and P90
    std::string file = {};        ///< of draws, as the author wrote it, and its column; empty where the range is no column
    std::string column = {};
};

/// A proposal with levers on all that carries a range, compiled, and how they vary.
struct Uncertainty {
    compile::Plan plan;
    std::vector<Uncertain> inputs;                      ///< by id
    std::vector<chance::RankCorrelation> correlations;  ///< positions in `inputs`
    std::vector<diag::Place> correlation_places;        ///< where each is stated
};

/// Whether anything of a proposal carries a range.
bool is_uncertain(const model::Proposal& proposal);

/// Levers on what carries a range, ranges as distributions of numbers, correlations checked to be possible together.
/// Impossible ranges and correlations are errors at their place.
diag::Result<Uncertainty> uncertainty_of(const model::Proposal& proposal, const compile::Choices& choices);

}  // namespace provenu::risk
