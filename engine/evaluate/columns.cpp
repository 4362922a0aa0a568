#include <algorithm>

#include "evaluate/steps.hpp"

namespace provenu::evaluate {
namespace {

bool all_certain(Rows operands) {
    return std::ranges::all_of(operands, [](const Row* operand) { return operand->is_certain(); });
}

int widest(Rows operands) {
    int width = 1;
    for (const Row* operand : operands) width = std::max(width, operand->width());
    return width;
}

/// Whether a column is made of the same as the one before it, as most years after a table are.
bool repeats(Rows operands, int column) {
    return column > 0 && std::ranges::all_of(operands, [column](const Row* operand) { return operand->repeats(column); });
}

/// Folds what is certain in each column, from the left.
template <class Function>
std::vector<double> fold_constants(Rows operands, double empty, Function function) {
    const int width = widest(operands);
    if (operands.empty()) return {empty};
    std::vector<double> result = operands.front()->constants();
    result.resize(static_cast<std::size_t>(width), result.front());
    for (const Row* next : operands.subspan(1)) {
        const std::vector<double>& values = next->constants();
        if (values.size() == 1)
            for (double& each : result) each = function(each, values.front());
        else
            for (std::size_t i = 0; i < result.size(); ++i) result[i] = function(result[i], values[i]);
    }
    return result;
}

/// Calls `function(cells of the column)` for each column.
template <class Function>
Row by_column(Rows operands, Function function) {
    Row result;
    const int width = widest(operands);
    result.expect(width);
    Form form;
    std::vector<Cell> cells(operands.size());
    for (int column = 0; column < width; ++column) {
        if (!repeats(operands, column)) {
            for (std::size_t i = 0; i < operands.size(); ++i) cells[i] = operands[i]->at(column);
            form = function(std::span<const Cell>(cells));
        }
        result.push(form);
    }
    return result;
}

}  // namespace

Row add(const Ground& ground, Rows operands) {
    std::vector<double> constants = fold_constants(operands, 0, [](double a, double b) { return a + b; });
    if (all_certain(operands)) return Row(std::move(constants));
    Row result;
    result.expect(static_cast<int>(constants.size()));
    Form sum;
    for (std::size_t place = 0; place < constants.size(); ++place) {
        const auto column = static_cast<int>(place);
        if (!repeats(operands, column)) {
            sum = {constants[place], {}};
            for (const Row* operand : operands) {
                const auto terms = operand->at(column).terms;
                sum.terms.insert(sum.terms.end(), terms.begin(), terms.end());
            }
            ground.algebra.settle(sum);
        }
        result.push(sum);
    }
    return result;
}

Row multiply(const Ground& ground, Rows operands) {
    if (all_certain(operands)) return Row(fold_constants(operands, 1, [](double a, double b) { return a * b; }));
    return by_column(operands, [&](std::span<const Cell> cells) { return ground.algebra.product(cells); });
}

Row divide(const Ground& ground, Rows operands) {
    if (all_certain(operands)) return Row(fold_constants(operands, 1, [](double a, double b) { return a / b; }));
    return by_column(operands, [&](std::span<const Cell> cells) {
        Form result{cells.front().constant, {cells.front().terms.begin(), cells.front().terms.end()}};
        for (const Cell& divisor : cells.subspan(1)) result = ground.algebra.quotient(result.cell(), divisor);
        return result;
    });
}

Row negate(const Ground& ground, const Row& operand) {
    const Row* const one[] = {&operand};
    return by_column(one, [&](std::span<const Cell> cells) { return ground.algebra.negative(cells.front()); });
}

Row fold(const Ground& ground, Work work, Rows operands) {
    const bool takes_one = work == Work::round_down || work == Work::round_up || work == Work::round_nearest;
    return by_column(operands, [&](std::span<const Cell> cells) {
        if (takes_one) return ground.algebra.apply(work, cells);
        Form result{cells.front().constant, {cells.front().terms.begin(), cells.front().terms.end()}};
        for (const Cell& next : cells.subspan(1)) result = ground.algebra.apply(work, std::vector{result.cell(), next});
        return result;
    });
}

Row yearly(const Ground& ground, const formula::Yearly& yearly, Rows operands) {
    const quantity::Axis& axis = ground.axis;
    const int last = yearly.first + static_cast<int>(operands.size()) - 1;
    std::vector<double> constants(static_cast<std::size_t>(axis.columns()));
    std::vector<const Row*> from(constants.size());
    for (int column = 0; column < axis.columns(); ++column) {
        const bool beyond = column == axis.carried() || axis.year(column) > last;
        if (beyond ? !yearly.holds : axis.year(column) < yearly.first) continue;
        const auto place = static_cast<std::size_t>(column);
        from[place] = operands[beyond ? operands.size() - 1 : static_cast<std::size_t>(axis.year(column) - yearly.first)];
        constants[place] = from[place]->constant(column);
    }
    Row result(std::move(constants));
    for (int column = 0; column < axis.columns(); ++column)
        if (const Row* of = from[static_cast<std::size_t>(column)]; of != nullptr)
            result.push_terms(column, of->at(column).terms);
        else
            result.push_terms(column, {});
    return result;
}

Row column(const Row& row, int column) {
    const Cell cell = row.at(column);
    Row result({cell.constant});
    result.push_terms(0, cell.terms);
    return result;
}

}  // namespace provenu::evaluate
