#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "provenu/quantity/text.hpp"

using namespace provenu::quantity;

namespace {

std::string shown(const NumberReading& reading) {
    if (const auto* two = std::get_if<TwoReadings>(&reading)) return two->whole + " or " + two->decimal;
    if (const auto* value = std::get_if<double>(&reading)) return Catch::StringMaker<double>::convert(*value);
    return "no number";
}

}  // namespace

TEST_CASE("a number that reads in one way is read, Danish or English") {
    struct Case {
        std::string text;
        double value;
    };
    const std::vector<Case> cases{{"0", 0},
                                  {"700", 700},
                                  {"1234.5", 1234.5},
                                  {"1234,5", 1234.5},
                                  {"1.5", 1.5},
                                  {"1,5", 1.5},
                                  {"0.125", 0.125},
                                  {"0,125", 0.125},
                                  {"12.3456", 12.3456},
                                  {"1234.567", 1234.567},
                                  {".5", 0.5},
                                  {".125", 0.125},
                                  {"1.234.567,89", 1234567.89},
                                  {"1,234,567.89", 1234567.89},
                                  {"1.234,5", 1234.5},
                                  {"1.234,567", 1234.567},
                                  {"1.234.567", 1234567},
                                  {"1,234,567", 1234567},
                                  {"1 234", 1234},
                                  {"1 234 567", 1234567},
                                  {"1\u00A0234\u00A0567", 1234567},
                                  {"1\u202F234,5", 1234.5},
                                  {"12 345,678", 12345.678},
                                  {"1e5", 100000},
                                  {"1.5E-3", 0.0015},
                                  {"2,5e3", 2500},
                                  {"-3", -3},
                                  {"\u2212"
                                   "3,5",
                                   -3.5},
                                  {"-1.234.567,5", -1234567.5},
                                  {"525500", 525500}};
    for (const auto& [text, value] : cases) {
        CAPTURE(text);
        const NumberReading reading = read_number(text);
        REQUIRE(shown(reading) == Catch::StringMaker<double>::convert(value));
        CHECK(std::get<double>(reading) == value);
    }
}

TEST_CASE("a number that reads in two ways is refused with both readings") {
    CHECK(shown(read_number("1.234")) == "1234 or 1.2340");
    CHECK(shown(read_number("12,500")) == "12500 or 12,5000");
    CHECK(shown(read_number("-1.234")) == "-1234 or -1.2340");
    CHECK(shown(read_number("\u2212"
                            "525,500")) == "-525500 or -525,5000");
    CHECK(shown(read_number("1.234e3")) == "1234e3 or 1.2340e3");
}

TEST_CASE("what is not a number is refused") {
    for (const std::string text :
         {"",           "-",           "--3",         "+3",        "5.",    "5,",        ".",      ",5",
          "..5",        "010",         "00",          "00.5",      "0x10",  "1e999",     "1e-999", "1e",
          "e5",         ".nan",        ".inf",        "nan",       "inf",   "inflation", "1_000",  "1.23.456",
          "1.2345.678", "1,234.567,8", "1.234,567.8", "0.123.456", "0 123", "1234 567",  "1 23",   "1 234\u00A0567",
          "1.234 567",  "1.234.567e3", "1 234e3",     "3/17",      "50%",   "5 kr.",     " 5",     "5 ",
          "12:30",      "\u2212",      "½",           "٣"}) {
        CAPTURE(text);
        CHECK(shown(read_number(text)) == "no number");
    }
    CHECK(shown(read_number(std::string(400, '9'))) == "no number");
}

TEST_CASE("a minus before nothing gives no minus: -0 is 0") {
    CHECK_FALSE(std::signbit(std::get<double>(read_number("-0,0"))));
}

TEST_CASE("the length of a number ends before what is not part of it") {
    struct Case {
        std::string text;
        std::size_t length;
    };
    const std::vector<Case> cases{{"650 t.kr.", 3},  {"1.234,5 kr.", 7}, {"2027..2031", 4}, {"2029..", 4},
                                  {"5.", 1},         {"3/17", 1},        {"50 %", 2},       {"1 234 567 kr.", 9},
                                  {"5 1000 DKK", 1}, {"1\u00A0234", 6},  {".5", 2},         {"..5", 0},
                                  {"", 0},           {"x5", 0},          {"-5", 0},         {"1e5", 3},
                                  {"1e", 1},         {"2em", 1},         {"0x10", 1},       {"1.2.3", 5},
                                  {"2026-07", 4},    {"5)", 1},          {"1;5", 1},        {",5", 0},
                                  {"010", 3}};
    for (const auto& [text, length] : cases) {
        CAPTURE(text);
        CHECK(number_length(text) == length);
    }
}
