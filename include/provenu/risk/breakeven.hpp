#pragma once

#include <optional>
#include <string>
#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/model/proposal.hpp"
#include "provenu/risk/lever.hpp"

namespace provenu::risk {

/// What must be true: that the net effects of the first `years` years are no expenditure together; or that the proposal is paid
/// back for good within so many years of its first outlay.
struct Goal {
    enum class Kind { sum, payback };
    Kind kind = Kind::sum;
    int years = 0;
};

struct BreakevenQuestion {
    int years = 0;                      ///< of the sum, from the table's first; 0: the whole table
    std::optional<int> payback_within;  ///< years; the second goal
    std::vector<std::string> of = {};   ///< ids of levers; empty: all of them
    bool with_delays = true;            ///< each month of delay takes a calculation of its own
};

/// Where a goal begins or ceases to be reached as one lever is turned.
struct Threshold {
    enum class State {
        crosses,   ///< at some values
        always,    ///< reached at any value looked at
        never,     ///< reached at none
        no_effect  ///< the lever does not move what the goal looks at
    };
    State state = State::no_effect;
    bool holds_at_base = false;
    std::vector<double> crossings;  ///< values of the lever, rising
    double switching = 0;           ///< the crossing nearest to the base
    bool holds_above = false;       ///< of the crossing nearest to the base: reached at the values above it, else below
    bool for_good = false;          ///< there, the balance does not rise above zero again after the years of the goal
    bool linear = false;            ///< solved exactly, for all values from zero on; else looked for up to `reach` times the base
};

/// How far from the base, as a multiple of it, crossings are looked for where the model is not linear in the lever.
inline constexpr double reach = 10;

struct BreakevenRow {
    Lever lever;
    double base = 1;    ///< value of the lever: of an input as written, else 1
    double amount = 0;  ///< what a factor multiplies: its part in the sum over the years
    quantity::Unit unit = {};
    bool is_percent = false;  ///< an input written as percent
    Threshold sum;
    std::optional<Threshold> payback;
};

/// Whole months of delay that can be borne; more than the years looked at are none.
struct Delay {
    enum class State { borne, any, none, nothing_to_delay };
    State state = State::nothing_to_delay;
    int months = 0;  ///< the most; 0 where a single one is too many
    bool for_good = false;
    friend bool operator==(const Delay&, const Delay&) = default;
};

/// By what is delayed (see model::Delay).
struct Delays {
    Delay effects;
    Delay recurring;
    Delay whole;
};

struct Breakeven {
    quantity::Years years{};  ///< of the sum
    std::optional<int> payback_within;
    double sum = 0;                 ///< of the net effects over the years, as proposed
    bool paid_back_within = false;  ///< as proposed
    bool for_good = false;          ///< as proposed, the balance does not rise above zero again after the years
    bool only_some = false;         ///< rows are those asked for, not all
    std::vector<BreakevenRow> rows;
    Delays delays;                         ///< until the sum is above zero
    std::optional<Delays> payback_delays;  ///< until payback takes longer
};

/// \param question ids of it are some of `levers_of`, years at most those computed (see quantity::Axis)
diag::Result<Breakeven> breakeven(const model::Proposal& proposal, const compile::Choices& choices,
                                  const BreakevenQuestion& question);

}  // namespace provenu::risk
