#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "provenu/chance/distribution.hpp"
#include "provenu/processor/instructions.hpp"

namespace provenu::chance {

/// How draws are spread: independent random numbers; or points that fill the space evenly, Sobol's sequence scrambled after Owen,
/// or Latin hypercubes.
enum class Method { sobol, random, latin };

/// An uncertain quantity. Draws of it depend on its name, not on its position among others. Two of the same stream (columns of
/// one file of draws) are picked by the same uniform number.
struct Marginal {
    std::string stream;
    Distribution distribution;
    friend bool operator==(const Marginal&, const Marginal&) = default;
};

/// Spearman's rank correlation of two marginals, by position.
struct RankCorrelation {
    std::size_t first = 0;
    std::size_t second = 0;
    double value = 0;
};

/// What to draw, and how often.
struct Sample {
    Method method = Method::sobol;
    std::uint64_t seed = 0;
    std::uint64_t draws = 0;
    std::vector<Marginal> marginals;
    std::vector<RankCorrelation> correlations;  ///< empty: independent
    processor::Instructions instructions = processor::best();
    int replicates = 0;  ///< scrambles of even points; 0: by the number of draws (see Design)
};

/// Draws in one call of `Design::fill`; they begin at a multiple of it.
inline constexpr int block_size = 1024;

/// A sample ready to be drawn from, any block at any time, from any thread, with the same bits.
///
/// Even points come as `replicates` independent scrambles, so that their error can be told: 16 of them, or 4 of fewer than 65,536
/// draws, which would not spare so many; no more than have block_size draws each. Block b belongs to scramble b % replicates, as
/// its points (b / replicates) x block_size and on. Draws of `random` do not depend on how many there are; those of `sobol` do
/// not from 4,096 to 65,535, and from 65,536 on.
class Design {
 public:
    explicit Design(const Sample& sample);
    ~Design();
    Design(Design&&) noexcept;
    Design& operator=(Design&&) noexcept;

    [[nodiscard]] int replicates() const;  ///< 1 for `random`
    [[nodiscard]] std::uint64_t blocks() const;
    [[nodiscard]] int count(std::uint64_t block) const;  ///< draws of a block: block_size, but for the last
    /// \param out one array of block_size values a marginal, in the order of `Sample::marginals`; all are written, in the last
    /// block too.
    ///        Fastest where each begins at a multiple of 64 bytes, and not all at the same place of a page of memory.
    void fill(std::uint64_t block, const std::vector<double*>& out) const;
    /// The uniform numbers behind the values, 0 < u < 1: their rank, for free. Of what is certain, 1/2.
    void fill_uniforms(std::uint64_t block, const std::vector<double*>& out) const;

 private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The correlation matrix asked for, checked.
struct Coherence {
    bool coherent = true;
    /// Where it is not: the nearest rank correlations that can be had together, for the pairs asked for, in their order.
    std::vector<double> nearest;
};

/// Whether quantities can be correlated so: the Gaussian copula's matrix 2 sin(pi/6 r) must be positive semidefinite.
Coherence check(const std::vector<RankCorrelation>& correlations);

}  // namespace provenu::chance
