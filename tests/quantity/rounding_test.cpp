#include "provenu/quantity/rounding.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace provenu::quantity;

TEST_CASE("halves go away from zero, as the Copenhagen papers print them") {
    CHECK(round_half_away(1417.5) == 1418);
    CHECK(round_half_away(2632.5) == 2633);
    CHECK(round_half_away(14792.5) == 14793);
    CHECK(round_half_away(26732.5) == 26733);
    CHECK(round_half_away(-0.5) == -1);
    CHECK(round_half_away(-2632.5) == -2633);
    CHECK(round_half_away(1417.4) == 1417);
    CHECK(round_half_away(1417.4999) == 1417);
}

TEST_CASE("binary noise does not flip a half") {
    CHECK(round_half_away(1417.4999999999998) == 1418);
    CHECK(round_half_away(std::nextafter(2632.5, 0)) == 2633);
    CHECK(round_half_away(1e9 + 0.5 - 1e-4) == 1e9 + 1);
    CHECK(round_half_away(1.005, 0.01) == 1.01);
    CHECK(round_half_away(0.15, 0.1) == 0.2);
}

TEST_CASE("a step may be any size, and what comes out is the nearest double") {
    CHECK(round_half_away(1417.5, 5) == 1420);
    CHECK(round_half_away(1412.5, 5) == 1415);
    CHECK(round_half_away(1415, 10) == 1420);
    CHECK(round_half_away(0.29, 0.1) == 0.3);
    CHECK(round_half_away(12.34567, 0.0001) == 12.3457);
}

TEST_CASE("large numbers keep their digits") {
    CHECK(round_half_away(1e15) == 1e15);
    CHECK(round_half_away(1e15 + 1) == 1e15 + 1);
    CHECK(round_half_away(1e300) == 1e300);
    CHECK(round_half_away(1e12 + 0.25) == 1e12);
}

TEST_CASE("there is no minus zero, and what is not finite comes back") {
    CHECK_FALSE(std::signbit(round_half_away(-0.4)));
    CHECK_FALSE(std::signbit(round_half_away(-0.0)));
    CHECK_FALSE(std::signbit(round_up(-0.4)));
    CHECK_FALSE(std::signbit(round_down(-0.0)));
    CHECK(std::isinf(round_half_away(std::numeric_limits<double>::infinity())));
    CHECK(std::isnan(round_half_away(std::numeric_limits<double>::quiet_NaN())));
}

TEST_CASE("rounding down and up forgives noise too") {
    CHECK(round_down(2.9999999999999996) == 3);
    CHECK(round_up(3.0000000000000004) == 3);
    CHECK(round_down(2.99) == 2);
    CHECK(round_up(3.01) == 4);
    CHECK(round_down(-2.5) == -3);
    CHECK(round_up(-2.5) == -2);
}
