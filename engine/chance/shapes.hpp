#pragma once

#include <vector>

#include "provenu/chance/distribution.hpp"

namespace provenu::chance {

/// A probability and what it lacks of 1: near 1 only the lack is exact.
struct Probability {
    double below = 0;
    double above = 1;
};

/// The parameters of the beta distribution that a PERT range is, scaled to 0..1.
struct BetaShape {
    double a = 1;
    double b = 1;
};
BetaShape beta_shape(const Pert& pert);

/// What is left of a shape between `least` and `most`: the probability below, above and within.
struct Cut {
    double below = 0;
    double above = 0;
    double within = 1;
};
Cut cut(const Distribution& distribution);

/// The probability under the whole shape that belongs to `p` within the cut.
Probability uncut(const Cut& cut, Probability p);

/// Of a shape without regard to what it is cut off at. Discrete and empirical shapes have no density.
Probability cumulative(const Shape& shape, double value);
double quantile(const Shape& shape, Probability p);
double density(const Shape& shape, double value);
double quantile(const Distribution& distribution, Probability p);

struct Step {
    double value = 0;
    double probability = 0;
};
/// The values of a discrete or empirical distribution between `least` and `most`, ascending, each once; empty for another.
std::vector<Step> steps(const Distribution& distribution);

/// The observed values between `least` and `most`, in their order.
std::vector<double> observed(const Distribution& distribution);

/// The lowest and the highest value it can take; infinite where there is none.
struct Support {
    double low = 0;
    double high = 0;
};
Support support(const Distribution& distribution);

}  // namespace provenu::chance
