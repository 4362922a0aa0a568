#include "risk/estimates.hpp"

#include <algorithm>
#include <cmath>

namespace provenu::risk {
namespace {

/// Standard error of the mean of equally good estimates.
double error_of(const std::vector<double>& estimates) {
    double mean = 0;
    for (const double each : estimates) mean += each / static_cast<double>(estimates.size());
    double squares = 0;
    for (const double each : estimates) squares += (each - mean) * (each - mean);
    const auto count = static_cast<double>(estimates.size());
    return std::sqrt(squares / (count * (count - 1)));
}

Moments all_of(const std::vector<Moments>& parts) {
    Moments all;
    for (const Moments& part : parts) all = merged(all, part);
    return all;
}

double deviation_of(const Moments& moments) {
    return moments.count > 1 ? std::sqrt(moments.squares / (moments.count - 1)) : 0;
}

std::uint64_t rank_of(double share, std::uint64_t draws) {
    const double exact = share * static_cast<double>(draws);
    return std::clamp(static_cast<std::uint64_t>(std::ceil(exact - 1e-9)), std::uint64_t{1}, draws);
}

/// A percentile's rank, and those a standard error of the rank below and above it.
struct RankRange {
    std::uint64_t low = 1;
    std::uint64_t middle = 1;
    std::uint64_t high = 1;
};

RankRange rank_range(double share, std::uint64_t draws) {
    const std::uint64_t rank = rank_of(share, draws);
    const auto off = static_cast<std::uint64_t>(std::ceil(std::sqrt(share * (1 - share) * static_cast<double>(draws))));
    return {rank > off ? rank - off : 1, rank, std::min(rank + off, draws)};
}

double at(const OrderStatistics& statistics, std::uint64_t rank) {
    const auto found = std::ranges::lower_bound(statistics.ranks, rank);
    return statistics.values[static_cast<std::size_t>(found - statistics.ranks.begin())];
}

}  // namespace

Estimate mean_of(const std::vector<Moments>& replicates) {
    const Moments all = all_of(replicates);
    if (replicates.size() == 1) return {all.mean, deviation_of(all) / std::sqrt(all.count)};
    std::vector<double> means;
    for (const Moments& each : replicates) means.push_back(each.mean);
    return {all.mean, error_of(means)};
}

Estimate deviation_of(const std::vector<Moments>& replicates) {
    const Moments all = all_of(replicates);
    const double deviation = deviation_of(all);
    if (replicates.size() == 1) return {deviation, deviation / std::sqrt(2 * all.count)};
    std::vector<double> deviations;
    for (const Moments& each : replicates) deviations.push_back(deviation_of(each));
    return {deviation, error_of(deviations)};
}

Estimate share_of(const std::vector<std::uint64_t>& counted, const std::vector<std::uint64_t>& draws) {
    double all = 0;
    double of = 0;
    std::vector<double> shares;
    for (std::size_t r = 0; r < counted.size(); ++r) {
        all += static_cast<double>(counted[r]);
        of += static_cast<double>(draws[r]);
        shares.push_back(static_cast<double>(counted[r]) / static_cast<double>(draws[r]));
    }
    const double share = all / of;
    return {share, shares.size() == 1 ? std::sqrt(share * (1 - share) / of) : error_of(shares)};
}

Estimate OrderStatistics::percentile(double share, std::uint64_t draws) const {
    const RankRange range = rank_range(share, draws);
    const double apart = at(*this, range.high) - at(*this, range.low);
    return {at(*this, range.middle), std::isfinite(apart) ? apart / 2 : 0};
}

OrderStatistics wanted_of(const std::vector<double>& shares, std::uint64_t draws) {
    OrderStatistics wanted;
    for (const double share : shares) {
        const RankRange range = rank_range(share, draws);
        wanted.ranks.insert(wanted.ranks.end(), {range.low, range.middle, range.high});
    }
    std::ranges::sort(wanted.ranks);
    wanted.ranks.erase(std::unique(wanted.ranks.begin(), wanted.ranks.end()), wanted.ranks.end());
    return wanted;
}

}  // namespace provenu::risk
