#pragma once

#include "provenu/audit/findings.hpp"
#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"

namespace provenu::audit {

/// Holds the text's figures against what they should be; differences of the table that have been found may be what a figure
/// carries on.
void check_claims(const compile::Plan& plan, const evaluate::Figures& figures, Findings& findings);

}  // namespace provenu::audit
