#pragma once

#include "provenu/drivers/drivers.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/report/data.hpp"
#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// The deviation and its causes in words, then as tables: the split by driver and area, activity and price, the coming budgets,
/// the revisions of the year.
Document drivers_tables(const drivers::Plan& plan, const evaluate::Figures& figures, wording::Language language);

/// The same findings as data, unrounded, in the file's unit (docs/reference/drivers.md).
Data drivers_data(const drivers::Plan& plan, const evaluate::Figures& figures, wording::Language language);

}  // namespace provenu::report
