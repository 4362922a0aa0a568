#include <cmath>
#include <limits>
#include <utility>

#include "provenu/evaluate/evaluate.hpp"
#include "provenu/wording/number.hpp"

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
            std::vector<diag::Argument> arguments = bound_.finding.arguments;
            arguments.push_back({"year", std::to_string(axis.year(column))});
            arguments.push_back(wording::percent_argument("value", figures_.at(bound_.name, column)));
            arguments.push_back(
                wording::percent_argument("limit", std::isfinite(most(column)) ? most(column) : bound_.least.value_or(0)));
            if (!warns) return found.error(bound_.finding.code, bound_.finding.place, std::move(arguments));
            found.warning(bound_.finding.code, bound_.finding.place, std::move(arguments));
        }
    }

 private:
    [[nodiscard]] double most(int column) const {
        if (!bound_.most_of.empty()) return figures_.at(bound_.most_of, column);
        return bound_.most.value_or(std::numeric_limits<double>::infinity());
    }

    [[nodiscard]] bool breaks(int column) const {
        if (!bound_.where.empty() && figures_.at(bound_.where, column) == 0) return false;
        const double held = figures_.at(bound_.name, column);
        return (bound_.least && held < *bound_.least - noise) || held > most(column) + noise;
    }

    const formula::Bound& bound_;
    const Figures& figures_;
};

}  // namespace

diag::Diagnostics check_bounds(const formula::Book& book, const Figures& figures) {
    diag::Diagnostics found;
    for (const formula::Bound& bound : book.bounds) Holding(bound, figures).check(found);
    return found;
}

}  // namespace provenu::evaluate
