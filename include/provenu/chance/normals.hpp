#pragma once

#include <memory>
#include <vector>

#include "provenu/chance/design.hpp"
#include "provenu/processor/instructions.hpp"

namespace provenu::chance {

/// Values of a quantity from standard normal numbers, as those of correlated quantities come about: F^-1(Phi(z)) by table.
class FromNormals {
 public:
    FromNormals(const Distribution& distribution, processor::Instructions instructions);
    ~FromNormals();
    FromNormals(FromNormals&&) noexcept;
    FromNormals& operator=(FromNormals&&) noexcept;

    /// Of one block; \param z, values arrays of block_size numbers each, not the same
    void fill(double* z, double* values) const;

 private:
    struct State;
    std::unique_ptr<State> state_;
};

/// How correlated standard normal numbers are drawn anew where some of them stay: number i is
/// sum over j of kept[i][j] old[j] + sum over j of fresh[i][j] independent[j].
struct Redrawing {
    std::vector<std::vector<double>> kept;
    std::vector<std::vector<double>> fresh;
};

/// By the normal distribution of the others given those that stay. Nothing stays: how they are drawn at all.
/// \param correlations rank correlations of the numbers, possible together (see check)
/// \param stays of each number
Redrawing redrawing(const std::vector<RankCorrelation>& correlations, const std::vector<bool>& stays);

}  // namespace provenu::chance
