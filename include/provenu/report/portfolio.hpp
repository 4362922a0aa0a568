#pragma once

#include "provenu/portfolio/overview.hpp"
#include "provenu/report/data.hpp"
#include "provenu/report/document.hpp"
#include "provenu/report/workbook.hpp"
#include "provenu/whatif/comparison.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// Many proposals on one page.
struct PortfolioFindings {
    const whatif::Comparison& ranking;    ///< one scenario each, the soonest paid back first
    const portfolio::Overview* together;  ///< none where their amounts could not be added
};

/// The list by payback, sums by area and year, who pays, shared frames and budgets.
Document portfolio(const PortfolioFindings& findings, wording::Language language);

/// `net`: what all together spend and gain each year as columns, and their balance as a line.
Chart portfolio_chart(const portfolio::Overview& overview, wording::Language language);

/// The list as one table of bare figures, a row each and their sum, for spreadsheets.
Document portfolio_sheet(const PortfolioFindings& findings, wording::Language language);

/// The list, its sums as live formulas, and the proposals' figures that they add.
/// \param findings with sums
Workbook portfolio_workbook(const PortfolioFindings& findings, wording::Language language);

/// The same findings as data, unrounded, in the first proposal's unit (docs/reference/json.md).
Data portfolio_data(const PortfolioFindings& findings, wording::Language language);

}  // namespace provenu::report
