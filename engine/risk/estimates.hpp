#pragma once

#include <cstdint>
#include <vector>

#include "provenu/risk/statistics.hpp"
#include "risk/sums.hpp"

namespace provenu::risk {

/// The jackknife's standard error of a statistic, from what it is without each of several equally good lots; unknown of one lot.
double jackknife_error(const std::vector<double>& without);

/// Estimates from several independent scrambles have their error by the jackknife over these; from one lot, by the formulas for
/// independent draws, which are the most it can be of even points. Of one draw the error is unknown.
Estimate mean_of(const std::vector<Moments>& replicates);
/// The error of independent draws is that of a bell curve's deviation.
Estimate deviation_of(const std::vector<Moments>& replicates);
/// Of none or all of n draws, the error is 1/(n + 1).
/// \param draws of each replicate
Estimate share_of(const std::vector<std::uint64_t>& counted, const std::vector<std::uint64_t>& draws);

/// Ranks that are wanted of a result, 1 the smallest, in rising order, and the values there.
struct OrderStatistics {
    std::vector<std::uint64_t> ranks;
    std::vector<double> values;

    /// The percentile; its error is half of what lies within a standard error of its rank, the same for all sorts of draws: the
    /// most that it can be of even points. Unknown where one of these is infinite, or there are too few draws to have both.
    [[nodiscard]] Estimate percentile(double share, std::uint64_t draws) const;
};

/// The ranks that these percentiles need.
OrderStatistics wanted_of(const std::vector<double>& shares, std::uint64_t draws);

}  // namespace provenu::risk
