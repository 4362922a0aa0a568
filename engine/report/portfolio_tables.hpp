#pragma once

#include <string>
#include <vector>

#include "provenu/report/portfolio.hpp"
#include "report/frame_standing.hpp"

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

/// How all together stand to a frame that they share.
FrameStanding standing_of(const portfolio::Overview& overview, const portfolio::SharedFrame& frame);

}  // namespace provenu::report
