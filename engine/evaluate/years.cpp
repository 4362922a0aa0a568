#include <cmath>
#include <limits>
#include <vector>

#include "evaluate/kernels.hpp"
#include "evaluate/steps.hpp"

namespace provenu::evaluate {
namespace {

using formula::Kernel;

const Form nothing;

double first_month(const quantity::Axis& axis, int column) {
    return 12.0 * axis.year(column);
}

Cell number(double value) {
    return {value, {}};
}

/// Each year from two months, and the carried level.
template <class Certain>
Row from_months(const Ground& ground, Work work, std::span<const Cell, 2> months, Certain certain) {
    std::vector<double> values(static_cast<std::size_t>(ground.axis.years()));
    if (months[0].is_certain() && months[1].is_certain()) {
        for (int column = 0; column < ground.axis.years(); ++column)
            values[static_cast<std::size_t>(column)] =
                certain(first_month(ground.axis, column), months[0].constant, months[1].constant);
        return Row(std::move(values));
    }
    Row row;
    for (int column = 0; column < ground.axis.years(); ++column)
        row.push(ground.algebra.apply(work, months, {first_month(ground.axis, column)}));
    return row;
}

/// How much of each year is there after `distance` years, for all distances.
std::vector<Form> weights(const Ground& ground, Kernel kernel, Cell parameter) {
    std::vector<Form> all;
    for (int distance = 0; distance < ground.axis.years(); ++distance) {
        if (parameter.is_certain())
            all.push_back({weight(kernel, distance, parameter.constant), {}});
        else
            all.push_back(ground.algebra.apply(Work::weight, std::vector{parameter},
                                               {static_cast<double>(kernel), static_cast<double>(distance)}));
    }
    return all;
}

Row running(const Ground& ground, const Row& flow) {
    Row row;
    row.expect(ground.axis.columns());
    Form sum;
    for (int column = 0; column < ground.axis.years(); ++column) {
        Algebra::add(sum, flow.at(column));
        ground.algebra.settle(sum);
        row.push(sum);
    }
    return row;
}

Row weighted(const Ground& ground, const Row& flow, const std::vector<Form>& weights) {
    Row row;
    row.expect(ground.axis.columns());
    Form sum;
    for (int column = 0; column < ground.axis.years(); ++column) {
        sum = {};
        for (int earlier = 0; earlier <= column; ++earlier) {
            const Cell share = weights[static_cast<std::size_t>(column - earlier)].cell();
            if (!share.is_certain())
                Algebra::add(sum, ground.algebra.product(std::vector{flow.at(earlier), share}).cell());
            else if (share.constant != 0)
                Algebra::add(sum, flow.at(earlier), share.constant);
        }
        ground.algebra.settle(sum);
        row.push(sum);
    }
    return row;
}

Form form_of(Cell cell) {
    return {cell.constant, {cell.terms.begin(), cell.terms.end()}};
}

}  // namespace

Row overlap(const Ground& ground, Rows operands) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    const Cell months[] = {operands[0]->at(0), operands.size() > 1 ? operands[1]->at(0) : number(infinite)};
    Row row = from_months(ground, Work::months, months, months_within);
    const bool goes_on = months[1].is_certain() && months[1].constant == infinite;
    row.push({goes_on ? 12.0 : 0.0, {}});
    return row;
}

Row ramp(const Ground& ground, formula::Ramp shape, Rows operands) {
    const Cell months[] = {operands[0]->at(0), operands[1]->at(0)};
    const Work work = shape == formula::Ramp::linear ? Work::ramp_linear : Work::ramp_smooth;
    Row row = from_months(ground, work, months,
                          [shape](double start, double from, double until) { return ramp_share(shape, start, from, until); });
    row.push({1, {}});
    return row;
}

Row convolve(const Ground& ground, Kernel kernel, Rows operands) {
    const Row& flow = *operands.front();
    const bool runs = kernel == Kernel::running;
    Row row = runs ? running(ground, flow) : weighted(ground, flow, weights(ground, kernel, operands[1]->at(0)));
    const Cell carried = kernel == Kernel::delay ? flow.at(ground.axis.carried()) : row.at(ground.axis.table.count() - 1);
    row.push(form_of(carried));
    return row;
}

Row discount(const Ground& ground, formula::Discount timing, const Row& rates) {
    const Algebra& algebra = ground.algebra;
    const auto growth = [&](int year) {
        Form sum{1, {}};
        Algebra::add(sum, rates.at(year));
        return sum;
    };
    Row row;
    row.expect(ground.axis.columns());
    Form factor{1, {}};
    const int years = ground.axis.years();
    for (int year = 0; year < years; ++year) {
        if (year > 0) factor = algebra.quotient(factor.cell(), growth(year).cell());
        const Form within = growth(year + 1 < years ? year + 1 : year);
        if (timing == formula::Discount::start)
            row.push(factor);
        else if (timing == formula::Discount::end)
            row.push(algebra.quotient(factor.cell(), within.cell()));
        else
            row.push(algebra.quotient(factor.cell(), algebra.apply(Work::root, std::vector{within.cell()}).cell()));
    }
    row.push(nothing);
    return row;
}

Row sum_over(const Ground& ground, quantity::Years years, const Row& flow) {
    Form sum;
    for (int year = years.first; year <= years.last; ++year) Algebra::add(sum, flow.at(ground.axis.column(year)));
    ground.algebra.settle(sum);
    Row row;
    row.push(sum);
    return row;
}

Row of_flow(const Ground& ground, Work work, quantity::Years years, const Row& flow) {
    std::vector<Cell> cells;
    std::vector<Form> held;
    std::vector<double> lengths;
    Row row;
    if (flow.is_certain()) {
        for (int year = years.first; year <= years.last; ++year) cells.push_back(flow.at(ground.axis.column(year)));
        lengths.assign(cells.size(), 1);
        row.push(ground.algebra.apply(work, cells, std::move(lengths)));
        return row;
    }
    std::vector<Term> registers;  // equal years in a row are one run
    for (int year = years.first; year <= years.last; ++year) {
        const int column = ground.axis.column(year);
        if (year > years.first && flow.repeats(column)) {
            ++lengths.back();
            continue;
        }
        registers.push_back({ground.algebra.held(flow.at(column)), 1});
        lengths.push_back(1);
    }
    for (const Term& term : registers) cells.push_back({0, {&term, 1}});
    row.push(ground.algebra.apply(work, cells, std::move(lengths)));
    return row;
}

}  // namespace provenu::evaluate
