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
    friend bool operator==(const Measure&, const Measure&) = default;
};

/// Reads `net[2028]`, `net.service[2028]`, `sum`, `sum:4`, `sum.service`, `npv`, `payback`, `payback.service` ...; none where no
/// measure is spelled so.
std::optional<Measure> read_measure(std::string_view text);

/// The spellings, for messages; `net` and `sum` with years of the table.
std::vector<std::string> names_of_measures(quantity::Years table);

/// The measure as it is spelled.
std::string name(const Measure& measure);

/// Whether all that it speaks of is computed: a year of the table or of the thirty after it.
bool is_within(const Measure& measure, const compile::Plan& plan);

/// The result of the plan that has it; years of payback are exact, -inf at once, +inf never.
evaluate::Wanted wanted(const Measure& measure, const compile::Plan& plan);

/// The unit is money, or years.
inline bool is_money(const Measure& measure) {
    return measure.kind != Measure::Kind::payback;
}

}  // namespace provenu::risk
