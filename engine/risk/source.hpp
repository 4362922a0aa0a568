#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "provenu/chance/design.hpp"
#include "provenu/evaluate/batch.hpp"
#include "risk/loops.hpp"

namespace provenu::risk {

/// A proposal among those that are drawn together.
struct Part {
    evaluate::Batch batch;
    std::vector<std::size_t> drawn;  ///< of each value its batch wants, the position among the sample's marginals
    std::size_t results = 0;         ///< that its batch gives
};

/// What all draws come to, block by block: the results of the parts one after the other, and sums of some of them.
class Source {
 public:
    /// \param totals positions of the results that each further result is the sum of
    Source(const chance::Sample& sample, std::vector<Part> parts, std::vector<std::vector<std::size_t>> totals);

    [[nodiscard]] std::uint64_t draws() const { return draws_; }
    [[nodiscard]] std::uint64_t blocks() const { return design_.blocks(); }
    [[nodiscard]] int replicates() const { return design_.replicates(); }
    [[nodiscard]] int count(std::uint64_t block) const { return design_.count(block); }
    [[nodiscard]] std::size_t results() const { return results_; }

    /// What one thread works on.
    struct Desk {
        std::vector<double> values;
        std::vector<double*> inputs;
        std::vector<double*> results;
        evaluate::Batch::Scratch scratch;
    };
    [[nodiscard]] Desk desk() const;

    /// Draws a block into the desk and computes its results.
    /// \param out one array of as many values as the block has draws for each result, such as the desk's own
    void draw(std::uint64_t block, Desk& desk, std::span<double* const> out) const;

 private:
    chance::Design design_;
    std::vector<Part> parts_;
    std::vector<std::vector<std::size_t>> totals_;
    const Loops& loops_;
    std::uint64_t draws_ = 0;
    std::size_t inputs_ = 0;
    std::size_t results_ = 0;
};

}  // namespace provenu::risk
