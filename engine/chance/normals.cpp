#include "provenu/chance/normals.hpp"

#include <Eigen/Dense>
#include <cmath>

#include "chance/copula.hpp"
#include "chance/inverse.hpp"

namespace provenu::chance {

struct FromNormals::State {
    Distribution distribution;
    const Kernels* kernels = nullptr;
    Inverse inverse;
};

FromNormals::FromNormals(const Distribution& distribution, processor::Instructions instructions)
    : state_(std::make_unique<State>(
          State{distribution, &kernels(instructions), from_normal(distribution, kernels(instructions))})) {}
FromNormals::~FromNormals() = default;
FromNormals::FromNormals(FromNormals&&) noexcept = default;
FromNormals& FromNormals::operator=(FromNormals&&) noexcept = default;

void FromNormals::fill(double* z, double* values) const {
    apply(state_->inverse, state_->distribution, *state_->kernels, {z, values});
}

namespace {

using Positions = std::vector<Eigen::Index>;

/// Powers of the matrix's eigenvalues; those that are nought but for rounding stay nought.
template <class Power>
Eigen::MatrixXd powered(const Eigen::MatrixXd& matrix, const Power& power) {
    constexpr double rounding = 1e-10;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solved(matrix);
    Eigen::VectorXd values = solved.eigenvalues();
    for (double& value : values) value = value > rounding ? power(value) : 0.0;
    return solved.eigenvectors() * values.asDiagonal() * solved.eigenvectors().transpose();
}

void put(const Eigen::MatrixXd& matrix, const Positions& rows, const Positions& columns, std::vector<std::vector<double>>& into) {
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < columns.size(); ++column)
            into[static_cast<std::size_t>(rows[row])][static_cast<std::size_t>(columns[column])] =
                matrix(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(column));
}

Eigen::MatrixXd parameters_of(const std::vector<RankCorrelation>& correlations, Eigen::Index size) {
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(size, size);
    for (const auto& one : correlations) {
        const auto row = static_cast<Eigen::Index>(one.first);
        const auto column = static_cast<Eigen::Index>(one.second);
        if (row != column) matrix(row, column) = matrix(column, row) = parameter_of(one.value);
    }
    return matrix;
}

}  // namespace

Redrawing redrawing(const std::vector<RankCorrelation>& correlations, const std::vector<bool>& stays) {
    const std::size_t size = stays.size();
    const Eigen::MatrixXd matrix = parameters_of(correlations, static_cast<Eigen::Index>(size));
    Positions old;
    Positions drawn;
    for (std::size_t i = 0; i < size; ++i) (stays[i] ? old : drawn).push_back(static_cast<Eigen::Index>(i));
    const std::vector<std::vector<double>> nothing(size, std::vector<double>(size, 0.0));
    Redrawing out{nothing, nothing};
    for (const Eigen::Index each : old) out.kept[static_cast<std::size_t>(each)][static_cast<std::size_t>(each)] = 1;
    if (drawn.empty()) return out;
    Eigen::MatrixXd rest = matrix(drawn, drawn);
    if (!old.empty()) {
        const Eigen::MatrixXd across = matrix(drawn, old);
        const Eigen::MatrixXd slopes = across * powered(matrix(old, old), [](double value) { return 1 / value; });
        put(slopes, drawn, old, out.kept);
        rest -= slopes * across.transpose();
    }
    put(powered(rest, [](double value) { return std::sqrt(value); }), drawn, drawn, out.fresh);
    return out;
}

}  // namespace provenu::chance
