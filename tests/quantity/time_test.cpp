#include "provenu/quantity/time.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace provenu::quantity;

namespace {

/// `2026-07..2028-07`: first month, and first month after.
std::string shown(const std::optional<Period>& period) {
    if (!period) return "none";
    return name(period->from) + ".." + (period->until ? name(*period->until) : "");
}

}  // namespace

TEST_CASE("years are read with both ends") {
    CHECK(read_years("2026..2031") == Years{2026, 2031});
    CHECK(read_years("2026 .. 2031") == Years{2026, 2031});
    CHECK(read_years("2026") == Years{2026, 2026});
    CHECK(read_years("2026..2031")->count() == 2031 - 2026 + 1);
    for (const std::string text : {"", "2031..2026", "2026..", "..2026", "26..31", "1899..1901", "2199..2201", "2026-2031",
                                   "2026...2031", "2026..2031..2032", "2026-07..2028-06", "x"}) {
        CAPTURE(text);
        CHECK_FALSE(read_years(text));
    }
}

TEST_CASE("months count from year 0, so that differences are months") {
    CHECK(read_month("2026-07")->number == 2026 * 12 + 6);
    CHECK(read_month("2028-06")->number - read_month("2026-07")->number == 23);
    CHECK(name(month_of(2026, 12)) == "2026-12");
    for (const std::string text : {"2026-13", "2026-00", "2026-7", "2026", "2026/07", "07-2026", "2026-071", "1899-12", ""}) {
        CAPTURE(text);
        CHECK_FALSE(read_month(text));
    }
}

TEST_CASE("a period ends with the last month that it names") {
    CHECK(shown(read_period("2026-07..2028-06")) == "2026-07..2028-07");
    CHECK(shown(read_period("2026-07")) == "2026-07..2026-08");
    CHECK(shown(read_period("2027")) == "2027-01..2028-01");
    CHECK(shown(read_period("2026..2028")) == "2026-01..2029-01");
    CHECK(shown(read_period("2026-07..2028")) == "2026-07..2029-01");
    CHECK(shown(read_period("2028-07..")) == "2028-07..");
    CHECK(shown(read_period("2027..")) == "2027-01..");
    CHECK(shown(read_period("2027-03..2027-03")) == "2027-03..2027-04");
    for (const std::string text :
         {"", "..", "..2027", "2028-07..2028-06", "2028..2027", "2026-13..", "2026-07..x", "2026-07..."}) {
        CAPTURE(text);
        CHECK(shown(read_period(text)) == "none");
    }
}

TEST_CASE("a date is a day of the calendar") {
    CHECK(read_date("2026-05-01") == Date{2026, 5, 1});
    CHECK(read_date("2028-02-29") == Date{2028, 2, 29});
    for (const std::string text :
         {"2026-02-29", "2100-02-29", "2026-04-31", "2026-05-00", "2026-05", "2026-5-1", "1.5.2026", ""}) {
        CAPTURE(text);
        CHECK_FALSE(read_date(text));
    }
}

TEST_CASE("the columns of an axis are the table, the years beyond it, and the carried level") {
    const Axis axis{{2026, 2031}, 30};
    CHECK(axis.years() == 6 + 30);
    CHECK(axis.columns() == 6 + 30 + 1);
    CHECK(axis.carried() == 36);
    CHECK(axis.year(8) == 2034);
    CHECK(axis.column(2034) == 8);
    CHECK(axis.all() == Years{2026, 2061});
}
