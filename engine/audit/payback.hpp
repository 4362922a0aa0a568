#pragma once

#include <optional>
#include <vector>

#include "audit/board.hpp"
#include "provenu/audit/findings.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/model/policy.hpp"
#include "provenu/quantity/time.hpp"

namespace provenu::audit {

/// Yearly amounts of the table's years: what goes on after it as in its last year, and what does not.
struct Flow {
    std::vector<double> recurring;
    std::vector<double> implementation;
};

/// When a flow turns and when its first outlay begins, in years from the start of the table. Never: +inf; at once: -inf.
struct Turn {
    double at = 0;
    double first_outlay = 0;
};
Turn turn_of(const Flow& flow, quantity::Years years);

/// A stated number of years and how it was written.
struct StatedPayback {
    std::string basis;
    double years = 0;
    double digit = 1;  ///< what its last digit is worth
    diag::Place place;
};

/// The last digit of a number of years that is written with as few as it needs.
double digit_of_years(double years);

/// By which conventions a turn is the stated number of years.
/// \param date of the paper, for the convention that counts from a date; none: it is not tried
Payback reproduce(const StatedPayback& stated, const Turn& turn, quantity::Years table,
                  const std::optional<quantity::Date>& date);

/// Paybacks that the table states, against its own rows.
void check_paybacks(const Board& board, Findings& findings);

/// A payback that no convention gives is a difference.
void judge_payback(const Payback& payback, Layer layer, const Where& where, Findings& findings);

}  // namespace provenu::audit
