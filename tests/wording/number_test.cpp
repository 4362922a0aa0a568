#include "provenu/wording/number.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <string>
#include <vector>

#include "provenu/diag/bug.hpp"

using namespace provenu::wording;

TEST_CASE("a table's numbers round half away from zero, as the papers print them") {
    CHECK(number(Language::danish, 1417.5) == "1.418");
    CHECK(number(Language::danish, 2632.5) == "2.633");
    CHECK(number(Language::danish, 14792.5) == "14.793");
    CHECK(number(Language::danish, 26732.5) == "26.733");
    CHECK(number(Language::danish, -0.5) == "-1");
    CHECK(number(Language::danish, 1417.4999999999998) == "1.418");
}

TEST_CASE("thousands are grouped, decimals are marked, each in the signs of the language") {
    CHECK(number(Language::english, 1417.5) == "1,418");
    CHECK(number(Language::danish, 0) == "0");
    CHECK(number(Language::danish, -0.4) == "0");
    CHECK(number(Language::danish, -0.0, 2) == "0,00");
    CHECK(number(Language::danish, 999.5) == "1.000");
    CHECK(number(Language::danish, -999) == "-999");
    CHECK(number(Language::danish, -1000) == "-1.000");
    CHECK(number(Language::danish, -123456.789, 2) == "-123.456,79");
    CHECK(number(Language::english, 4.7914, 3) == "4.791");
    CHECK(number(Language::danish, 1e15) == "1.000.000.000.000.000");
    CHECK(number(Language::english, 1234567.125, 2) == "1,234,567.13");
    CHECK(number(Language::english, 1e300).size() == 301 + 100);  // digits and separators
}

TEST_CASE("a number in a chain of reasoning has as few decimals as it needs") {
    CHECK(plain_number(Language::english, 1417.5, 4) == "1,417.5");
    CHECK(plain_number(Language::english, 0.5, 4) == "0.5");
    CHECK(plain_number(Language::english, 650, 4) == "650");
    CHECK(plain_number(Language::english, 100, 4) == "100");
    CHECK(plain_number(Language::english, 100, 0) == "100");
    CHECK(plain_number(Language::danish, 0.1 + 0.2, 4) == "0,3");
    CHECK(plain_number(Language::danish, 3.0 / 17, 4) == "0,1765");
    CHECK(plain_number(Language::danish, -0.00001, 4) == "0");
    CHECK(plain_number(Language::danish, 1234567.25, 4) == "1.234.567,25");
}

TEST_CASE("a share is a percentage with as few decimals as it needs, at most three") {
    CHECK(percent(Language::english, 0.5) == "50 %");
    CHECK(percent(Language::english, 0.161) == "16.1 %");
    CHECK(percent(Language::danish, 0.035) == "3,5 %");
    CHECK(percent(Language::danish, 3.0 / 17) == "17,647 %");
    CHECK(percent(Language::danish, 1.05) == "105 %");
    CHECK(percent(Language::danish, -0.01125) == "-1,125 %");
}

TEST_CASE("a number of any size is written with the digits that it needs") {
    CHECK(written_number(Language::danish, 0.00082) == "0,00082");
    CHECK(written_number(Language::danish, 8.2e-7) == "0,00000082");
    CHECK(written_number(Language::danish, 0.0123456) == "0,0123");
    CHECK(written_number(Language::english, 12.25) == "12.25");
    CHECK(written_number(Language::english, 1417.55) == "1,417.6");
    CHECK(written_number(Language::english, -0.004) == "-0.004");
    CHECK(written_number(Language::english, 1e-17) == "0");
}

TEST_CASE("what is not finite is never printed") {
    CHECK_THROWS_AS(number(Language::danish, std::numeric_limits<double>::infinity()), provenu::diag::Bug);
    CHECK_THROWS_AS(plain_number(Language::danish, std::numeric_limits<double>::quiet_NaN(), 4), provenu::diag::Bug);
}
