#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "risk/source.hpp"
#include "risk/study.hpp"
#include "risk/sums.hpp"

namespace provenu::risk {

/// Sums of some lots of draws, apart by scramble, so that their scatter tells the error.
class Adding {
 public:
    /// \param moments, counts how many of them
    Adding(const Source& source, const Effort& effort, std::size_t moments, std::size_t counts)
        : replicates_(static_cast<std::size_t>(source.replicates())), moments_(moments), counts_(counts) {
        for (int thread = 0; thread < effort.threads; ++thread) lots_.push_back(empty());
    }

    /// Who adds, and which block.
    struct At {
        int thread = 0;
        std::uint64_t block = 0;
    };
    [[nodiscard]] Moments& moments(At at, std::size_t position) {
        return lots_[static_cast<std::size_t>(at.thread)].moments[at.block % replicates_ * moments_ + position];
    }
    [[nodiscard]] std::uint64_t& counts(At at, std::size_t position) {
        return lots_[static_cast<std::size_t>(at.thread)].counts[at.block % replicates_ * counts_ + position];
    }
    void end_lot(int thread, std::uint64_t lot) {
        ordered_->add(lot, std::exchange(lots_[static_cast<std::size_t>(thread)], empty()));
    }

    void close() { total_ = ordered_->total(); }
    [[nodiscard]] std::vector<Moments> moments(std::size_t position) const {
        std::vector<Moments> each;
        for (std::size_t r = 0; r < replicates_; ++r) each.push_back(total_.moments[r * moments_ + position]);
        return each;
    }
    [[nodiscard]] std::vector<std::uint64_t> counts(std::size_t position) const {
        std::vector<std::uint64_t> each;
        for (std::size_t r = 0; r < replicates_; ++r) each.push_back(total_.counts[r * counts_ + position]);
        return each;
    }

 private:
    [[nodiscard]] Sums empty() const {
        return {std::vector<Moments>(replicates_ * moments_), std::vector<std::uint64_t>(replicates_ * counts_, 0)};
    }

    std::size_t replicates_;
    std::size_t moments_;
    std::size_t counts_;
    std::vector<Sums> lots_;  ///< under way, by thread
    std::unique_ptr<Ordered> ordered_ = std::make_unique<Ordered>();
    Sums total_;
};

}  // namespace provenu::risk
