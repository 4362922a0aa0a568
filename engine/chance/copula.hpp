#pragma once

#include <Eigen/Dense>
#include <vector>

#include "provenu/chance/design.hpp"

namespace provenu::chance {

/// The Gaussian copula's parameter that gives a rank correlation, 2 sin(pi/6 r) (Pearson 1907); and back.
double parameter_of(double rank_correlation);
double rank_correlation_of(double parameter);

/// The lower triangle L, L L' = `correlations`, of a positive semidefinite matrix; what depends on what went before gets zeros.
Eigen::MatrixXd lower_factor(const Eigen::MatrixXd& correlations);

bool is_semidefinite(const Eigen::MatrixXd& correlations);

/// The nearest matrix (in the sum of squared differences) that is positive semidefinite, has ones in its diagonal and zeros where
/// `correlations` has: alternating projections with Dykstra's correction (Higham 2002).
Eigen::MatrixXd nearest(const Eigen::MatrixXd& correlations);

}  // namespace provenu::chance
