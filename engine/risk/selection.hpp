#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "provenu/processor/instructions.hpp"
#include "risk/loops.hpp"

namespace provenu::risk {

/// Exact order statistics of values that are all at hand: counted in bins, and only the bins with wanted ranks put in order.
/// \param ranks 1 the smallest, in rising order
std::vector<double> select(std::span<const double> values, const std::vector<std::uint64_t>& ranks, const Loops& loops);

/// Exact order statistics of more draws than are kept: the smallest, second smallest ... of a result.
///
/// Draws are counted in bins; those of the bins in which the wanted ranks will lie, as far as the draws seen so far tell, are
/// kept. Rarely a rank lies elsewhere in the end, or too many draws are alike to be kept: then all draws are gone through once
/// more, with finer bins in the place of that one.
class Selection {
 public:
    /// What one thread has counted and kept.
    struct Worker {
        std::vector<std::uint32_t> counts;
        std::vector<double> kept;
        std::size_t used = 0;       ///< of `kept`
        std::uint64_t at_once = 0;  ///< draws that are -inf
        std::uint64_t never = 0;    ///< draws that are +inf
    };

    /// \param ranks wanted, 1 the smallest, in rising order
    /// \param room how many draws may be kept
    Selection(std::vector<std::uint64_t> ranks, std::uint64_t draws, std::size_t room);

    /// Lays the bins out over the draws of a first look, which are counted like the others afterwards.
    void begin(std::span<const double> first, const Loops& loops);
    [[nodiscard]] Worker worker() const;
    /// Counts the values of a block. Threads call it side by side, each with its own worker.
    void add(Worker& worker, std::span<const double> values, const Loops& loops) const;
    /// Takes over what the workers have, and narrows what is kept from now on. \param seen draws counted so far
    void end_round(std::span<Worker> workers, std::uint64_t seen, std::uint64_t next_round);

    /// Finds the ranks among what was kept; whether all were found.
    bool finish();
    /// Values by rank, once finished.
    [[nodiscard]] const std::vector<double>& values() const { return values_; }

    /// Further looks at all draws, for as long as `finish` or `end_look` say that ranks are missing.
    void look(std::span<const double> values, const Loops& loops);
    bool end_look();

 private:
    /// The draws that fall in one bin of each of some scales, the later ones finer.
    struct Window {
        std::vector<std::pair<Scale, int>> path;
        std::uint64_t below = 0;           ///< draws under it
        std::vector<std::uint64_t> ranks;  ///< wanted in it
        bool keeps = false;                ///< few enough to be kept; else they are counted in finer bins
        std::vector<double> kept;
        std::optional<Scale> finer;  ///< once it is known between which values they lie
        std::vector<std::uint64_t> counts;
        double least = 0;
        double most = 0;
    };

    /// First and last bin in which a rank of all draws will lie, as far as those seen tell.
    [[nodiscard]] std::pair<int, int> bracket(std::uint64_t rank, const std::vector<std::uint64_t>& until) const;
    [[nodiscard]] std::vector<std::uint8_t> flags(std::uint64_t seen, std::uint64_t next_round) const;
    void look(double value);
    [[nodiscard]] bool awaits_look();
    void settle(std::uint64_t rank, double value);
    void settle_among(std::vector<double>& kept, std::uint64_t below, const std::vector<std::uint64_t>& ranks);
    [[nodiscard]] Window window(std::vector<std::pair<Scale, int>> path, std::uint64_t below, std::uint64_t inside,
                                std::vector<std::uint64_t> ranks) const;
    void split(const Window& window, std::vector<Window>& out) const;

    std::vector<std::uint64_t> ranks_;
    std::vector<double> values_;
    std::uint64_t draws_ = 0;
    std::size_t room_ = 0;
    Scale scale_;
    std::vector<std::uint64_t> counts_;
    std::vector<std::uint8_t> flagged_;
    std::vector<double> kept_;
    std::uint64_t at_once_ = 0;
    std::uint64_t never_ = 0;
    std::vector<Window> windows_;
    std::vector<std::uint8_t> windowed_;  ///< bins in which windows lie
};

}  // namespace provenu::risk
