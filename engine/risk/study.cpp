#include "risk/study.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "risk/adding.hpp"
#include "risk/estimates.hpp"
#include "risk/ordering.hpp"
#include "risk/passage.hpp"

namespace provenu::risk {
namespace {

/// Shares of draws between which a histogram has its bars.
constexpr double first_bar = 0.005;
constexpr double last_bar = 0.995;
constexpr double infinite = std::numeric_limits<double>::infinity();

Moments moments_of(std::span<const double> values, const Loops& loops) {
    const auto count = static_cast<double>(values.size());
    const double mean = values.front() + loops.sum(values, values.front()) / count;  // equal values: no rounding
    return {count, mean, loops.squares(values, mean)};
}

std::vector<double> shares_needed(const Asked& asked) {
    std::vector<double> shares = asked.percentiles;
    for (const double worst : asked.worst_shares) shares.push_back(1 - worst);
    if (asked.bars > 0) shares.insert(shares.end(), {first_bar, last_bar});
    return shares;
}

/// One study under way.
class Study {
 public:
    Study(const Source& source, const std::vector<Asked>& asked, const Effort& effort)
        : source_(source), asked_(asked), effort_(effort), loops_(loops(effort.instructions)), passage_(source, effort) {
        const auto replicates = static_cast<std::uint64_t>(source.replicates());
        draws_of_replicate_.assign(replicates, 0);
        for (std::uint64_t block = 0; block < source.blocks(); ++block)
            draws_of_replicate_[block % replicates] += static_cast<std::uint64_t>(source.count(block));
        for (const Asked& each : asked) statistics_.push_back(wanted_of(shares_needed(each), source.draws()));
        answers_.resize(asked.size());
    }

    std::vector<Answer> run() {
        count_and_order();
        for (std::size_t result = 0; result < asked_.size(); ++result)
            for (const double share : asked_[result].percentiles)
                answers_[result].percentiles.push_back(percentile(result, share));
        if (std::ranges::any_of(asked_, [](const Asked& each) { return each.bars > 0 || !each.worst_shares.empty(); }))
            look_at_tails_and_bars();
        return std::move(answers_);
    }

 private:
    [[nodiscard]] Estimate percentile(std::size_t result, double share) const {
        return statistics_[result].percentile(share, source_.draws());
    }

    void count_and_order() {
        std::size_t thresholds = 0;
        for (const Asked& each : asked_) thresholds += each.thresholds.size();
        Adding adding(source_, effort_, asked_.size(), thresholds);
        const Visitor visitor{[&](int thread, std::uint64_t block, Results results, int count) {
                                  add(adding, {thread, block}, results, static_cast<std::size_t>(count));
                              },
                              [&](int thread, std::uint64_t lot) { adding.end_lot(thread, lot); }};
        order(passage_, visitor, source_, effort_, statistics_);
        adding.close();
        std::size_t threshold = 0;
        for (std::size_t result = 0; result < asked_.size(); ++result) {
            if (asked_[result].moments) {
                answers_[result].mean = mean_of(adding.moments(result));
                answers_[result].deviation = deviation_of(adding.moments(result));
            }
            for (std::size_t i = 0; i < asked_[result].thresholds.size(); ++i)
                answers_[result].at_most.push_back(share_of(adding.counts(threshold++), draws_of_replicate_));
        }
    }

    void add(Adding& adding, Adding::At at, Results results, std::size_t count) const {
        std::size_t threshold = 0;
        for (std::size_t result = 0; result < asked_.size(); ++result) {
            const std::span<const double> values(results[result], count);
            if (asked_[result].moments) {
                const Moments own = moments_of(values, loops_);
                if (!std::isfinite(own.mean)) throw NotANumber{};
                Moments& moments = adding.moments(at, result);
                moments = merged(moments, own);
            } else if (!asked_[result].percentiles.empty() && loops_.count_at_most(values, infinite) != count) {
                throw NotANumber{};
            }
            for (const double most : asked_[result].thresholds)
                adding.counts(at, threshold++) += loops_.count_at_most(values, most);
        }
    }

    /// What lies beyond a percentile, and how many draws fall in each bar, can be told once the percentiles are known.
    void look_at_tails_and_bars();

    const Source& source_;
    const std::vector<Asked>& asked_;
    const Effort& effort_;
    const Loops& loops_;
    Passage passage_;
    std::vector<std::uint64_t> draws_of_replicate_;
    std::vector<OrderStatistics> statistics_;
    std::vector<Answer> answers_;
};

/// A worst share of a result, or its bars.
struct Tail {
    std::size_t result = 0;
    double share = 0;
    double above = 0;
};
struct Bars {
    std::size_t result = 0;
    Scale scale;
};

/// Bars about as many as asked for, whose edges are round numbers, so that nought is one of them; one bar where all is alike.
Histogram laid_out(double low, double high, int bars) {
    if (!(high > low)) return {low, high, std::vector<std::uint64_t>(1)};
    const double exact = (high - low) / bars;
    const double power = std::pow(10.0, std::floor(std::log10(exact)));
    const double step = power * (exact <= 1.5 * power ? 1 : exact <= 3.5 * power ? 2 : exact <= 7.5 * power ? 5 : 10);
    const double first = std::floor(low / step);
    const double last = std::ceil(high / step);
    return {first * step, last * step, std::vector<std::uint64_t>(static_cast<std::size_t>(last - first))};
}

Scale scale_of(const Histogram& histogram) {
    const auto bins = static_cast<int>(histogram.counts.size());
    const double width = histogram.high - histogram.low;
    return {histogram.low, width > 0 ? bins / width : 0, bins};
}

void Study::look_at_tails_and_bars() {
    std::vector<Tail> tails;
    std::vector<Bars> bars;
    std::size_t bars_in_all = 0;
    for (std::size_t result = 0; result < asked_.size(); ++result) {
        for (const double share : asked_[result].worst_shares)
            tails.push_back({result, share, percentile(result, 1 - share).value});
        if (asked_[result].bars == 0) continue;
        Histogram& histogram = answers_[result].histogram;
        histogram = laid_out(percentile(result, first_bar).value, percentile(result, last_bar).value, asked_[result].bars);
        bars.push_back({result, scale_of(histogram)});
        bars_in_all += histogram.counts.size();
    }
    Adding adding(source_, effort_, tails.size(), bars_in_all);
    const auto visit = [&](int thread, std::uint64_t block, Results results, int count) {
        double excess[chance::block_size];
        std::int32_t bar_of[chance::block_size];
        for (std::size_t i = 0; i < tails.size(); ++i) {
            const std::span<const double> values(results[tails[i].result], static_cast<std::size_t>(count));
            loops_.excess(values, tails[i].above, excess);
            Moments& moments = adding.moments({thread, block}, i);
            moments = merged(moments, moments_of({excess, values.size()}, loops_));
        }
        std::size_t first = 0;
        for (const Bars& each : bars) {
            loops_.bins({results[each.result], static_cast<std::size_t>(count)}, each.scale, bar_of);
            for (int i = 0; i < count; ++i) ++adding.counts({thread, block}, first + static_cast<std::size_t>(bar_of[i]));
            first += static_cast<std::size_t>(each.scale.bins);
        }
    };
    passage_.run(0, passage_.lots(), {visit, [&](int thread, std::uint64_t lot) { adding.end_lot(thread, lot); }});
    adding.close();
    for (std::size_t i = 0; i < tails.size(); ++i) {
        const Estimate beyond = mean_of(adding.moments(i));
        answers_[tails[i].result].worst_means.push_back(
            {tails[i].above + beyond.value / tails[i].share, beyond.error / tails[i].share});
    }
    std::size_t next = 0;
    for (const Bars& each : bars)
        for (std::uint64_t& count : answers_[each.result].histogram.counts)
            for (const std::uint64_t counted : adding.counts(next++)) count += counted;
}

}  // namespace

std::vector<Answer> study(const Source& source, const std::vector<Asked>& asked, const Effort& effort) {
    return Study(source, asked, effort).run();
}

}  // namespace provenu::risk
