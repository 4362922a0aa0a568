#pragma once

#include <cstdint>
#include <vector>

#include "provenu/risk/statistics.hpp"
#include "risk/sums.hpp"

namespace provenu::risk {

/// Estimates from several independent scrambles have their error from the scatter of these; from one lot of independent draws, by
/// the formulas for such.
Estimate mean_of(const std::vector<Moments>& replicates);
/// The error of independent draws is that of a bell curve's deviation.
Estimate deviation_of(const std::vector<Moments>& replicates);
/// \param draws of each replicate
Estimate share_of(const std::vector<std::uint64_t>& counted, const std::vector<std::uint64_t>& draws);

/// Ranks that are wanted of a result, 1 the smallest, in rising order, and the values there.
struct OrderStatistics {
    std::vector<std::uint64_t> ranks;
    std::vector<double> values;

    /// The percentile; its error is half of what lies within a standard error of its rank, the same for all sorts of draws: that
    /// of even points is smaller.
    [[nodiscard]] Estimate percentile(double share, std::uint64_t draws) const;
};

/// The ranks that these percentiles need.
OrderStatistics wanted_of(const std::vector<double>& shares, std::uint64_t draws);

}  // namespace provenu::risk
