#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/model/proposal.hpp"
#include "provenu/risk/lever.hpp"
#include "provenu/risk/measure.hpp"
#include "provenu/risk/uncertain.hpp"

namespace provenu::risk {

/// Which values of a range count as its low and its high: those it stays under in 10 % and 90 % of all cases, in 5 % and 95 %,
/// or its ends.
enum class At { p10_p90, p5_p95, ends };
std::optional<At> read_at(std::string_view text);
std::vector<std::string_view> names_of_at();

/// Probability beyond which the ends of a distribution without ends are not looked for.
inline constexpr double tail = 0.001;

/// How far everything is turned up and down where nothing carries a range.
inline constexpr double assumed_spread = 0.1;

/// One lever from its low to its high.
struct Swing {
    Lever lever;
    double base = 0;
    double low = 0;  ///< values of the lever
    double high = 0;
    bool unbounded = false;  ///< the ends asked for are those at `tail`
    quantity::Unit unit = {};
    bool is_percent = false;
    double at_low = 0;  ///< the measure there, the others at base
    double at_high = 0;
};

struct Tornado {
    Measure measure;
    At at = At::p10_p90;
    bool assumed = false;  ///< nothing carries a range; everything is turned by `assumed_spread`
    double base = 0;
    std::vector<Swing> rows;  ///< by the size of the swing, the greatest first
    double all_at_worse = 0;  ///< every lever at the one of its two ends that is the worse alone
    double all_at_better = 0;
};

/// The swings of what is uncertain.
Tornado tornado(const model::Proposal& proposal, const Uncertainty& uncertainty, const Measure& measure, At at);

/// The swings where nothing carries a range: every input that is written as figures, and every effect that is, up and down by
/// `assumed_spread`.
diag::Result<Tornado> tornado_of_all(const model::Proposal& proposal, const compile::Choices& choices, const Measure& measure);

}  // namespace provenu::risk
