#pragma once

#include <vector>

#include "provenu/report/paper.hpp"
#include "report/findings.hpp"

namespace provenu::report {

using Items = std::vector<Item>;

/// The economy in prose: net efficiency, investment, running costs, conversion, administration, and each line with its amount.
Items economy(const Findings& findings);

/// What the figures rest on: inputs and what else carries a range. \param uncertainty may be none
Table assumption_table(const Findings& findings, const risk::Uncertainty* uncertainty);

/// What the author says beside the figures; nothing where it is not written.
Items purpose_and_summary(const Findings& findings);
Items follow_up(const Findings& findings);
Items risk_assessment(const Findings& findings);
Items who_was_heard(const Findings& findings);

}  // namespace provenu::report
