#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "provenu/chance/design.hpp"
#include "provenu/risk/measure.hpp"
#include "provenu/risk/simulate.hpp"
#include "provenu/risk/statistics.hpp"
#include "provenu/risk/uncertain.hpp"

namespace provenu::risk {

/// Any function of drawn inputs, in blocks of at most chance::block_size draws.
struct Function {
    std::size_t results = 1;
    /// One array of `count` values for each input and each result; threads have their own number, below Effort::threads.
    std::function<void(int thread, std::span<const double* const> inputs, std::span<double* const> results, int count)> run;
};

/// Positions of inputs that vary as one, because the same number picks the values of all.
using Factor = std::vector<std::size_t>;

/// Marginals of the same stream are one factor; in the order of the first of each.
std::vector<Factor> factors_of(const std::vector<chance::Marginal>& marginals);

/// Sobol's indices of one factor, as shares of the result's variance.
struct SobolIndex {
    Estimate first_order;  ///< what would go on average, were the factor known
    Estimate total;        ///< what would be left on average, were all others known
};

/// Where the variance of a result is from.
struct Decomposition {
    Estimate variance;
    std::vector<SobolIndex> factors;  ///< noughts where the variance is
};

/// Scrambles of the points that indices are estimated by: enough to tell their error.
inline constexpr int scrambles = 8;

/// What is drawn to estimate indices: (factors + 2) x points values of the function.
struct Probing {
    std::uint64_t seed = 1;
    std::uint64_t points = std::uint64_t{1} << 14;
};

/// Sobol's indices of independent factors by results: first order after Saltelli et al. (2010), total after Jansen (1999). Both
/// matrices of points are halves of one Sobol sequence of twice the dimension; errors are the jackknife's over its independent
/// scrambles (up to eight, of 1,024 points or more).
std::vector<Decomposition> sobol_indices(const Function& function, const std::vector<chance::Marginal>& marginals,
                                         const Probing& probing, const Effort& effort);

/// Inputs beyond which Shapley effects take too long: each set of inputs is looked at.
inline constexpr std::size_t most_shapley = 8;

/// Shapley effects of correlated factors (Owen 2014; Song, Nelson and Staum 2016) by result, as shares of variance that sum to 1:
/// each factor's part in what is explained, on average over the orders in which factors become known. What a set of factors
/// explains is found by drawing the others anew given the set (Gaussian copula), for all sets.
/// \param sample its method is not used; at most `most_shapley` factors
std::vector<std::vector<Estimate>> shapley_effects(const Function& function, const chance::Sample& sample, const Effort& effort);

/// What one factor has to do with one result.
struct Influence {
    double share =
        0;  ///< of the variance, 0..1: the first-order index, or the Shapley effect; with the interaction they sum to 1
    Estimate first_order;  ///< of independent inputs
    Estimate total;
    Estimate shapley;  ///< of correlated inputs
    Estimate spearman;
};

/// Where the uncertainty of one measure is from.
struct Influences {
    Measure measure;
    bool exact = false;      ///< indices from the moments of the inputs, the measure being a polynomial in them
    double interaction = 0;  ///< share that no factor has alone
    std::vector<Influence> factors;
};

/// How uncertainty is shared out: by Sobol's indices where inputs are independent; else by Shapley effects; where there are too
/// many inputs for that, not at all, and rank correlations are what is left.
enum class Sharing { sobol, shapley, none };

struct WhichInput {
    Sharing sharing = Sharing::sobol;
    std::vector<Factor> factors;       ///< positions in Uncertainty::inputs
    Probing probing;                   ///< of what is estimated
    std::uint64_t ranked = 0;          ///< draws that are ranked
    int years = 0;                     ///< payback counts for at least 0 and at most these, the years of the table
    bool valueless = false;            ///< at some point a formula divided by zero or grew out of all bounds: no figure is right
    std::vector<Influences> measures;  ///< present value first, balance at the end, payback in total and of service, net by year
};

/// How many draws are ranked at most.
inline constexpr std::uint64_t most_ranked = 65'536;

/// Which of the uncertain inputs matters, to each measure.
/// \param drawing what the rank correlations are of; the seed also of what is estimated
WhichInput which_input(const Uncertainty& proposal, const Drawing& drawing, const Effort& effort);

}  // namespace provenu::risk
