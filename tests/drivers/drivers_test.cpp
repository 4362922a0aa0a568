#include "support/drivers.hpp"

#include <catch2/catch.hpp>

namespace provenu {
namespace {

using support::drive;
using support::driver_codes;
using support::driver_file;
using support::one_driver;

TEST_CASE("40 places at 900 that become 43 at 930 cost 2,700 in volume, 1,200 in price and 90 in both") {
    const auto driven = drive(one_driver("expected: {activity: 43, price: 930}"));
    CHECK(driven["homes.budget"] == 40 * 900);
    CHECK(driven["homes.expected"] == 43 * 930);
    CHECK(driven["homes.deviation"] == 3990);
    CHECK(driven["homes.volume_effect"] == (43 - 40) * 900);
    CHECK(driven["homes.price_effect"] == 40 * (930 - 900));
    CHECK(driven["homes.joint_effect"] == (43 - 40) * (930 - 900));
    CHECK(driven["total.deviation"] == 3990);
}

TEST_CASE("The three effects always make up the deviation") {
    for (const char* expected : {"{activity: 37.5, price: 850}", "{activity: 0, price: 900}", "{activity: 40, price: 0}",
                                 "{activity: 1/3, price: 1000/7}", "{activity: 44, price: -12}"}) {
        const auto driven = drive(one_driver("expected: " + std::string(expected)));
        const double effects = driven["homes.volume_effect"] + driven["homes.price_effect"] + driven["homes.joint_effect"];
        CHECK(effects == Approx(driven["homes.deviation"]).margin(1e-9));
    }
}

TEST_CASE("The full year weighs the months so far and the rest by their months") {
    const auto driven = drive(one_driver("expected: {so_far: {months: 8, activity: 41.5, rest: 43}, price: 930}"));
    CHECK(driven["homes.expected.activity"] == Approx((8 * 41.5 + 4 * 43) / 12));
    const auto same = drive(one_driver("expected: {so_far: {months: 8, activity: 41.5}, price: 930}"));
    CHECK(same["homes.expected.activity"] == Approx(41.5));
    const auto ended = drive(one_driver("expected: {so_far: {months: 12, activity: 41.5, rest: 99}, price: 930}"));
    CHECK(ended["homes.expected.activity"] == Approx(41.5));
}

TEST_CASE("What was spent so far gives the price of a whole year") {
    const auto driven = drive(one_driver("expected: {so_far: {months: 8, activity: 42, rest: 45, spent: 26040}}"));
    CHECK(driven["homes.expected.price"] == Approx(26040 / (42 * 8 / 12.0)));  // 930
    CHECK(driven["homes.expected"] == Approx((8 * 42 + 4 * 45) / 12.0 * 930));
}

TEST_CASE("Areas and the whole are the sums of their drivers") {
    const auto driven = drive(driver_file(R"(areas: [{id: adults}, {id: young}]
drivers:
  - {id: a, area: adults, budget: {activity: 40, price: 900}, expected: {activity: 43, price: 930}}
  - {id: b, area: adults, budget: {activity: 10, price: 100}, expected: {activity: 8, price: 110}}
  - {id: c, area: young, budget: {activity: 5, price: 200}, expected: {activity: 5, price: 210}}
  - {id: d, budget: {activity: 1, price: 10}, expected: {activity: 2, price: 10}}
)"));
    CHECK(driven["area.adults.deviation"] == 3990 + (880 - 1000));
    CHECK(driven["area.adults.volume_effect"] == 2700 - 200);
    CHECK(driven["area.young.price_effect"] == 50);
    CHECK(driven["total.deviation"] == 3990 - 120 + 50 + 10);
    CHECK(driven["total.budget"] == 36000 + 1000 + 1000 + 10);
}

TEST_CASE("The coming budgets lack the level at the end of the year at the expected price") {
    const auto driven =
        drive(one_driver("expected: {activity: 43, price: 930}\n    level_at_year_end: 44\n    next_years: {2022: {activity: "
                         "42}, 2023..: {price: 910}}",
                         "next_years: 2022..2024\n"));
    CHECK(driven["homes.next.activity"] == 44);
    CHECK(driven.at("homes.next.deviation", 2022) == 44 * 930 - 42 * 900);  // the price is this year's
    CHECK(driven.at("homes.next.deviation", 2023) == 44 * 930 - 40 * 910);
    CHECK(driven.at("homes.next.deviation", 2024) == 44 * 930 - 40 * 910);
    CHECK(driven.at("total.next.budget", 2024) == 40 * 910);
    CHECK(driven.at("total.next.budget", 2021) == 0);
}

TEST_CASE("The next year begins with the level of the remaining months unless it is said") {
    const std::string years = "next_years: 2022..2022\n";
    const auto rest = drive(one_driver("expected: {so_far: {months: 8, activity: 41, rest: 44}, price: 930}", years));
    CHECK(rest["homes.next.activity"] == 44);
    const auto whole = drive(one_driver("expected: {activity: 43, price: 930}", years));
    CHECK(whole["homes.next.activity"] == 43);
}

TEST_CASE("A revision is held against the budget and against the revision before it") {
    const auto driven =
        drive(one_driver("revisions: {march: {activity: 41}, june: {price: 920}}\n    expected: {activity: 43, price: 930}",
                         "revisions: [{id: march}, {id: june}]\n"));
    CHECK(driven["homes.revision.march"] == 41 * 900);
    CHECK(driven["homes.revision.march.movement"] == 900);
    CHECK(driven["homes.revision.june"] == 41 * 920);  // the activity is still March's
    CHECK(driven["homes.revision.june.deviation"] == 41 * 920 - 40 * 900);
    CHECK(driven["homes.revision.june.joint_effect"] == 1 * 20);
    CHECK(driven["homes.movement"] == 43 * 930 - 41 * 920);
    CHECK(driven["total.revision.june.movement"] == 41 * 20);
}

TEST_CASE("Prices come in any size of money, per place and year or not") {
    const auto driven = drive(driver_file(R"(unit: 1000 DKK
drivers:
  - {id: a, budget: {activity: 40 places, price: 0.9 mio. kr./place/year}, expected: {activity: 43 places, price: 930000 kr.}}
)"));
    CHECK(driven["a.budget"] == Approx(36000));
    CHECK(driven["a.deviation"] == Approx(3990));
}

TEST_CASE("What cannot be is refused at its place") {
    const auto codes = [](const std::string& keys) { return driver_codes(one_driver(keys)); };
    CHECK(codes("expected: {so_far: {months: 0, activity: 41}, price: 930}") == "P782");
    CHECK(codes("expected: {so_far: {months: 13, activity: 41}, price: 930}") == "P782");
    CHECK(codes("expected: {activity: -43, price: 930}") == "P783");
    CHECK(codes("expected: {activity: 3 - 43, price: 930}") == "P783");
    CHECK(codes("expected: {price: 930}") == "P784");
    CHECK(codes("expected: {activity: 43, so_far: {months: 8, activity: 41}, price: 930}") == "P785");
    CHECK(codes("area: adults\n    expected: {activity: 43, price: 930}") == "P786");
    CHECK(codes("next_years: {2023: {activity: 3}}\n    expected: {activity: 43, price: 930}") == "P787");
    CHECK(codes("expected: {activity: 43 t.kr., price: 930}") == "P790");
    CHECK(codes("expected: {activity: 43, price: 78 t.kr./month}") == "P791");
    CHECK(codes("expected: {activity: 43, price: 930 places}") == "P791");
    CHECK(codes("expected: {activity: 43 places, price: 930 t.kr./person}") == "P791");
    CHECK(codes("level_at_year_end: 3 persons\n    expected: {activity: 43 places, price: 930}") == "P777 P792");
    CHECK(codes("expected: {activity: places, price: 930}") == "P793");
    CHECK(codes("expected: {so_far: {months: 8, activity: 42, spent: 3 places}}") == "P796");
    CHECK(codes("expected: {so_far: {months: 8, activity: 42, spent: 26040}, price: 930}") == "P797");
    CHECK(codes("expected: {activity: 43}") == "P798");
    CHECK(codes("revisions: {march: {activity: 41}}\n    expected: {activity: 43, price: 930}") == "P799");
}

TEST_CASE("A price of what nobody used divides by nought and is refused") {
    CHECK(driver_codes(one_driver("expected: {so_far: {months: 8, activity: 0, spent: 26040}}")) == "P430");
}

TEST_CASE("Numbers out of all bounds are refused, in a driver and in a sum") {
    CHECK(driver_codes(one_driver("expected: {activity: 1e200, price: 1e200}")).starts_with("P430"));
    const std::string huge = "budget: {activity: 1, price: 1}, expected: {activity: 1, price: 1.2e308}}";
    CHECK(driver_codes(driver_file("drivers: [{id: a, " + huge + ", {id: b, " + huge + "]\n")).starts_with("P430"));
}

TEST_CASE("The same id twice, an id of the program's and no drivers at all are refused") {
    const std::string driver = "{id: a, budget: {activity: 1, price: 1}, expected: {activity: 1, price: 1}}";
    CHECK(driver_codes(driver_file("drivers: [" + driver + ", " + driver + "]\n")) == "P789");
    CHECK(driver_codes(driver_file(
              "drivers: [{id: total, budget: {activity: 1, price: 1}, expected: {activity: 1, price: 1}}]\n")) == "P794");
    CHECK(driver_codes(driver_file("drivers: []\n")) == "P795");
    CHECK(driver_codes(driver_file("next_years: 2020..2022\ndrivers: [" + driver + "]\n")) == "P788");
}

TEST_CASE("One slip gives one message") {
    CHECK(driver_codes(one_driver("expected: {activty: 43, price: 930}")) == "P301");
    CHECK(driver_codes(one_driver("expected: {activity: 43, prize: 930}")) == "P301");
    CHECK(driver_codes(one_driver("expected: {activity: 43 kroner, price: 4+}")) != "");
    CHECK(driver_codes(one_driver("expected: {so_far: {months: 8}, price: 930}")) == "P303");
}

}  // namespace
}  // namespace provenu
