#pragma once

#include "provenu/report/document.hpp"
#include "provenu/risk/simulate.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// What a simulation draws, and from where: each quantity with its distribution in words and its quantiles, the rank
/// correlations asked for and as they come out, seed, method and version.
Document drawn(const risk::Uncertainty& proposal, const risk::Drawing& drawing, std::string_view version,
               wording::Language language);

}  // namespace provenu::report
