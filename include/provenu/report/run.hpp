#pragma once

#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/report/data.hpp"
#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// The committee's Table 1 of one proposal.
Document committee_table(const compile::Plan& plan, const evaluate::Figures& figures, wording::Language language);

/// The same findings as data, unrounded, in the file's unit (docs/reference/json.md).
Data run_data(const compile::Plan& plan, const evaluate::Figures& figures, wording::Language language);

}  // namespace provenu::report
