#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace provenu::risk {

/// Mean and spread of some draws, in a form that two lots of draws can be merged in.
struct Moments {
    double count = 0;
    double mean = 0;
    double squares = 0;  ///< sum of squared distances from the mean
};

/// Of both lots together (Chan, Golub and LeVeque 1983).
Moments merged(const Moments& left, const Moments& right);

/// What is added up over draws: moments of some results, and how many draws keep to some thresholds or fall in some bars.
struct Sums {
    std::vector<Moments> moments;
    std::vector<std::uint64_t> counts;
};

Sums merged(const Sums& left, const Sums& right);

/// Sums of numbered lots that arrive in any order, merged in one order only: neighbours in pairs, pairs of pairs. Few are kept
/// waiting, however many there are.
class Ordered {
 public:
    void add(std::uint64_t lot, Sums sums);
    /// All that was added, merged.
    [[nodiscard]] Sums total() const;

 private:
    std::mutex mutex_;
    std::map<std::pair<std::uint64_t, int>, Sums> waiting_;  ///< by first lot and size as a power of two
};

}  // namespace provenu::risk
