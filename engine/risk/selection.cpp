#include "risk/selection.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "provenu/diag/bug.hpp"

namespace provenu::risk {
namespace {

constexpr int most_bins = 4096;
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double greatest = std::numeric_limits<double>::max();

/// So many standard errors around where a rank is expected are kept.
constexpr double caution = 6;

/// How many bins, for ranks among so many draws.
struct Bins {
    int count = 0;
    double of = 0;
};

/// Bins over all finite values, with one to spare on each side.
Scale scale_over(double least, double most, int bins = most_bins) {
    const double width = most - least;
    if (!(width > 0)) return {least - 1.5, 1, 3};  // all alike
    return {least - width / (bins - 3), (bins - 3) / width, bins};
}

/// Bins over the part of the values in which the ranks lie, with a margin; by as many of the values as tell it well.
Scale scale_for(std::span<const double> values, const std::vector<std::uint64_t>& ranks, Bins wanted) {
    const double lowest = static_cast<double>(ranks.front()) / wanted.of;
    const double highest = static_cast<double>(ranks.back()) / wanted.of;
    constexpr double beyond = 24;  // of the values looked at
    const double enough = beyond / std::max(std::min(lowest, 1 - highest), beyond / static_cast<double>(values.size()));
    std::vector<double> finite;
    std::ranges::copy_if(values.first(std::min(values.size(), static_cast<std::size_t>(std::max(enough, 256.0)))),
                         std::back_inserter(finite), [](double value) { return std::isfinite(value); });
    if (finite.empty()) return scale_over(0, 0);
    const auto at = [&finite](double share) {
        const auto position = finite.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(finite.size() - 1));
        std::nth_element(finite.begin(), position, finite.end());
        return *position;
    };
    const double least = at(lowest / 4);
    return scale_over(least, at(1 - (1 - highest) / 4), wanted.count);
}

/// The bin that holds a rank, and how many draws are in the bins below it.
std::pair<int, std::uint64_t> bin_of(const std::vector<std::uint64_t>& counts, std::uint64_t rank) {
    std::uint64_t below = 0;
    for (std::size_t bin = 0; bin < counts.size(); ++bin) {
        if (below + counts[bin] >= rank) return {static_cast<int>(bin), below};
        below += counts[bin];
    }
    return {static_cast<int>(counts.size()) - 1, below};
}

bool falls_in(const std::vector<std::pair<Scale, int>>& path, double value) {
    return std::isfinite(value) &&
           std::ranges::all_of(path, [value](const auto& step) { return step.first.bin(value) == step.second; });
}

/// Where wanted ranks lie among the values of their bins alone, bin after bin.
struct Places {
    struct Place {
        std::size_t first = 0;  ///< of the values in the same bin
        std::size_t at = 0;
        std::size_t last = 0;  ///< one beyond
    };
    std::vector<Place> of_ranks;
    std::vector<std::uint8_t> wanted;  ///< of each bin, 1 or 0
    std::vector<std::size_t> first;    ///< of each wanted bin
    std::size_t kept = 0;
};

Places places_of(const std::vector<std::uint64_t>& ranks, const std::vector<std::uint32_t>& counts) {
    Places places{{}, std::vector<std::uint8_t>(counts.size(), 0), std::vector<std::size_t>(counts.size(), 0)};
    std::uint64_t below = 0;
    auto rank = ranks.begin();
    for (std::size_t bin = 0; bin < counts.size() && rank != ranks.end(); below += counts[bin++]) {
        if (*rank > below + counts[bin]) continue;
        places.wanted[bin] = 1;
        places.first[bin] = places.kept;
        for (; rank != ranks.end() && *rank <= below + counts[bin]; ++rank)
            places.of_ranks.push_back({places.kept, places.kept + (*rank - below - 1), places.kept + counts[bin]});
        places.kept += counts[bin];
    }
    return places;
}

/// The values of the wanted bins, bin after bin.
std::vector<double> kept_at(const Places& places, std::span<const double> values, const std::vector<std::int32_t>& bins) {
    std::vector<std::uint32_t> which(values.size() + 1);
    std::size_t count = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {  // without a branch, which could not be foreseen
        which[count] = static_cast<std::uint32_t>(i);
        count += places.wanted[static_cast<std::size_t>(bins[i])];
    }
    std::vector<double> kept(places.kept);
    std::vector<std::size_t> next = places.first;
    for (std::size_t i = 0; i < count; ++i) kept[next[static_cast<std::size_t>(bins[which[i]])]++] = values[which[i]];
    return kept;
}

}  // namespace

std::vector<double> select(std::span<const double> values, const std::vector<std::uint64_t>& ranks, const Loops& loops) {
    if (ranks.empty()) return {};
    constexpr int few_bins = 1024;
    const Scale scale = scale_for(values, ranks, {few_bins, static_cast<double>(values.size())});
    std::vector<std::int32_t> bins(values.size());
    loops.bins(values, scale, bins.data());
    std::vector<std::uint32_t> counts(static_cast<std::size_t>(scale.bins), 0);
    for (const std::int32_t bin : bins) ++counts[static_cast<std::size_t>(bin)];
    const Places places = places_of(ranks, counts);
    std::vector<double> kept = kept_at(places, values, bins);
    std::vector<double> found;
    for (const auto& [first, at, last] : places.of_ranks) {
        const auto position = [&kept](std::size_t place) { return kept.begin() + static_cast<std::ptrdiff_t>(place); };
        std::nth_element(position(first), position(at), position(last));
        found.push_back(kept[at]);
    }
    return found;
}

Selection::Selection(std::vector<std::uint64_t> ranks, std::uint64_t draws, std::size_t room)
    : ranks_(std::move(ranks)), values_(ranks_.size(), std::numeric_limits<double>::quiet_NaN()), draws_(draws), room_(room) {}

void Selection::begin(std::span<const double> first, const Loops& loops) {
    scale_ = scale_for(first, ranks_, {most_bins, static_cast<double>(draws_)});
    counts_.assign(static_cast<std::size_t>(scale_.bins), 0);
    std::vector<std::int32_t> bins_of(first.size());
    loops.bins(first, scale_, bins_of.data());
    for (const std::int32_t bin : bins_of) ++counts_[static_cast<std::size_t>(bin)];
    flagged_ = flags(first.size(), first.size());
    std::ranges::fill(counts_, 0);
}

Selection::Worker Selection::worker() const {
    Worker worker;
    worker.counts.assign(counts_.size(), 0);
    return worker;
}

void Selection::add(Worker& worker, std::span<const double> values, const Loops& loops) const {
    std::int32_t bins_of[1024];
    loops.bins(values, scale_, bins_of);
    worker.kept.resize(std::max(worker.kept.size(), worker.used + 1024));
    std::uint32_t* counts = worker.counts.data();
    const std::uint8_t* flagged = flagged_.data();
    double* kept = worker.kept.data();
    const std::uint32_t outside = counts[0] + counts[worker.counts.size() - 1];
    std::size_t used = worker.used;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto bin = static_cast<std::size_t>(bins_of[i]);
        ++counts[bin];
        kept[used] = values[i];
        used += flagged[bin];
    }
    worker.used = used;
    if (counts[0] + counts[worker.counts.size() - 1] == outside) return;
    worker.at_once += loops.count_at_most(values, -greatest);
    worker.never += values.size() - loops.count_at_most(values, greatest);
}

void Selection::end_round(std::span<Worker> workers, std::uint64_t seen, std::uint64_t next_round) {
    for (Worker& worker : workers) {
        for (std::size_t bin = 0; bin < counts_.size(); ++bin) counts_[bin] += std::exchange(worker.counts[bin], 0);
        kept_.insert(kept_.end(), worker.kept.begin(), worker.kept.begin() + static_cast<std::ptrdiff_t>(worker.used));
        worker.used = 0;
        at_once_ += std::exchange(worker.at_once, 0);
        never_ += std::exchange(worker.never, 0);
    }
    const std::vector<std::uint8_t> narrower = flags(seen, next_round);
    for (std::size_t bin = 0; bin < flagged_.size(); ++bin) flagged_[bin] = flagged_[bin] & narrower[bin];
    std::erase_if(kept_, [this](double value) { return flagged_[static_cast<std::size_t>(scale_.bin(value))] == 0; });
}

/// \param until how many draws seen are in each bin and those below it
std::pair<int, int> Selection::bracket(std::uint64_t rank, const std::vector<std::uint64_t>& until) const {
    const auto seen = static_cast<double>(until.back());
    const double share = static_cast<double>(rank) / static_cast<double>(draws_);
    const double off = until.back() < draws_ ? caution * std::sqrt(share * (1 - share) * seen) + caution : 0;
    const auto at = [&](double expected) {
        const auto bin = std::ranges::lower_bound(until, static_cast<std::uint64_t>(std::clamp(expected, 1.0, seen)));
        return static_cast<int>(bin - until.begin());
    };
    return {at(std::floor(share * seen - off)), at(std::ceil(share * seen + off))};
}

/// Bins in which wanted ranks will lie; none where more draws would be kept than there is room for. The first and the last bin
/// are left out: there is no end to what lies in them.
std::vector<std::uint8_t> Selection::flags(std::uint64_t seen, std::uint64_t next_round) const {
    std::vector<std::uint8_t> flagged(counts_.size(), 0);
    std::vector<std::uint64_t> until(counts_.size());
    std::partial_sum(counts_.begin(), counts_.end(), until.begin());
    for (const std::uint64_t rank : ranks_) {
        const auto [first, last] = bracket(rank, until);
        for (int bin = std::max(first, 1); bin <= std::min(last, scale_.bins - 2); ++bin)
            flagged[static_cast<std::size_t>(bin)] = 1;
    }
    std::uint64_t inside = 0;
    for (std::size_t bin = 0; bin < flagged.size(); ++bin) inside += flagged[bin] != 0 ? counts_[bin] : 0;
    const double grown = static_cast<double>(inside) * static_cast<double>(seen + next_round) / static_cast<double>(seen);
    if (grown > static_cast<double>(room_)) std::ranges::fill(flagged, 0);
    return flagged;
}

void Selection::settle(std::uint64_t rank, double value) {
    const auto found = std::ranges::find(ranks_, rank);
    values_[static_cast<std::size_t>(found - ranks_.begin())] = value;
}

void Selection::settle_among(std::vector<double>& kept, std::uint64_t below, const std::vector<std::uint64_t>& ranks) {
    for (const std::uint64_t rank : ranks) {
        const auto position = kept.begin() + static_cast<std::ptrdiff_t>(rank - below - 1);
        std::nth_element(kept.begin(), position, kept.end());
        settle(rank, *position);
    }
}

bool Selection::finish() {
    for (std::size_t i = 0; i < ranks_.size();) {
        const std::uint64_t rank = ranks_[i];
        if (rank <= at_once_ || rank > draws_ - never_) {
            values_[i++] = rank <= at_once_ ? -infinite : infinite;
            continue;
        }
        const auto [bin, below] = bin_of(counts_, rank);
        const std::uint64_t inside = counts_[static_cast<std::size_t>(bin)];
        std::vector<std::uint64_t> same;
        for (; i < ranks_.size() && ranks_[i] <= below + inside && ranks_[i] <= draws_ - never_; ++i) same.push_back(ranks_[i]);
        if (flagged_[static_cast<std::size_t>(bin)] == 0) {
            const std::uint64_t under = bin == 0 ? at_once_ : below;
            const std::uint64_t infinities = bin == 0 ? at_once_ : bin == scale_.bins - 1 ? never_ : 0;
            windows_.push_back(window({{scale_, bin}}, under, inside - infinities, std::move(same)));
            continue;
        }
        std::vector<double> kept;
        std::ranges::copy_if(kept_, std::back_inserter(kept), [this, bin = bin](double v) { return scale_.bin(v) == bin; });
        settle_among(kept, below, same);
    }
    kept_ = {};
    return !awaits_look();
}

Selection::Window Selection::window(std::vector<std::pair<Scale, int>> path, std::uint64_t below, std::uint64_t inside,
                                    std::vector<std::uint64_t> ranks) const {
    Window window;
    window.path = std::move(path);
    window.below = below;
    window.ranks = std::move(ranks);
    window.keeps = inside <= room_ / ranks_.size();
    window.least = infinite;
    window.most = -infinite;
    return window;
}

/// Most draws lie in none of the windows; the bins of the first scale, which all windows share, tell quickly.
void Selection::look(std::span<const double> values, const Loops& loops) {
    std::int32_t bins_of[1024];
    loops.bins(values, scale_, bins_of);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (windowed_[static_cast<std::size_t>(bins_of[i])] != 0) look(values[i]);
}

void Selection::look(double value) {
    for (Window& window : windows_) {
        if (!falls_in(window.path, value)) continue;
        window.least = std::min(window.least, value);
        window.most = std::max(window.most, value);
        if (window.keeps)
            window.kept.push_back(value);
        else if (window.finer)
            ++window.counts[static_cast<std::size_t>(window.finer->bin(value))];
    }
}

/// Whether ranks are missing; marks the bins in which they lie.
bool Selection::awaits_look() {
    windowed_.assign(counts_.size(), 0);
    for (const Window& window : windows_) windowed_[static_cast<std::size_t>(window.path.front().second)] = 1;
    return !windows_.empty();
}

bool Selection::end_look() {
    std::vector<Window> left;
    for (Window& window : windows_) {
        if (window.keeps) {
            settle_among(window.kept, window.below, window.ranks);
        } else if (window.least == window.most) {
            for (const std::uint64_t rank : window.ranks) settle(rank, window.least);
        } else if (window.finer) {
            split(window, left);
        } else {
            window.finer = scale_over(window.least, window.most);
            window.counts.assign(static_cast<std::size_t>(window.finer->bins), 0);
            left.push_back(std::move(window));
        }
    }
    windows_ = std::move(left);
    return !awaits_look();
}

/// The finer bins of a window in which its ranks lie.
void Selection::split(const Window& whole, std::vector<Window>& out) const {
    for (std::size_t i = 0; i < whole.ranks.size();) {
        const auto [bin, under] = bin_of(whole.counts, whole.ranks[i] - whole.below);
        const std::uint64_t inside = whole.counts[static_cast<std::size_t>(bin)];
        std::vector<std::uint64_t> same;
        for (; i < whole.ranks.size() && whole.ranks[i] <= whole.below + under + inside; ++i) same.push_back(whole.ranks[i]);
        if (same.empty()) diag::bug("a rank lies in none of the bins");  // values that are not numbers are in no bin
        auto path = whole.path;
        path.emplace_back(*whole.finer, bin);
        out.push_back(window(std::move(path), whole.below + under, inside, std::move(same)));
    }
}

}  // namespace provenu::risk
