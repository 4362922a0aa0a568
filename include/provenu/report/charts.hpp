#pragma once

#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/report/document.hpp"
#include "provenu/risk/simulate.hpp"
#include "provenu/whatif/comparison.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// How many scenarios one picture shows; more cannot be told apart.
inline constexpr std::size_t most_lines = 8;

/// `net`: the net effect of each year of the table as columns and the balance as a line, with its peak and where it turns marked.
Chart net_chart(const compile::Plan& plan, const evaluate::Figures& figures, wording::Language language);

/// `scenarios`: the balance under each of the first `most_lines` scenes, those of one price level; where there are more, the
/// caption says so.
/// \param cases of one proposal, at least one
Chart scenarios_chart(const std::vector<whatif::Case>& cases, wording::Language language);

/// `fan`: between which values the balance lies in nine and in eight of ten futures, their middle, and the plan.
Chart fan_chart(const risk::Simulated& simulated, const compile::Plan& plan, wording::Language language);

}  // namespace provenu::report
