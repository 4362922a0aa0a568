#include "evaluate/operations.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

#include "evaluate/kernels.hpp"
#include "provenu/diag/bug.hpp"
#include "provenu/quantity/rounding.hpp"

namespace provenu::evaluate {
namespace {

using Operands = std::vector<const Block*>;

/// The block with its single row or column repeated to a size.
Block spread(const Block& block, Eigen::Index rows, Eigen::Index columns) {
    return block.replicate(rows / block.rows(), columns / block.cols());
}

Eigen::Index most_rows(const Operands& operands) {
    Eigen::Index rows = 1;
    for (const Block* operand : operands) rows = std::max(rows, operand->rows());
    return rows;
}

Eigen::Index most_columns(const Operands& operands) {
    Eigen::Index columns = 1;
    for (const Block* operand : operands) columns = std::max(columns, operand->cols());
    return columns;
}

/// Folds the operands, from the left, value by value.
template <class Function>
Block fold(const Operands& operands, double empty, Function function) {
    if (operands.empty()) return Block::Constant(1, 1, empty);
    const Eigen::Index rows = most_rows(operands);
    const Eigen::Index columns = most_columns(operands);
    Block result = spread(*operands.front(), rows, columns);
    for (std::size_t i = 1; i < operands.size(); ++i) {
        const Block& next = *operands[i];
        if (next.rows() == rows && next.cols() == columns)
            result = result.binaryExpr(next, function).eval();
        else
            result = result.binaryExpr(spread(next, rows, columns), function).eval();
    }
    return result;
}

/// Calls `function(row values of each operand, out)` for every draw; scalars arrive as one value.
template <class Function>
Block by_draw(const Operands& operands, Eigen::Index columns, Function function) {
    Block result(most_rows(operands), columns);
    std::vector<std::vector<double>> rows(operands.size());
    std::vector<double> out(static_cast<std::size_t>(columns));
    for (Eigen::Index draw = 0; draw < result.rows(); ++draw) {
        for (std::size_t i = 0; i < operands.size(); ++i) {
            const Block& operand = *operands[i];
            rows[i].resize(static_cast<std::size_t>(operand.cols()));
            for (Eigen::Index c = 0; c < operand.cols(); ++c)
                rows[i][static_cast<std::size_t>(c)] = operand(operand.rows() == 1 ? 0 : draw, c);
        }
        function(rows, std::span<double>(out));
        for (Eigen::Index c = 0; c < columns; ++c) result(draw, c) = out[static_cast<std::size_t>(c)];
    }
    return result;
}

using Rows = std::vector<std::vector<double>>;

Block yearly(const formula::Yearly& yearly, const quantity::Axis& axis, const Operands& operands) {
    Block result = Block::Zero(most_rows(operands), axis.columns());
    const auto take = [&](int column, std::size_t operand) {
        const Block& from = *operands[operand];
        const auto values = from.col(from.cols() == 1 ? 0 : column);
        if (from.rows() == 1)
            result.col(column).setConstant(values(0));
        else
            result.col(column) = values;
    };
    const int last = yearly.first + static_cast<int>(operands.size()) - 1;
    for (int column = 0; column < axis.years(); ++column) {
        const int year = axis.year(column);
        if (year < yearly.first || (year > last && !yearly.holds)) continue;
        take(column, static_cast<std::size_t>(std::min(year, last) - yearly.first));
    }
    if (yearly.holds) take(axis.carried(), operands.size() - 1);
    return result;
}

double rounded(formula::Round mode, double value) {
    if (!std::isfinite(value)) return value;
    switch (mode) {
        case formula::Round::down:
            return quantity::round_down(value);
        case formula::Round::up:
            return quantity::round_up(value);
        case formula::Round::nearest:
            return quantity::round_half_away(value);
    }
    return value;
}

/// Visits the step's operation; one overload a kind, so that a new kind does not compile until it is performed.
struct Performer {
    const quantity::Axis& axis;
    const Operands& operands;

    Block operator()(const formula::Number& number) const { return Block::Constant(1, 1, number.value); }
    Block operator()(const formula::Name& name) const { diag::bug("unbound name " + name.name); }
    Block operator()(const formula::Yearly& values) const { return yearly(values, axis, operands); }
    Block operator()(formula::Add) const {
        return fold(operands, 0, [](double a, double b) { return a + b; });
    }
    Block operator()(formula::Multiply) const {
        return fold(operands, 1, [](double a, double b) { return a * b; });
    }
    Block operator()(formula::Divide) const {
        return fold(operands, 1, [](double a, double b) { return a / b; });
    }
    Block operator()(formula::Power) const {
        return fold(operands, 1, [](double a, double b) { return std::pow(a, b); });
    }
    Block operator()(formula::Negate) const { return 0.0 - *operands.front(); }
    Block operator()(formula::Extreme extreme) const {
        if (extreme == formula::Extreme::least) return fold(operands, 0, [](double a, double b) { return b < a ? b : a; });
        return fold(operands, 0, [](double a, double b) { return b > a ? b : a; });
    }
    Block operator()(formula::Overlap) const {
        return by_draw(operands, axis.columns(), [this](const Rows& rows, std::span<double> out) {
            const double until = rows.size() > 1 ? rows[1][0] : std::numeric_limits<double>::infinity();
            overlap(axis, rows[0][0], until, out);
        });
    }
    Block operator()(formula::Ramp shape) const {
        return by_draw(operands, axis.columns(), [this, shape](const Rows& rows, std::span<double> out) {
            const double months[2] = {rows[0][0], rows[1][0]};
            ramp(axis, shape, months, out);
        });
    }
    Block operator()(formula::Kernel kernel) const {
        const Block flow = spread(*operands.front(), operands.front()->rows(), axis.columns());
        const Operands wide = operands.size() > 1 ? Operands{&flow, operands[1]} : Operands{&flow};
        return by_draw(wide, axis.columns(), [this, kernel](const Rows& rows, std::span<double> out) {
            convolve(axis, kernel, rows[0], rows.size() > 1 ? rows[1][0] : 0.0, out);
        });
    }
    Block operator()(formula::Discount timing) const {
        const Block rates = spread(*operands.front(), operands.front()->rows(), axis.columns());
        return by_draw({&rates}, axis.columns(),
                       [this, timing](const Rows& rows, std::span<double> out) { discount(axis, timing, rows[0], out); });
    }
    Block operator()(const formula::SumOver& sum) const {
        return years(sum.years,
                     [](std::span<const double> values) { return std::accumulate(values.begin(), values.end(), 0.0); });
    }
    Block operator()(const formula::GreatestOver& greatest) const {
        return years(greatest.years, [](std::span<const double> values) { return *std::ranges::max_element(values); });
    }
    Block operator()(const formula::GreatestYear& greatest) const {
        return years(greatest.years, [&greatest](std::span<const double> values) {
            return static_cast<double>(greatest.years.first + (std::ranges::max_element(values) - values.begin()));
        });
    }
    Block operator()(const formula::Pick& pick) const { return column(axis.column(pick.year)); }
    Block operator()(formula::PickCarried) const { return column(axis.carried()); }
    Block operator()(formula::Moment which) const {
        return flows([this, which](std::span<const double> flow) { return moment(axis, which, flow); });
    }
    Block operator()(const formula::ReturnRate& rate) const {
        return years(rate.years, [&rate](std::span<const double> flow) { return return_rate(rate.ask, flow); });
    }
    Block operator()(formula::Round mode) const {
        return operands.front()->unaryExpr([mode](double value) { return rounded(mode, value); });
    }

    [[nodiscard]] Block column(int position) const {
        const Block& values = *operands.front();
        return values.cols() == 1 ? values : Block(values.col(position));
    }

    /// One value a draw from the values of some years.
    template <class Function>
    [[nodiscard]] Block years(const quantity::Years& years, Function function) const {
        return flows([&](std::span<const double> flow) {
            const auto first = static_cast<std::size_t>(axis.column(years.first));
            return function(flow.subspan(first, static_cast<std::size_t>(years.count())));
        });
    }

    /// One value a draw from its whole flow.
    template <class Function>
    [[nodiscard]] Block flows(Function function) const {
        const Block flow = spread(*operands.front(), operands.front()->rows(), axis.columns());
        return by_draw({&flow}, 1, [&](const Rows& rows, std::span<double> out) { out[0] = function(rows[0]); });
    }
};

}  // namespace

Block perform(const formula::Step& step, const quantity::Axis& axis, const std::vector<const Block*>& operands) {
    return std::visit(Performer{axis, operands}, step.operation);
}

}  // namespace provenu::evaluate
