#pragma once

#include <optional>
#include <variant>
#include <vector>

namespace provenu::chance {

struct Triangular {
    double low = 0;
    double mode = 0;
    double high = 0;
    friend bool operator==(const Triangular&, const Triangular&) = default;
};

/// Beta distribution on low..high with a = 1 + shape (mode - low)/(high - low), b = 1 + shape (high - mode)/(high - low); mean
/// (low + shape mode + high)/(shape + 2).
struct Pert {
    double low = 0;
    double mode = 0;
    double high = 0;
    double shape = 4;
    friend bool operator==(const Pert&, const Pert&) = default;
};

struct Uniform {
    double low = 0;
    double high = 0;
    friend bool operator==(const Uniform&, const Uniform&) = default;
};

struct Normal {
    double mean = 0;
    double deviation = 0;
    friend bool operator==(const Normal&, const Normal&) = default;
};

/// Of a positive quantity whose logarithm is normal.
struct Lognormal {
    double mu = 0;     ///< mean of the logarithm
    double sigma = 0;  ///< deviation of the logarithm
    friend bool operator==(const Lognormal&, const Lognormal&) = default;
};

/// Some values, each with its probability; in any order.
struct Discrete {
    std::vector<double> values;
    std::vector<double> probabilities;  ///< sum 1
    friend bool operator==(const Discrete&, const Discrete&) = default;
};

/// Observed values, each as likely as the others. Their order is that of the uniform number that picks them, so that columns of
/// one file, picked by the same number, keep together what was observed together.
struct Empirical {
    std::vector<double> values;
    friend bool operator==(const Empirical&, const Empirical&) = default;
};

using Shape = std::variant<Triangular, Pert, Uniform, Normal, Lognormal, Discrete, Empirical>;

/// A shape, and what it is cut off at: drawn from the part between, by its probabilities given that it lies there.
struct Distribution {
    Shape shape;
    std::optional<double> least;
    std::optional<double> most;
    friend bool operator==(const Distribution&, const Distribution&) = default;
};

/// From the mean and deviation of the quantity itself; and from the value that it stays under in 10 % and in 90 % of all cases.
Lognormal lognormal_of_mean(double mean, double deviation);
Lognormal lognormal_of_percentiles(double p10, double p90);
Normal normal_of_percentiles(double p10, double p90);

/// The value that it stays under with probability `p` (0 < p < 1); exact to about 1e-12.
double quantile(const Distribution& distribution, double p);
/// The probability of a value of at most `value`.
double cumulative(const Distribution& distribution, double value);
double mean(const Distribution& distribution);
double deviation(const Distribution& distribution);
/// Mean of the `power`-th power (1..4).
double moment(const Distribution& distribution, int power);
/// Whether it takes few separate values (a discrete one, or fewer than 20 different ones observed), so that a rank correlation of
/// it is one of ranks with ties.
bool is_discrete(const Distribution& distribution);
/// Whether it can take one value only.
bool is_certain(const Distribution& distribution);

}  // namespace provenu::chance
