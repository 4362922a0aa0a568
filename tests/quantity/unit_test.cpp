#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "provenu/quantity/text.hpp"

using namespace provenu::quantity;

namespace {

/// The unit, the size of its money and what is left of the text: `kr./year 3 |rest`.
std::string reading(const std::string& text) {
    const auto written = read_unit(text);
    if (!written) return "none";
    const bool has_money = written->unit.of(Dimension::money) != 0;
    return name(written->unit) + (has_money ? " " + std::to_string(written->money.exponent) : "") + "|" +
           text.substr(written->length);
}

}  // namespace

TEST_CASE("money is read in every spelling of a Danish municipality") {
    for (const std::string text : {"kr.", "kr", " kr.", "Kr.", "DKK", "dkk", "kroner", "krone", "dkr.", "\u00A0kr."}) {
        CAPTURE(text);
        CHECK(reading(text) == "kr. 0|");
    }
    for (const std::string text :
         {"t.kr.", " t. kr.", "tkr.", "tkr", "t.kr", "T.kr.", "t.DKK", "kDKK", "tusind kr.", "tusinde kroner", "thousand DKK"}) {
        CAPTURE(text);
        CHECK(reading(text) == "kr. 3|");
    }
    for (const std::string text : {"mio. kr.", " mio.kr.", "mio kr", "mio. DKK", "Mio. kr.", "mill. kr.", "million DKK",
                                   "million kr.", "millioner kroner", "MDKK", "mio.\u00A0kr."}) {
        CAPTURE(text);
        CHECK(reading(text) == "kr. 6|");
    }
    for (const std::string text : {"mia. kr.", "mia. DKK", "mia.kr.", "milliard kr.", "milliarder kroner", "billion DKK"}) {
        CAPTURE(text);
        CHECK(reading(text) == "kr. 9|");
    }
}

TEST_CASE("what is counted is read in Danish and English, singular and plural") {
    struct Case {
        std::vector<std::string> texts;
        std::string unit;
    };
    const std::vector<Case> cases{
        {{"FTE", "FTEs", "fte", "årsværk", "Årsværk", "ÅRSVÆRK"}, "FTE"},
        {{"person", "persons", "personer", "people", "borger", "borgere", "citizen", "citizens"}, "persons"},
        {{"place", "places", "plads", "pladser"}, "places"},
        {{"hour", "hours", "time", "timer"}, "hours"},
        {{"week", "weeks", "uge", "uger"}, "weeks"},
        {{"month", "months", "måned", "måneder", "md.", "md", "mdr.", "mdr"}, "months"},
        {{"year", "years", "år"}, "years"}};
    for (const auto& [texts, unit] : cases) {
        for (const auto& text : texts) {
            CAPTURE(text);
            CHECK(reading(text) == unit + "|");
        }
    }
}

TEST_CASE("a unit may be divided by units") {
    CHECK(reading(" t.kr./FTE/year") == "kr./FTE/year 3|");
    CHECK(reading("kr./time") == "kr./hour 0|");
    CHECK(reading(" t.kr./år/årsværk") == "kr./FTE/year 3|");
    CHECK(reading("t.kr. pr. årsværk pr. år") == "kr./FTE/year 3|");
    CHECK(reading("t.kr. pr plads per år") == "kr./place/year 3|");
    CHECK(reading("kr. per person per year") == "kr./person/year 0|");
    CHECK(reading("mio. kr. om året") == "kr./year 6|");
    CHECK(reading("t.kr. a month") == "kr./month 3|");
    CHECK(reading("months/year") == "months/year|");
    CHECK(reading("FTE/mio. kr.") == "FTE/kr. 6|");
    CHECK(reading("years/year") == "a bare number|");
}

TEST_CASE("a unit ends where it is no longer one") {
    CHECK(reading("kr. + 3") == "kr. 0| + 3");
    CHECK(reading("kr./FTE * 3") == "kr./FTE 0| * 3");
    CHECK(reading("t.kr. / FTE") == "kr. 3| / FTE");
    CHECK(reading("kr./months_open") == "kr. 0|/months_open");
    CHECK(reading("kr./kr.") == "kr. 0|/kr.");
    CHECK(reading("kr. perhaps") == "kr. 0| perhaps");
    CHECK(reading("kr. prår") == "kr. 0| prår");
    CHECK(reading("kr.)") == "kr. 0|)");
    CHECK(reading("kr.×2") == "kr. 0|×2");
}

TEST_CASE("a unit never takes part of a longer word") {
    for (const std::string text : {"",    " ",           "months2", "kroners", "krydderi", "timers", "time_share", "personale",
                                   "års", "årsværksløn", "kré",     "mio.",    "mio",      "t.",     "thousand",   "billion kr.",
                                   "m",   "k",           "%",       "/year",   "pr. år",   "price",  "1000 DKK"}) {
        CAPTURE(text);
        CHECK(reading(text) == "none");
    }
}

TEST_CASE("the money unit of a file is a power of a thousand kroner") {
    struct Case {
        std::string text;
        int exponent;
    };
    const std::vector<Case> cases{{"1000 DKK", 3},  {"1 DKK", 0},      {"DKK", 0},           {"kr.", 0},      {"t.kr.", 3},
                                  {"1.000 kr.", 3}, {"1,000 DKK", 3},  {"1 000 kr.", 3},     {"1000 kr.", 3}, {"1000000 DKK", 6},
                                  {"mio. kr.", 6},  {"1 mio. kr.", 6}, {"1.000.000 kr.", 6}, {"mia. kr.", 9}, {"1000 t.kr.", 6}};
    for (const auto& [text, exponent] : cases) {
        CAPTURE(text);
        REQUIRE(read_money(text));
        CHECK(read_money(text)->exponent == exponent);
    }
    for (const std::string text : {"", "1000", "100 DKK", "2000 DKK", "EUR", "1000 EUR", "FTE", "kr./FTE", "kr.x", "1.5 kr.",
                                   "-1000 DKK", "1000 mia. kr."}) {
        CAPTURE(text);
        CHECK_FALSE(read_money(text));
    }
}

TEST_CASE("units multiply and divide by their powers, and say their name") {
    const Unit money = unit_of(Dimension::money);
    const Unit fte = unit_of(Dimension::fte);
    const Unit year = unit_of(Dimension::year);
    CHECK((money / fte / year) * fte == money / year);
    CHECK((money / money).is_bare());
    CHECK(name(money / fte / year) == "kr./FTE/year");
    CHECK(name(fte * unit_of(Dimension::month)) == "FTE x months");
    CHECK(name(unit_of(Dimension::month, 2) / year) == "months^2/year");
    CHECK(name(Unit{} / unit_of(Dimension::year, 2)) == "1/year^2");
    CHECK(name(Unit{}) == "a bare number");
}

TEST_CASE("a power without end stays within its bounds") {
    Unit unit = unit_of(Dimension::year);
    for (int i = 0; i < 300; ++i) unit = unit * unit_of(Dimension::year);
    CHECK(unit.of(Dimension::year) == 100);
}
