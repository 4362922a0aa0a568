#pragma once

#include <string>
#include <vector>

#include "provenu/quantity/time.hpp"
#include "provenu/quantity/unit.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// How a frame stands in the years of a table, whether one proposal draws on it or many.
struct FrameStanding {
    quantity::Years years;
    std::vector<bool> given;      ///< by year: whether there is a limit
    std::vector<double> missing;  ///< by year, in `money`
    quantity::Money money;
};

/// Years with a limit.
std::vector<int> years_limited(const FrameStanding& frame);

/// Years with a limit that does not hold.
std::vector<int> years_missing(const FrameStanding& frame);

/// `holds in all years`, `does not hold in 2026-2027; most is missing in 2027: 150`.
std::string in_words(const FrameStanding& frame, wording::Language language);

}  // namespace provenu::report
