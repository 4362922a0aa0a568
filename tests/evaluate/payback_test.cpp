#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "support/kernels.hpp"

using namespace provenu;
using formula::Moment;
using support::moment;
using Values = std::vector<double>;

namespace {

constexpr double at_once = -std::numeric_limits<double>::infinity();
constexpr double never = std::numeric_limits<double>::infinity();

struct Case {
    std::string name;
    Values flow;
    double turn;
};

}  // namespace

TEST_CASE("a flow turns when its balance falls to zero or below for good") {
    const Case cases[] = {
        {"-100, 500, -600: the balance 400 falls by 600", {-100, 500, -600}, 2 + 400.0 / 600},
        {"an earlier crossing does not count", {1000, -1100, 300, -400}, 3 + 200.0 / 400},
        {"zero on 31 December belongs to that year", {100, -50, -50}, 3},
        {"and stays with that year when nothing follows", {100, -50, -50, 0, 0}, 3},
        {"zero, and later above it again", {100, -100, 10, -20}, 3 + 10.0 / 20},
        {"zero, and later above it for good", {100, -100, 10}, never},
        {"just not", {100, -50, -49}, never},
        {"nothing at all", {0, 0, 0}, at_once},
        {"savings alone", {-1, -2, -3}, at_once},
        {"savings first, and costs that they bear", {-100, 50, 50, -1}, at_once},
        {"costs alone", {1, 1, 1}, never},
        {"costs in the last year", {-1, 0, 2}, never},
        {"a cost in the first year that is paid in the next", {10, -40}, 1.25},
    };
    for (const Case& each : cases) {
        CAPTURE(each.name);
        CHECK(moment(Moment::turn, each.flow) == Approx(each.turn).epsilon(1e-15));
    }
}

TEST_CASE("the exact payback counts from the first outlay") {
    const Values flow{-100, 500, -600};
    CHECK(moment(Moment::turn, flow) - moment(Moment::first_outlay, flow) == Approx(1.667).margin(0.0005));
    const Values twice{1000, -1100, 300, -400};
    CHECK(moment(Moment::turn, twice) - moment(Moment::first_outlay, twice) == Approx(3.5));
}

TEST_CASE("binary noise at zero flips no year") {
    // 0.1 + 0.2 - 0.3 is 5.6e-17 above zero, 0.3 - 0.1 - 0.2 is 2.8e-17 below.
    CHECK(moment(Moment::turn, {0.1, 0.2, -0.3, 0, -5}) == 3);
    CHECK(std::ceil(moment(Moment::turn, {0.3, -0.1, -0.2, 0, -5})) == 3);
    // A third of 1036 a year, spread three ways, is paid back in the third year, not the fourth.
    const double third = 1036.0 / 3;
    CHECK(std::ceil(moment(Moment::turn, {1036, -third, -third, -third, -1})) == 4);
    CHECK(std::ceil(moment(Moment::turn, {1e9 / 3, -1e9 / 9, -1e9 / 9, -1e9 / 9, 0, 0})) == 4);
    // Money that is only noise is no outlay.
    CHECK(moment(Moment::turn, {1e-13, -500, -600}) == at_once);
    CHECK(moment(Moment::first_outlay, {1e-13, -500, 600}) == 2);
}

TEST_CASE("the first outlay is the first year with a cost, not the first with money") {
    CHECK(moment(Moment::first_outlay, {100, -1}) == 0);
    CHECK(moment(Moment::first_outlay, {0, -50, 0.01, -1}) == 2);
    CHECK(moment(Moment::first_outlay, {-1, 0}) == 0);  // none: the start of the table
    CHECK(moment(Moment::first_outlay, {0, 0}) == 0);
}
