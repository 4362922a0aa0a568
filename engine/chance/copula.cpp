#include "chance/copula.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace provenu::chance {

namespace {

/// What an eigenvalue may lie below zero by rounding.
constexpr double slack = 1e-10;

using Matrix = Eigen::MatrixXd;

/// The marginals that are named, and the matrix of the copula over them.
struct Named {
    std::map<std::size_t, Eigen::Index> place;
    Matrix matrix;
};

Named named(const std::vector<RankCorrelation>& correlations) {
    Named out;
    for (const auto& one : correlations) {
        out.place.emplace(one.first, 0);
        out.place.emplace(one.second, 0);
    }
    Eigen::Index next = 0;
    for (auto& [marginal, place] : out.place) place = next++;
    out.matrix = Matrix::Identity(next, next);
    for (const auto& one : correlations) {
        const auto row = out.place.at(one.first);
        const auto column = out.place.at(one.second);
        if (row == column) continue;
        out.matrix(row, column) = out.matrix(column, row) = parameter_of(one.value);
    }
    return out;
}

Matrix semidefinite_part(const Matrix& matrix) {
    const Eigen::SelfAdjointEigenSolver<Matrix> solved(matrix);
    return solved.eigenvectors() * solved.eigenvalues().cwiseMax(0).asDiagonal() * solved.eigenvectors().transpose();
}

std::vector<RankCorrelation> shrunk(const std::vector<RankCorrelation>& asked, const Named& near, double share) {
    constexpr double digits = 1000;
    auto out = asked;
    for (auto& one : out) {
        const double parameter = near.matrix(near.place.at(one.first), near.place.at(one.second));
        one.value = std::round(rank_correlation_of(parameter * (1 - share)) * digits) / digits;
    }
    return out;
}

bool in_range(const std::vector<RankCorrelation>& correlations) {
    return std::all_of(correlations.begin(), correlations.end(), [](const auto& one) { return std::abs(one.value) <= 1; });
}

}  // namespace

double parameter_of(double rank_correlation) {
    if (std::abs(rank_correlation) >= 1) return rank_correlation > 0 ? 1 : -1;
    return 2 * std::sin(std::numbers::pi / 6 * rank_correlation);
}

double rank_correlation_of(double parameter) {
    return 6 / std::numbers::pi * std::asin(std::clamp(parameter, -1.0, 1.0) / 2);
}

Matrix lower_factor(const Matrix& correlations) {
    constexpr double nothing = 1e-9;
    const auto size = correlations.rows();
    Matrix lower = Matrix::Zero(size, size);
    for (Eigen::Index column = 0; column < size; ++column) {
        const double left = correlations(column, column) - lower.row(column).head(column).squaredNorm();
        if (left <= nothing) continue;
        lower(column, column) = std::sqrt(left);
        for (Eigen::Index row = column + 1; row < size; ++row) {
            const double shared = lower.row(row).head(column).dot(lower.row(column).head(column));
            lower(row, column) = (correlations(row, column) - shared) / lower(column, column);
        }
    }
    for (Eigen::Index row = 0; row < size; ++row) lower.row(row).normalize();
    return lower;
}

bool is_semidefinite(const Matrix& correlations) {
    const Eigen::SelfAdjointEigenSolver<Matrix> solved(correlations, Eigen::EigenvaluesOnly);
    return correlations.rows() == 0 || solved.eigenvalues().minCoeff() >= -slack;
}

Matrix nearest(const Matrix& correlations) {
    constexpr int most_rounds = 10000;
    constexpr double close = 1e-9;
    const auto fixed = (correlations.array() == 0).eval();
    Matrix near = correlations;
    Matrix correction = Matrix::Zero(near.rows(), near.cols());
    for (int round = 0; round < most_rounds; ++round) {
        const Matrix corrected = near - correction;
        const Matrix positive = semidefinite_part(corrected);
        correction = positive - corrected;
        Matrix next = fixed.select(Matrix::Zero(near.rows(), near.cols()), positive);
        next.diagonal().setOnes();
        const double moved = (next - near).cwiseAbs().maxCoeff();
        near = next;
        if (moved < close) break;
    }
    return near;
}

Coherence check(const std::vector<RankCorrelation>& correlations) {
    const auto asked = named(correlations);
    if (in_range(correlations) && is_semidefinite(asked.matrix)) return {};
    const Named near{asked.place, nearest(asked.matrix)};
    Coherence out{false, {}};
    for (double share = 0; share <= 1; share = share == 0 ? 1e-4 : 1.5 * share) {
        const auto tried = shrunk(correlations, near, std::min(share, 1.0));
        if (!is_semidefinite(named(tried).matrix)) continue;
        for (const auto& one : tried) out.nearest.push_back(one.value);
        return out;
    }
    out.nearest.assign(correlations.size(), 0);
    return out;
}

}  // namespace provenu::chance
