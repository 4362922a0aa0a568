#pragma once

#include "provenu/report/data.hpp"
#include "provenu/report/document.hpp"
#include "provenu/whatif/comparison.hpp"
#include "provenu/whatif/difference.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// Proposals and scenarios side by side: payback, turn year, net by year, present value, peak outlay, full phase-in; and the
/// change against each proposal's first scenario where there are several.
Document comparison(const whatif::Comparison& comparison, wording::Language language);

/// The same as one table of bare figures, for spreadsheets.
Document comparison_sheet(const whatif::Comparison& comparison, wording::Language language);

/// The same as data, unrounded.
Data comparison_rows(const whatif::Comparison& comparison, wording::Language language);
/// The same with the unit and years that the rows are in.
Data comparison_data(const whatif::Comparison& comparison, wording::Language language);

/// Its first table by itself: a row for each proposal and scenario.
Table side_by_side(const whatif::Comparison& comparison, wording::Language language);

/// The committee's other choices, beneath its table: the proposal with its add-ons taken and left.
Table options_table(const whatif::Comparison& comparison, wording::Language language);

/// What is different from one case to another: line by line and year by year, why, and what it does to payback.
Document difference(const whatif::Difference& difference, wording::Language language);
Data difference_data(const whatif::Difference& difference, wording::Language language);

}  // namespace provenu::report
