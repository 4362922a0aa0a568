#pragma once

#include <optional>
#include <vector>

#include "provenu/chance/distribution.hpp"
#include "provenu/evaluate/batch.hpp"
#include "provenu/risk/indices.hpp"

namespace provenu::risk {

/// Sobol's indices of a polynomial in independent quantities, from their moments (Sobol 1993): no draws, no errors. None where a
/// quantity stands in a higher power than the second, or where there are too many terms to go through all pairs of them.
std::optional<Decomposition> exact_indices(const evaluate::Polynomial& polynomial,
                                           const std::vector<chance::Distribution>& inputs);

}  // namespace provenu::risk
