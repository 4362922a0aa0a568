#pragma once

#include <optional>
#include <vector>

#include "provenu/risk/simulate.hpp"
#include "risk/source.hpp"

namespace provenu::risk {

/// The marginals of several proposals, each once, and where each proposal's are among them.
struct Together {
    chance::Sample sample;
    /// By proposal, for each of its inputs; none where it can take one value only, which is then the one it has.
    std::vector<std::vector<std::optional<std::size_t>>> drawn;
};

/// Inputs of the same stream and the same range are one; correlations are those of all proposals.
Together together(const std::vector<const Uncertainty*>& proposals, const Drawing& drawing, processor::Instructions instructions);

/// The program of a proposal over blocks of draws. \param results wanted of it
Part part_of(const Uncertainty& proposal, const std::vector<std::optional<std::size_t>>& drawn,
             const std::vector<evaluate::Wanted>& results, processor::Instructions instructions);

}  // namespace provenu::risk
