#pragma once

#include "provenu/compile/plan.hpp"
#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// Fills in where each figure of a document's tables comes from (Cell::explanation), by its address: the formula with its
/// figures, and what that names, in a few lines; the rest is in `explain`. Cells that show no figure, or whose address the plan
/// does not know, are left alone.
void explain_cells(Document& document, const compile::Plan& plan, wording::Language language);

}  // namespace provenu::report
