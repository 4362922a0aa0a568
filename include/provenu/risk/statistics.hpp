#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace provenu::risk {

/// A figure found by drawing, and its standard error: in two of three repetitions with other draws it moves by less.
struct Estimate {
    double value = 0;
    double error = 0;  ///< of a percentile of even points: at most so much; `unknown_error` where too little was drawn to tell
};

inline constexpr double unknown_error = std::numeric_limits<double>::quiet_NaN();
inline bool has_error(const Estimate& estimate) {
    return !std::isnan(estimate.error);
}

/// What is asked of one result over all draws.
struct Asked {
    bool moments = false;                   ///< mean and deviation; of results that are always finite
    std::vector<double> percentiles = {};   ///< shares of draws, 0 < p < 1
    std::vector<double> thresholds = {};    ///< how many draws are at most so much
    std::vector<double> worst_shares = {};  ///< mean of the highest such share of draws; of results that are always finite
    int bars = 0;                           ///< about so many in a histogram from the 0.5th to the 99.5th percentile; 0: none
};

/// Draws counted in bars of equal width, 1, 2 or 5 times a power of ten, from a multiple of it on; what lies outside is in the
/// first and the last.
struct Histogram {
    double low = 0;
    double high = 0;
    std::vector<std::uint64_t> counts;
};

/// A percentile is the smallest drawn value that at least so many draws do not exceed: always one that was drawn.
struct Answer {
    Estimate mean;
    Estimate deviation;
    std::vector<Estimate> percentiles;  ///< of infinite ones, and their neighbours, the error is unknown
    std::vector<Estimate> at_most;      ///< shares of all draws
    std::vector<Estimate> worst_means;
    Histogram histogram;
};

}  // namespace provenu::risk
