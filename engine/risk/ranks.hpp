#pragma once

#include <vector>

#include "provenu/risk/indices.hpp"

namespace provenu::risk {

/// Ranks of values as shares of all, 0 < r < 1; equal ones share the middle of their ranks.
std::vector<double> ranks_of(const std::vector<double>& values);

/// Spearman's rank correlation of each factor with each result: by result, then factor. Of what is continuous, the uniform number
/// that picks it is its rank. Errors are those of independent draws (Bonett and Wright 2000).
std::vector<std::vector<Estimate>> rank_correlations(const Function& function, const chance::Sample& sample,
                                                     const Effort& effort);

}  // namespace provenu::risk
