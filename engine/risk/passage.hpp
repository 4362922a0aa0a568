#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "risk/source.hpp"
#include "risk/study.hpp"

namespace provenu::risk {

/// Blocks that one thread goes through in a row; what they come to is added up in the order of lots.
inline constexpr std::uint64_t lot_blocks = 16;

/// Results of a block.
using Results = std::span<const double* const>;

/// Calls of one passage through the draws. Each thread has its number, below `Effort::threads`.
struct Visitor {
    std::function<void(int thread, std::uint64_t block, Results results, int count)> block;
    std::function<void(int thread, std::uint64_t lot)> lot_done = nullptr;
};

/// Goes through draws on several threads, lot by lot; keeps them for the next time where there is room.
class Passage {
 public:
    Passage(const Source& source, const Effort& effort);

    [[nodiscard]] std::uint64_t lots() const { return (source_.blocks() + lot_blocks - 1) / lot_blocks; }
    [[nodiscard]] bool keeps_all() const { return kept_ != nullptr; }
    /// Values of a result in the order of draws, where all are kept.
    [[nodiscard]] std::span<const double> kept(std::size_t result) const;

    void run(std::uint64_t first_lot, std::uint64_t until_lot, const Visitor& visitor);

 private:
    void visit(int thread, std::uint64_t lot, const Visitor& visitor);

    const Source& source_;
    const Effort& effort_;
    std::vector<Source::Desk> desks_;
    std::unique_ptr<double[]> kept_;  ///< result by result
    std::vector<bool> filled_;        ///< by lot
};

}  // namespace provenu::risk
