#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/batch.hpp"

namespace provenu::risk {

/// A number that a proposal is judged by.
struct Measure {
    enum class Kind { net, sum, npv, payback };
    enum class Basis { total, service };
    Kind kind = Kind::sum;  ///< sum: of the net effects over `years` years, the balance at their end
    Basis basis = Basis::total;
    int year = 0;   ///< of `net`
    int years = 0;  ///< of `sum`: from the table's first; 0: the whole table
};

/// Reads `net[2028]`, `sum`, `sum:4`, `npv`, `payback`, `payback.service` ...; none where no measure is spelled so.
std::optional<Measure> read_measure(std::string_view text);

/// The result of the plan that has it; years of payback are exact, -inf at once, +inf never.
evaluate::Wanted wanted(const Measure& measure, const compile::Plan& plan);

}  // namespace provenu::risk
