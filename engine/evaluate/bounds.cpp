#include <cmath>
#include <utility>

#include "provenu/evaluate/evaluate.hpp"
#include "provenu/quantity/percent.hpp"

namespace provenu::evaluate {
namespace {

constexpr double noise = 1e-9;

/// One bound against the figures it holds.
class Holding {
 public:
    Holding(const formula::Bound& bound, const Figures& figures) : bound_(bound), figures_(figures) {}

    void check(diag::Diagnostics& found) const {
        const bool warns = bound_.finding.severity != diag::Severity::error;
        const quantity::Axis& axis = figures_.axis();
        const int columns = warns ? axis.table.count() : axis.columns();
        for (int column = 0; column < columns; ++column) {
            if (!breaks(column)) continue;
            if (!warns) return found.error(bound_.finding.code, bound_.finding.place, arguments(column, column));
            const int first = column;
            while (column + 1 < columns && breaks(column + 1) && same(first, column + 1)) ++column;
            found.warning(bound_.finding.code, bound_.finding.place, arguments(first, column));
        }
    }

 private:
    /// Years broken in the same way are one finding.
    [[nodiscard]] bool same(int column, int other) const {
        return std::abs(figures_.at(bound_.name, column) - figures_.at(bound_.name, other)) < noise &&
               most(column) == most(other);
    }

    [[nodiscard]] std::vector<diag::Argument> arguments(int first, int last) const {
        const quantity::Axis& axis = figures_.axis();
        std::string years = std::to_string(axis.year(first));
        if (last > first) years += "-" + std::to_string(axis.year(last));
        std::vector<diag::Argument> arguments = bound_.finding.arguments;
        arguments.push_back({"year", std::move(years)});
        arguments.push_back(quantity::percent_argument("value", figures_.at(bound_.name, first)));
        arguments.push_back(
            quantity::percent_argument("limit", std::isfinite(most(first)) ? most(first) : bound_.least.value_or(0)));
        return arguments;
    }

    [[nodiscard]] double most(int column) const {
        if (!bound_.most_of.empty()) return figures_.at(bound_.most_of, column);
        return bound_.most.value_or(no_limit);
    }

    [[nodiscard]] bool breaks(int column) const {
        if (!bound_.where.empty() && figures_.at(bound_.where, column) == 0) return false;
        return evaluate::breaks(bound_, figures_.at(bound_.name, column), {most(column)});
    }

    const formula::Bound& bound_;
    const Figures& figures_;
};

}  // namespace

bool breaks(const formula::Bound& bound, double value, Limit limit) {
    return (bound.least && value < *bound.least - noise) || value > limit.most + noise;
}

diag::Diagnostics check_bounds(const formula::Book& book, const Figures& figures) {
    diag::Diagnostics found;
    for (const formula::Bound& bound : book.bounds) Holding(bound, figures).check(found);
    return found;
}

}  // namespace provenu::evaluate
