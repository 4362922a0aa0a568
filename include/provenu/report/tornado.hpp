#pragma once

#include "provenu/compile/plan.hpp"
#include "provenu/report/data.hpp"
#include "provenu/report/document.hpp"
#include "provenu/risk/grid.hpp"
#include "provenu/risk/tornado.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// Each uncertain input at its low and high, the widest swing first, and all together; the same as bars.
Document tornado(const risk::Tornado& found, const compile::Plan& plan, wording::Language language);

/// The bars alone, under the caption of their table.
Bars tornado_bars(const risk::Tornado& found, const compile::Plan& plan, wording::Language language);

/// The same as data, unrounded (docs/reference/json.md).
Data tornado_data(const risk::Tornado& found, const compile::Plan& plan, wording::Language language);

/// A measure by two inputs.
Document grid(const risk::Grid& found, const compile::Plan& plan, wording::Language language);
Data grid_data(const risk::Grid& found, const compile::Plan& plan, wording::Language language);

}  // namespace provenu::report
