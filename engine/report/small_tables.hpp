#pragma once

#include "provenu/report/document.hpp"
#include "report/findings.hpp"

namespace provenu::report {

/// Full-time equivalents of the teams handed over, by side and year; the printed sides add up to the printed team.
Table staff_table(const Findings& findings);

/// The figures the author asked for beside the table; a figure that is one number a year takes the columns of years.
Table key_figure_table(const Findings& findings);

/// Decimals that a key figure is worth showing with.
int decimals_of(double value);

}  // namespace provenu::report
