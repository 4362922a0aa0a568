#pragma once

#include <string>
#include <vector>

#include "provenu/report/portfolio.hpp"

namespace provenu::report {

/// What the tables of an overview are built from.
struct Together {
    const portfolio::Overview& overview;
    wording::Language language;
};

Table sums_by_area(const Together& together);
Table sums_by_payer(const Together& together);
Table shared_frames(const Together& together);
Table shared_budgets(const Together& together);

/// Years of the table in which a shared frame has a limit that does not hold.
std::vector<int> years_missing(const Together& together, const portfolio::SharedFrame& frame);

}  // namespace provenu::report
