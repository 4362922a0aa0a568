#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "evaluate/kernels.hpp"
#include "provenu/diag/bug.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/quantity/rounding.hpp"
#include "support/plain_kernels.hpp"

namespace provenu::support {

/// A program run by a plain loop over its steps and years, for one draw: no blocks, no draws side by side.
class PlainLoop {
 public:
    using Values = std::vector<double>;  ///< one where the step is a scalar, else one a column

    PlainLoop(const formula::Program& program, const std::map<std::string, double>& drawn) : axis_(program.axis) {
        std::map<formula::Slot, double> given;
        for (const auto& [name, value] : drawn) given[program.slots.at(name)] = value;
        for (const formula::Step& step : program.steps) {
            const auto known = given.find(results_.size());
            results_.push_back(known != given.end() ? Values{known->second} : run(step));
        }
    }

    const Values& result(formula::Slot slot) const { return results_[slot]; }

 private:
    static double in(const Values& values, std::size_t column) { return values.size() == 1 ? values[0] : values[column]; }
    std::size_t columns() const { return static_cast<std::size_t>(axis_.columns()); }

    Values run(const formula::Step& step) const {
        std::vector<const Values*> operands;
        for (const formula::Slot slot : step.operands) operands.push_back(&results_[slot]);
        return std::visit([&](const auto& operation) { return perform(operation, operands, step.shape); }, step.operation);
    }

    using Operands = std::vector<const Values*>;
    using Shape = formula::Shape;

    template <class Function>
    Values fold(const Operands& of, Shape shape, double empty, Function function) const {
        Values out(shape == Shape::scalar ? 1 : columns(), empty);
        for (std::size_t column = 0; column < out.size() && !of.empty(); ++column) {
            out[column] = in(*of[0], column);
            for (std::size_t i = 1; i < of.size(); ++i) out[column] = function(out[column], in(*of[i], column));
        }
        return out;
    }

    Values wide(const Values& values) const { return values.size() == 1 ? Values(columns(), values[0]) : values; }

    Values perform(const formula::Number& number, const Operands&, Shape) const { return {number.value}; }
    Values perform(const formula::Name& name, const Operands&, Shape) const { diag::bug("unbound name " + name.name); }
    Values perform(formula::Add, const Operands& of, Shape shape) const {
        return fold(of, shape, 0, [](double a, double b) { return a + b; });
    }
    Values perform(formula::Multiply, const Operands& of, Shape shape) const {
        return fold(of, shape, 1, [](double a, double b) { return a * b; });
    }
    Values perform(formula::Divide, const Operands& of, Shape shape) const {
        return fold(of, shape, 1, [](double a, double b) { return a / b; });
    }
    Values perform(formula::Power, const Operands& of, Shape shape) const {
        return fold(of, shape, 1, [](double a, double b) { return std::pow(a, b); });
    }
    Values perform(formula::Negate, const Operands& of, Shape) const {
        Values out = *of[0];
        for (double& value : out) value = 0.0 - value;
        return out;
    }
    Values perform(formula::Extreme extreme, const Operands& of, Shape shape) const {
        const bool least = extreme == formula::Extreme::least;
        return fold(of, shape, 0, [least](double a, double b) { return (least ? b < a : b > a) ? b : a; });
    }
    Values perform(formula::Round mode, const Operands& of, Shape) const {
        Values out = *of[0];
        for (double& value : out) {
            if (!std::isfinite(value)) continue;
            value = mode == formula::Round::down ? quantity::round_down(value)
                    : mode == formula::Round::up ? quantity::round_up(value)
                                                 : quantity::round_half_away(value);
        }
        return out;
    }

    Values perform(const formula::Yearly& yearly, const Operands& of, Shape) const {
        Values out(columns());
        const int last = yearly.first + static_cast<int>(of.size()) - 1;
        for (int column = 0; column < axis_.years(); ++column) {
            const int year = axis_.year(column);
            if (year < yearly.first || (year > last && !yearly.holds)) continue;
            const auto operand = static_cast<std::size_t>(std::min(year, last) - yearly.first);
            out[static_cast<std::size_t>(column)] = in(*of[operand], static_cast<std::size_t>(column));
        }
        if (yearly.holds) out.back() = in(*of.back(), columns() - 1);
        return out;
    }

    Values perform(formula::Overlap, const Operands& of, Shape) const {
        Values out(columns());
        const double until = of.size() > 1 ? (*of[1])[0] : std::numeric_limits<double>::infinity();
        plain::overlap(axis_, (*of[0])[0], until, out);
        return out;
    }
    Values perform(formula::Ramp shape, const Operands& of, Shape) const {
        Values out(columns());
        const double months[2] = {(*of[0])[0], (*of[1])[0]};
        plain::ramp(axis_, shape, months, out);
        return out;
    }
    Values perform(formula::Kernel kernel, const Operands& of, Shape) const {
        Values out(columns());
        plain::convolve(axis_, kernel, wide(*of[0]), of.size() > 1 ? (*of[1])[0] : 0, out);
        return out;
    }
    Values perform(formula::Discount timing, const Operands& of, Shape) const {
        Values out(columns());
        plain::discount(axis_, timing, wide(*of[0]), out);
        return out;
    }

    Values years(const Values& flow, quantity::Years years) const {
        const Values all = wide(flow);
        const auto first = all.begin() + axis_.column(years.first);
        return {first, first + years.count()};
    }
    Values perform(const formula::SumOver& sum, const Operands& of, Shape) const {
        double all = 0;
        for (const double value : years(*of[0], sum.years)) all += value;
        return {all};
    }
    Values perform(const formula::GreatestOver& greatest, const Operands& of, Shape) const {
        return {std::ranges::max(years(*of[0], greatest.years))};
    }
    Values perform(const formula::GreatestYear& greatest, const Operands& of, Shape) const {
        const Values values = years(*of[0], greatest.years);
        return {static_cast<double>(greatest.years.first + (std::ranges::max_element(values) - values.begin()))};
    }
    Values perform(const formula::Pick& pick, const Operands& of, Shape) const {
        return {in(*of[0], static_cast<std::size_t>(axis_.column(pick.year)))};
    }
    Values perform(formula::PickCarried, const Operands& of, Shape) const { return {in(*of[0], columns() - 1)}; }
    Values perform(formula::Moment which, const Operands& of, Shape) const { return {plain::moment(axis_, which, wide(*of[0]))}; }
    Values perform(const formula::ReturnRate& rate, const Operands& of, Shape) const {
        return {evaluate::return_rate(rate.ask, years(*of[0], rate.years))};
    }

    quantity::Axis axis_;
    std::vector<Values> results_;
};

}  // namespace provenu::support
