#include "risk/ordering.hpp"

#include <algorithm>
#include <mutex>
#include <utility>

#include "risk/selection.hpp"

namespace provenu::risk {
namespace {

/// Results that are counted, not kept, each with what the threads have counted of it.
class Counting {
 public:
    Counting(const Source& source, const Effort& effort, const std::vector<OrderStatistics>& wanted)
        : source_(source), threads_(static_cast<std::size_t>(effort.threads)), loops_(loops(effort.instructions)) {
        for (std::size_t i = 0; i < wanted.size(); ++i)
            if (!wanted[i].ranks.empty()) results_.push_back(i);
        const std::size_t room = effort.room / sizeof(double) / std::max<std::size_t>(results_.size(), 1);
        for (const std::size_t result : results_) selections_.emplace_back(wanted[result].ranks, source.draws(), room);
    }

    /// Calls the visitor along with the first lot, by which the bins are laid out, and then in rounds, each as long as all
    /// before, after which less needs to be kept.
    void run(Passage& passage, const Visitor& visitor) {
        begin(passage, visitor);
        const Visitor counting{[&](int thread, std::uint64_t block, Results results, int count) {
                                   visitor.block(thread, block, results, count);
                                   add(thread, results, count);
                               },
                               visitor.lot_done};
        end_round(1, passage);
        for (std::uint64_t lot = 1; lot < passage.lots();) {
            const std::uint64_t until = std::min(2 * lot, passage.lots());
            passage.run(lot, until, counting);
            end_round(until, passage);
            lot = until;
        }
        for (Selection& selection : selections_) unfinished_.push_back(!selection.finish());
    }

    /// Goes through all draws again for as long as ranks are missing.
    void look_again(Passage& passage) {
        while (std::ranges::find(unfinished_, true) != unfinished_.end()) {
            std::mutex mutex;  // rare enough to take turns
            passage.run(0, passage.lots(), {[&](int, std::uint64_t, Results results, int count) {
                            const std::lock_guard lock(mutex);
                            for (std::size_t i = 0; i < results_.size(); ++i)
                                if (unfinished_[i])
                                    selections_[i].look({results[results_[i]], static_cast<std::size_t>(count)}, loops_);
                        }});
            for (std::size_t i = 0; i < results_.size(); ++i)
                if (unfinished_[i]) unfinished_[i] = !selections_[i].end_look();
        }
    }

    void take(std::vector<OrderStatistics>& wanted) const {
        for (std::size_t i = 0; i < results_.size(); ++i) wanted[results_[i]].values = selections_[i].values();
    }

 private:
    void begin(Passage& passage, const Visitor& visitor) {
        std::vector<std::vector<double>> first(results_.size());
        passage.run(0, 1,
                    {[&](int thread, std::uint64_t block, Results results, int count) {
                         visitor.block(thread, block, results, count);
                         for (std::size_t i = 0; i < results_.size(); ++i)
                             first[i].insert(first[i].end(), results[results_[i]], results[results_[i]] + count);
                     },
                     visitor.lot_done});
        for (std::size_t i = 0; i < results_.size(); ++i) {
            selections_[i].begin(first[i], loops_);
            workers_.emplace_back(threads_, selections_[i].worker());
            for (std::size_t at = 0; at < first[i].size(); at += chance::block_size)
                selections_[i].add(
                    workers_[i].front(),
                    std::span(first[i]).subspan(at, std::min<std::size_t>(chance::block_size, first[i].size() - at)), loops_);
        }
    }

    void add(int thread, Results results, int count) {
        for (std::size_t i = 0; i < results_.size(); ++i)
            selections_[i].add(workers_[i][static_cast<std::size_t>(thread)],
                               {results[results_[i]], static_cast<std::size_t>(count)}, loops_);
    }

    void end_round(std::uint64_t until_lot, const Passage& passage) {
        const auto draws_until = [&](std::uint64_t lot) {
            return std::min(lot * lot_blocks * chance::block_size, source_.draws());
        };
        const std::uint64_t seen = draws_until(until_lot);
        const std::uint64_t next = draws_until(std::min(2 * until_lot, passage.lots())) - seen;
        for (std::size_t i = 0; i < selections_.size(); ++i) selections_[i].end_round(workers_[i], seen, next);
    }

    const Source& source_;
    std::size_t threads_;
    const Loops& loops_;
    std::vector<std::size_t> results_;
    std::vector<Selection> selections_;
    std::vector<std::vector<Selection::Worker>> workers_;  ///< by result and thread
    std::vector<bool> unfinished_;
};

}  // namespace

void order(Passage& passage, const Visitor& visitor, const Source& source, const Effort& effort,
           std::vector<OrderStatistics>& wanted) {
    if (passage.keeps_all()) {
        passage.run(0, passage.lots(), visitor);
        for (std::size_t i = 0; i < wanted.size(); ++i)
            wanted[i].values = select(passage.kept(i), wanted[i].ranks, loops(effort.instructions));
        return;
    }
    Counting counting(source, effort, wanted);
    counting.run(passage, visitor);
    counting.look_again(passage);
    counting.take(wanted);
}

}  // namespace provenu::risk
