#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "support/kernels.hpp"

using namespace provenu;
using namespace provenu::support;
using Values = std::vector<double>;

namespace {

double month(int year, int of_year) {
    return quantity::month_of(year, of_year).number;
}

/// Mean of the ramp's profile over a year, by the midpoint rule in steps of a hundred-thousandth of a month.
double fine_mean(formula::Ramp shape, double from, double until, int year) {
    constexpr int steps = 1'200'000;
    double sum = 0;
    for (int i = 0; i < steps; ++i) {
        const double at = 12.0 * year + 12.0 * (i + 0.5) / steps;
        const double u = std::min(1.0, std::max(0.0, (at - from) / (until - from)));
        sum += shape == formula::Ramp::linear ? u : u * u * (3 - 2 * u);
    }
    return sum / steps;
}

}  // namespace

TEST_CASE("a period counts its months of each year") {
    struct Case {
        double from, until;
        Values months;
    };
    const Case cases[] = {
        {month(2026, 7), month(2028, 7), {6, 12, 6, 0, 0, 0}},      // 2026-07..2028-06
        {month(2027, 8), for_ever, {0, 5, 12, 12, 12, 12}},         // from August
        {month(2027, 1), month(2028, 1), {0, 12, 0, 0, 0, 0}},      // 2027
        {month(2026, 3), month(2026, 4), {1, 0, 0, 0, 0, 0}},       // 2026-03
        {month(2020, 1), month(2026, 3), {2, 0, 0, 0, 0, 0}},       // began long ago
        {month(2040, 1), for_ever, {0, 0, 0, 0, 0, 0}},             // begins after the table
        {month(2026, 1), month(2032, 1), {12, 12, 12, 12, 12, 12}}  // all of the table
    };
    for (const Case& each : cases) CHECK(table_of(overlap(axis(), each.from, each.until), axis()) == each.months);
}

TEST_CASE("what goes on has a carried level of a whole year, what ends has none, whenever it ends") {
    CHECK(overlap(axis(), month(2027, 8), for_ever).back() == 12);
    CHECK(overlap(axis(), month(2027, 8), month(2034, 1)).back() == 0);
    CHECK(overlap(axis(), month(2027, 8), month(2034, 7))[8] == 6);  // 2034, beyond the table
}

TEST_CASE("a linear ramp is integrated exactly over each year") {
    // From 2027-01 to 2028-12: the mean of 0 to 1/2 is 1/4, of 1/2 to 1 it is 3/4.
    CHECK(table_of(ramp(axis(), formula::Ramp::linear, month(2027, 1), month(2029, 1)), axis()) ==
          Values{0, 0.25, 0.75, 1, 1, 1});
    // From 2026-07 to 2027-06: half a year from 0 to 1/2, half a year from 1/2 to 1, then half a year in full.
    const Values half = ramp(axis(), formula::Ramp::linear, month(2026, 7), month(2027, 7));
    CHECK(half[0] == Approx(0.5 * 0.25).margin(1e-15));
    CHECK(half[1] == Approx(0.5 * 0.75 + 0.5).margin(1e-15));
    CHECK(half[2] == 1);
}

TEST_CASE("a smooth ramp is 3u^2 - 2u^3, whose integral is u^3 - u^4/2") {
    const Values two_years = ramp(axis(), formula::Ramp::smooth, month(2027, 1), month(2029, 1));
    CHECK(two_years[1] == Approx(2 * (1.0 / 8 - 1.0 / 32)).margin(1e-15));
    CHECK(two_years[2] == Approx(2 * (1.0 / 2 - (1.0 / 8 - 1.0 / 32))).margin(1e-15));
    CHECK(two_years[1] + two_years[2] == Approx(1).margin(1e-15));  // symmetric: half of two years
}

TEST_CASE("ramps agree with a fine numeric integral") {
    struct Case {
        formula::Ramp shape;
        double from, until;
    };
    for (const Case& each : {Case{formula::Ramp::linear, month(2026, 4), month(2028, 9)},
                             Case{formula::Ramp::smooth, month(2026, 4), month(2028, 9)},
                             Case{formula::Ramp::smooth, month(2027, 3), month(2027, 8)}}) {
        const Values found = ramp(axis(), each.shape, each.from, each.until);
        for (int year = 2026; year <= 2028; ++year) {
            CAPTURE(year);
            CHECK(found[static_cast<std::size_t>(year - 2026)] ==
                  Approx(fine_mean(each.shape, each.from, each.until, year)).margin(1e-12));
        }
    }
}

TEST_CASE("after a ramp the share is exactly one, before it exactly nought") {
    for (int until = 2; until < 40; ++until) {
        const double from = month(2027, 3);
        const Values found = ramp(axis(2026, 2085), formula::Ramp::smooth, from, from + until);
        CHECK(found[0] == 0);
        for (std::size_t year = 5; year < found.size(); ++year) CHECK(found[year] == 1);
    }
}

TEST_CASE("a ramp of no length is a step in its month") {
    const Values found = ramp(axis(), formula::Ramp::linear, month(2027, 7), month(2027, 7));
    CHECK(table_of(found, axis()) == Values{0, 0.5, 1, 1, 1, 1});
}

TEST_CASE("those who stay for years add up, and leave after their stay") {
    struct Case {
        formula::Kernel kernel;
        double stay;
        Values present;
    };
    const Values five_a_year{0, 5, 5, 5, 5, 5};
    const Case cases[] = {
        {formula::Kernel::running, 0, {0, 5, 10, 15, 20, 25}},
        {formula::Kernel::stay_start, 100, {0, 5, 10, 15, 20, 25}},
        {formula::Kernel::stay_start, 3, {0, 5, 10, 15, 15, 15}},
        {formula::Kernel::stay_start, 2.5, {0, 5, 10, 12.5, 12.5, 12.5}},
        {formula::Kernel::stay_start, 0.5, {0, 2.5, 2.5, 2.5, 2.5, 2.5}},
        {formula::Kernel::stay_start, 0, {0, 0, 0, 0, 0, 0}},
        {formula::Kernel::stay_middle, 3, {0, 2.5, 7.5, 12.5, 15, 15}},
        {formula::Kernel::stay_middle, 2.5, {0, 2.5, 7.5, 11.25, 12.5, 12.5}},
    };
    for (const Case& each : cases) {
        CAPTURE(each.stay);
        CHECK(table_of(convolve(axis(), each.kernel, five_a_year, each.stay), axis()) == each.present);
    }
}

TEST_CASE("entry in the middle of the year: half in the first year, and half of one in the year after the stay") {
    // Ten come in 2026 and stay two years: from mid 2026 to mid 2028.
    CHECK(table_of(convolve(axis(), formula::Kernel::stay_middle, {10}, 2), axis()) == Values{5, 10, 5, 0, 0, 0});
    CHECK(table_of(convolve(axis(), formula::Kernel::stay_start, {10}, 2), axis()) == Values{10, 10, 0, 0, 0, 0});
}

TEST_CASE("those present at first leave evenly over their stay") {
    CHECK(table_of(convolve(axis(), formula::Kernel::leave_start, {10}, 4), axis()) == Values{10, 7.5, 5, 2.5, 0, 0});
    CHECK(table_of(convolve(axis(), formula::Kernel::leave_middle, {10}, 4), axis()) == Values{8.75, 6.25, 3.75, 1.25, 0, 0});
}

TEST_CASE("a delay of seven months moves 7/12 of each year into the next") {
    const Values flow{1200, 2400, 2400, 2400, 2400, 2400, 2400, 2400, 2400, 2400, 2400};
    const Values late = convolve(axis(), formula::Kernel::delay, flow, 7);
    CHECK(late[0] == Approx(5.0 / 12 * 1200).epsilon(1e-15));
    CHECK(late[1] == Approx(5.0 / 12 * 2400 + 7.0 / 12 * 1200).epsilon(1e-15));
    CHECK(late[2] == Approx(2400).epsilon(1e-15));
    CHECK(late.back() == 2400);  // the level after the delay has run out
}

TEST_CASE("a delay of whole years moves years, and nothing stands before the table") {
    const Values flow{1, 2, 3, 4, 5, 6};
    CHECK(table_of(convolve(axis(), formula::Kernel::delay, flow, 0), axis()) == flow);
    CHECK(table_of(convolve(axis(), formula::Kernel::delay, flow, 12), axis()) == Values{0, 1, 2, 3, 4, 5});
    CHECK(table_of(convolve(axis(), formula::Kernel::delay, flow, 30), axis()) == Values{0, 0, 0.5, 1.5, 2.5, 3.5});
}

TEST_CASE("a balance is the sum of the years so far, and its carried level that of the last year of the table") {
    const Values balance = convolve(axis(), formula::Kernel::running, {100, -30, -30, 10, 0, 5, 7}, 0);
    CHECK(table_of(balance, axis()) == Values{100, 70, 40, 50, 50, 55});
    CHECK(balance[6] == 62);
    CHECK(balance.back() == 55);
}
