#include "output/scale.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <string>

using namespace provenu;
using output::scale_of;

namespace {

/// The ticks as they are written along the axis.
std::string ticks(const std::vector<double>& values, int intervals) {
    const output::Scale scale = scale_of(values, intervals);
    std::string all;
    for (const double tick : scale.ticks) all += (all.empty() ? "" : " ") + scale.label(tick, wording::Language::danish);
    return all;
}

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("an axis has ticks 1, 2 or 5 times a power of ten apart and ends at a tick") {
    CHECK(ticks({0, 9}, 6) == "0 2 4 6 8 10");                                                    // 9 / 6 = 1.5 -> 2
    CHECK(ticks({-25112, 31449}, 6) == "-30.000 -20.000 -10.000 0 10.000 20.000 30.000 40.000");  // 9,427 -> 10,000
    CHECK(ticks({0, 1200}, 6) == "0 200 400 600 800 1.000 1.200");                                // 200 exactly
    CHECK(ticks({-2.1, 0.4}, 6) == "-2,5 -2,0 -1,5 -1,0 -0,5 0,0 0,5");                           // 0.42 -> 0.5
    CHECK(ticks({0, 0.3}, 3) == "0,0 0,1 0,2 0,3");
    CHECK(ticks({101, 103}, 4) == "101,0 101,5 102,0 102,5 103,0");
}

TEST_CASE("a value that is also a tick needs no further one") {
    CHECK(ticks({0, 30}, 3) == "0 10 20 30");
    CHECK(ticks({-30, 0}, 3) == "-30 -20 -10 0");
}

TEST_CASE("an axis without a range, or without values, has one") {
    CHECK(ticks({0, 0}, 2) == "0,0 0,5 1,0");
    CHECK(ticks({}, 2) == "0,0 0,5 1,0");
    CHECK(ticks({-4, -4}, 2) == "-6 -4 -2");                                            // half of it on each side
    CHECK(ticks({-331086.6, -331086.6 + 6e-11}, 2) == "-600.000 -400.000 -200.000 0");  // noise is no range
    CHECK(ticks({nothing, infinite, 0, 10, -infinite}, 5) == "0 2 4 6 8 10");
    CHECK(scale_of({-1e308, 1e308}, 6).ticks.size() <= 12);
}

TEST_CASE("a value lies on the scale where its share is, and beyond at its end") {
    const output::Scale scale = scale_of({-100, 300}, 4);
    CHECK(scale.share(-100) == 0);
    CHECK(scale.share(0) == 0.25);
    CHECK(scale.share(300) == 1);
    CHECK(scale.share(infinite) == 1);
    CHECK(scale.share(-5000) == 0);
}
