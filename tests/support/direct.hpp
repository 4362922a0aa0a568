#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "evaluate/kernels.hpp"
#include "provenu/diag/bug.hpp"
#include "provenu/formula/book.hpp"
#include "provenu/quantity/rounding.hpp"
#include "support/plain_kernels.hpp"

namespace provenu::support {

/// The value of a tree in one column, computed straight from what its nodes mean (node.hpp): one number at a time, nothing
/// shared, no blocks. Where values must be compared with zero or rounded it does as the engine says, for those are rules and not
/// arithmetic.
class Direct {
 public:
    Direct(const formula::Book& book, std::map<std::string, double> given) : book_(book), given_(std::move(given)) {}

    double named(const std::string& name, int column) const {
        const auto drawn = given_.find(name);
        return drawn != given_.end() ? drawn->second : at(book_.find(name)->tree, column);
    }

    double at(const formula::Tree& tree, int column) const {
        return std::visit([&](const auto& operation) { return value(operation, tree->operands, column); }, tree->operation);
    }

 private:
    using Trees = std::vector<formula::Tree>;

    bool is_carried(int column) const { return column == book_.axis.carried(); }
    double scalar(const formula::Tree& tree) const { return at(tree, 0); }

    double value(const formula::Number& number, const Trees&, int) const { return number.value; }
    double value(const formula::Name& name, const Trees&, int column) const { return named(name.name, column); }

    double value(const formula::Yearly& yearly, const Trees& of, int column) const {
        const int last = static_cast<int>(of.size()) - 1;
        if (is_carried(column)) return yearly.holds ? at(of.back(), column) : 0;
        const int position = book_.axis.year(column) - yearly.first;
        if (position < 0 || (position > last && !yearly.holds)) return 0;
        return at(of[static_cast<std::size_t>(std::min(position, last))], column);
    }

    double value(formula::Add, const Trees& of, int column) const {
        double sum = 0;
        for (const auto& term : of) sum += at(term, column);
        return sum;
    }
    double value(formula::Multiply, const Trees& of, int column) const {
        double product = 1;
        for (const auto& factor : of) product *= at(factor, column);
        return product;
    }
    double value(formula::Divide, const Trees& of, int column) const { return at(of[0], column) / at(of[1], column); }
    double value(formula::Power, const Trees& of, int column) const { return std::pow(at(of[0], column), at(of[1], column)); }
    double value(formula::Negate, const Trees& of, int column) const { return -at(of[0], column); }

    double value(formula::Extreme extreme, const Trees& of, int column) const {
        double found = at(of[0], column);
        for (const auto& each : of)
            found = extreme == formula::Extreme::least ? std::min(found, at(each, column)) : std::max(found, at(each, column));
        return found;
    }

    /// Counted month by month.
    double value(formula::Overlap, const Trees& of, int column) const {
        const bool goes_on = of.size() == 1;
        if (is_carried(column)) return goes_on ? 12 : 0;
        int months = 0;
        for (int month = 0; month < 12; ++month) {
            const int number = 12 * book_.axis.year(column) + month;
            months += number >= scalar(of[0]) && (goes_on || number < scalar(of[1])) ? 1 : 0;
        }
        return months;
    }

    /// Simpson's rule is exact for cubic profiles on pieces without a corner: the months.
    double value(formula::Ramp shape, const Trees& of, int column) const {
        if (is_carried(column)) return 1;
        const double from = scalar(of[0]);
        const double until = scalar(of[1]);
        const auto profile = [&](double month) {
            if (until <= from) return month >= from ? 1.0 : 0.0;
            const double u = std::clamp((month - from) / (until - from), 0.0, 1.0);
            return shape == formula::Ramp::linear ? u : u * u * (3 - 2 * u);
        };
        double sum = 0;
        for (int month = 0; month < 12; ++month) {
            const double start = 12.0 * book_.axis.year(column) + month;
            const bool is_step = until <= from;  // no length: full from its month on
            sum += is_step ? profile(start) : (profile(start) + 4 * profile(start + 0.5) + profile(start + 1)) / 6;
        }
        return sum / 12;
    }

    double value(formula::Kernel kernel, const Trees& of, int column) const {
        if (is_carried(column)) {
            if (kernel == formula::Kernel::delay) return at(of[0], column);
            return value(kernel, of, book_.axis.table.count() - 1);
        }
        const double parameter = of.size() > 1 ? scalar(of[1]) : 0;
        double sum = 0;
        for (int earlier = 0; earlier <= column; ++earlier)
            sum += at(of[0], earlier) * weight(kernel, column - earlier, parameter);
        return sum;
    }

    /// How much of those who came `d` years ago is there, as the semantics say it.
    static double weight(formula::Kernel kernel, int d, double parameter) {
        const auto stays = [parameter](int distance) { return distance < 0 ? 0 : std::clamp(parameter - distance, 0.0, 1.0); };
        const auto left = [parameter](double distance) { return parameter > 0 ? std::max(0.0, 1 - distance / parameter) : 0; };
        switch (kernel) {
            case formula::Kernel::running:
                return 1;
            case formula::Kernel::delay: {
                const int whole = static_cast<int>(parameter) / 12;
                const double part = std::fmod(parameter, 12) / 12;
                return d == whole ? 1 - part : d == whole + 1 ? part : 0;
            }
            case formula::Kernel::stay_start:
                return stays(d);
            case formula::Kernel::stay_middle:
                return (stays(d) + stays(d - 1)) / 2;
            case formula::Kernel::leave_start:
                return left(d);
            case formula::Kernel::leave_middle:
                return (left(d) + left(d + 1)) / 2;
        }
        return 0;
    }

    double value(formula::Discount timing, const Trees& of, int column) const {
        if (is_carried(column)) return 0;
        double factor = 1;
        for (int year = 1; year <= column; ++year) factor /= 1 + at(of[0], year);
        const double next = 1 + at(of[0], column + 1 < book_.axis.years() ? column + 1 : column);
        return timing == formula::Discount::start ? factor
               : timing == formula::Discount::end ? factor / next
                                                  : factor / std::sqrt(next);
    }

    std::vector<double> flow(const formula::Tree& tree, quantity::Years years) const {
        std::vector<double> values;
        for (int year = years.first; year <= years.last; ++year) values.push_back(at(tree, book_.axis.column(year)));
        return values;
    }

    double value(const formula::SumOver& sum, const Trees& of, int) const {
        double all = 0;
        for (const double each : flow(of[0], sum.years)) all += each;
        return all;
    }
    double value(const formula::GreatestOver& greatest, const Trees& of, int) const {
        return std::ranges::max(flow(of[0], greatest.years));
    }
    double value(const formula::GreatestYear& greatest, const Trees& of, int) const {
        const auto values = flow(of[0], greatest.years);
        return static_cast<double>(greatest.years.first + (std::ranges::max_element(values) - values.begin()));
    }
    double value(const formula::Pick& pick, const Trees& of, int) const { return at(of[0], book_.axis.column(pick.year)); }
    double value(formula::PickCarried, const Trees& of, int) const { return at(of[0], book_.axis.carried()); }

    double value(formula::Moment which, const Trees& of, int) const {
        auto values = flow(of[0], book_.axis.all());
        values.push_back(0);  // the carried level, which no moment looks at
        return plain::moment(book_.axis, which, values);
    }
    double value(const formula::ReturnRate& rate, const Trees& of, int) const {
        return evaluate::return_rate(rate.ask, flow(of[0], rate.years));
    }

    double value(formula::Round mode, const Trees& of, int column) const {
        const double found = at(of[0], column);
        if (!std::isfinite(found)) return found;
        return mode == formula::Round::down ? quantity::round_down(found)
               : mode == formula::Round::up ? quantity::round_up(found)
                                            : quantity::round_half_away(found);
    }

    const formula::Book& book_;
    std::map<std::string, double> given_;
};

}  // namespace provenu::support
