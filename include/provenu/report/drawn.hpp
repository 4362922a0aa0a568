#pragma once

#include <string>

#include "provenu/report/document.hpp"
#include "provenu/risk/simulate.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// A proposal and how it is drawn.
struct Drawn {
    const risk::Uncertainty& proposal;
    const risk::Drawing& drawing;
    std::string scene = {};  ///< options that say under which scenario, as `run` takes them
};

/// What a simulation draws, and from where: each quantity with its distribution in words and its quantiles, the rank
/// correlations asked for and as they come out, seed, method and version.
Document drawn(const Drawn& what, std::string_view version, wording::Language language);

}  // namespace provenu::report
