#pragma once

#include <optional>
#include <string>

#include "provenu/report/document.hpp"
#include "report/findings.hpp"

namespace provenu::report {

enum class Basis { total, service };
std::string name(Basis basis);  ///< `total`, `service`

/// How a proposal stands on one basis; numbers only where it pays back.
struct Payback {
    enum class State { pays_back, at_once, never };
    State state = State::never;
    double years = 0;  ///< in the chosen convention
    double exact = 0;
    int turn_year = 0;
    bool beyond_table = false;
    std::optional<double> discounted_exact;
    /// Where it never pays back: the further yearly saving from the table's second year with which it would, and within how many
    /// years of its first outlay; none where no level saving that is spent by the table's end would do.
    std::optional<double> needed_saving;
    int needed_within = 0;
};
Payback payback_of(const Findings& findings, Basis basis);
/// The same of any flow, by the name of its definitions: `payback.payer.fund`.
Payback payback_of(const Findings& findings, const std::string& name);

/// `4 år (præcis 4,8; vender i 2030)`.
Outcome payback_outcome(const Findings& findings, Basis basis);
Outcome payback_outcome(const Findings& findings, const std::string& name);

/// An earlier time at which the outlay is paid back, and the year in which the balance is above zero again.
struct Crossing {
    int year = 0;
    int again = 0;
};
/// The crossings of a balance before it falls for good, over all years to the limit.
std::vector<Crossing> earlier_crossings(const Findings& findings, Basis basis);

}  // namespace provenu::report
