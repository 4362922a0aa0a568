#include "risk/estimates.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace provenu::risk {
namespace {

Moments all_of(const std::vector<Moments>& parts) {
    Moments all;
    for (const Moments& part : parts) all = merged(all, part);
    return all;
}

double deviation_of(const Moments& moments) {
    return moments.count > 1 ? std::sqrt(moments.squares / (moments.count - 1)) : 0;
}

/// A statistic of all lots but one, each in turn.
template <class Statistic>
std::vector<double> without_each(const std::vector<Moments>& lots, Statistic statistic) {
    std::vector<double> without;
    for (std::size_t left_out = 0; left_out < lots.size(); ++left_out) {
        Moments rest;
        for (std::size_t lot = 0; lot < lots.size(); ++lot)
            if (lot != left_out) rest = merged(rest, lots[lot]);
        without.push_back(statistic(rest));
    }
    return without;
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
    bool is_whole = true;  ///< both are among the draws
};

RankRange rank_range(double share, std::uint64_t draws) {
    const std::uint64_t rank = rank_of(share, draws);
    const auto off = static_cast<std::uint64_t>(std::ceil(std::sqrt(share * (1 - share) * static_cast<double>(draws))));
    return {rank > off ? rank - off : 1, rank, std::min(rank + off, draws), rank > off && rank + off <= draws};
}

double at(const OrderStatistics& statistics, std::uint64_t rank) {
    const auto found = std::ranges::lower_bound(statistics.ranks, rank);
    return statistics.values[static_cast<std::size_t>(found - statistics.ranks.begin())];
}

}  // namespace

double jackknife_error(const std::vector<double>& without) {
    const auto count = static_cast<double>(without.size());
    if (count < 2) return unknown_error;
    double mean = 0;
    for (const double each : without) mean += each / count;
    double squares = 0;
    for (const double each : without) squares += (each - mean) * (each - mean);
    return std::sqrt(squares * (count - 1) / count);
}

Estimate mean_of(const std::vector<Moments>& replicates) {
    const Moments all = all_of(replicates);
    if (all.count < 2) return {all.mean, unknown_error};
    if (replicates.size() == 1) return {all.mean, deviation_of(all) / std::sqrt(all.count)};
    return {all.mean, jackknife_error(without_each(replicates, [](const Moments& rest) { return rest.mean; }))};
}

Estimate deviation_of(const std::vector<Moments>& replicates) {
    const Moments all = all_of(replicates);
    const double deviation = deviation_of(all);
    if (all.count < 2) return {deviation, unknown_error};
    if (replicates.size() == 1) return {deviation, deviation / std::sqrt(2 * all.count)};
    return {deviation, jackknife_error(without_each(replicates, [](const Moments& rest) { return deviation_of(rest); }))};
}

Estimate share_of(const std::vector<std::uint64_t>& counted, const std::vector<std::uint64_t>& draws) {
    const auto hits = std::accumulate(counted.begin(), counted.end(), std::uint64_t{0});
    const auto all = std::accumulate(draws.begin(), draws.end(), std::uint64_t{0});
    const double share = static_cast<double>(hits) / static_cast<double>(all);
    if (hits == 0 || hits == all) return {share, 1 / static_cast<double>(all + 1)};
    if (draws.size() == 1) return {share, std::sqrt(share * (1 - share) / static_cast<double>(all))};
    std::vector<double> without;
    for (std::size_t r = 0; r < counted.size(); ++r)
        without.push_back(static_cast<double>(hits - counted[r]) / static_cast<double>(all - draws[r]));
    return {share, jackknife_error(without)};
}

Estimate OrderStatistics::percentile(double share, std::uint64_t draws) const {
    const RankRange range = rank_range(share, draws);
    const double apart = at(*this, range.high) - at(*this, range.low);
    return {at(*this, range.middle), range.is_whole && std::isfinite(apart) ? apart / 2 : unknown_error};
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
