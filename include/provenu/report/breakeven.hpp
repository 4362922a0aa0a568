#pragma once

#include "provenu/compile/plan.hpp"
#include "provenu/report/data.hpp"
#include "provenu/report/document.hpp"
#include "provenu/risk/breakeven.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// What must be true of a proposal: the answer in sentences, the limits as a table, and a sentence for each.
Document breakeven(const risk::Breakeven& found, const compile::Plan& plan, wording::Language language);

/// The same as data, unrounded (docs/reference/json.md).
Data breakeven_data(const risk::Breakeven& found, const compile::Plan& plan, wording::Language language);

}  // namespace provenu::report
