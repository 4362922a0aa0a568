#pragma once

#include <string>

#include "provenu/diag/diagnostic.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/formula/book.hpp"
#include "provenu/model/drivers.hpp"

namespace provenu::drivers {

/// Cost drivers as formulas.
///
/// Names of the book, for X a driver's id, `area.<id>` or `total`: `X.budget`, `X.expected`, `X.deviation` = expected - budget =
/// `X.volume_effect` + `X.price_effect` + `X.joint_effect`; for each earlier revision R `X.revision.R` and the same four of it,
/// and `.movement` since the revision before (the first: since the budget); `X.movement` since the last revision; and by year, of
/// the years to come, `X.next.budget`, `X.next.expected`, `X.next.deviation`. For drivers alone `X.budget.activity`,
/// `X.budget.price`, the same of `expected` and of each revision, and `X.next.activity`.
struct Plan {
    model::Drivers file;
    formula::Book book;
};

/// Every area, revision and year that does not exist, and every unit that is no activity's or price's.
diag::Diagnostics check(const model::Drivers& file);

/// Lowers every driver and sum of a file in which nothing was found wrong. With A activity and P price, 0 budgeted and 1
/// expected: volume (A1 - A0) P0, price A0 (P1 - P0), joint (A1 - A0) (P1 - P0).
Plan lower(const model::Drivers& file);

/// An activity that comes out below zero is an error at its place.
diag::Diagnostics check_activities(const Plan& plan, const evaluate::Figures& figures);

}  // namespace provenu::drivers
