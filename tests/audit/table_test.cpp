#include "provenu/audit/table.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "audit/tables.hpp"
#include "audit/told.hpp"

namespace provenu {
namespace {

using audit::audit_table;
using support::differences;
using support::pathway_programme;
using support::roundings;
using support::row;
using support::specialist_teams;
using support::Told;
using support::with;
using support::without;

TEST_CASE("The pathway programme's net effect of 2030 and 2031 is off by twice the rent subsidies", "[audit]") {
    const auto found = audit_table(pathway_programme());
    CHECK(differences(found) ==
          Told{"net 2030: -8800 for -10480: 2 x Huslejetilskud", "net 2031: -10140 for -11960: 2 x Huslejetilskud"});
    CHECK(roundings(found).empty());
    CHECK(!found.is_clean());
}

TEST_CASE("The specialist teams' 16,666 for 26,733 - 10,066 is rounding alone", "[audit]") {
    const auto found = audit_table(specialist_teams());
    CHECK(differences(found).empty());
    CHECK(roundings(found) == Told{"net 2027: 16666 for 16667"});
    CHECK(found.is_clean());
}

TEST_CASE("The printed 4 years are turn years; the pathway programme's exact 4.07 rounds to them as well", "[audit]") {
    const auto teams = audit_table(specialist_teams());
    REQUIRE(teams.paybacks.size() == 2);
    CHECK(teams.paybacks[0].conventions == Told{"turn-year"});
    CHECK(teams.paybacks[1].conventions == Told{"turn-year"});
    CHECK(teams.paybacks[1].exact == Approx(4 + (14793 + 16667 - 655 - 15450) / 19400.0));
    const auto pathway = audit_table(pathway_programme());
    REQUIRE(pathway.paybacks.size() == 2);
    CHECK(pathway.paybacks[0].conventions == Told{"turn-year", "exact"});
    CHECK(pathway.paybacks[1].conventions == Told{"turn-year", "exact"});
    CHECK(pathway.paybacks[1].exact == Approx(4 + (2725 + 5447 - 562 - 6885) / 10480.0));
}

TEST_CASE("The pathway programme's support at home is 16.1 % of the places saved at first and 12.9 % at last", "[audit]") {
    const auto found = audit_table(pathway_programme());
    REQUIRE(found.notes.size() == 1);
    const auto& drift = std::get<audit::Drift>(found.notes.front());
    CHECK(drift.row.label == "Støtte i eget hjem");
    CHECK(drift.of.label == "Besparelse, forløb");
    REQUIRE(drift.shares.size() == 5);
    CHECK(drift.shares.front().share == Approx(820.0 / 5090));
    CHECK(drift.shares.back().share == Approx(3240.0 / 25120));
}

struct Planted {
    const char* title;
    tables::PublishedTable table;
    Told found;
};

TEST_CASE("Each planted slip is found once, with its figures and its cause", "[audit]") {
    const auto teams = specialist_teams();
    const auto pathway =
        with(with(pathway_programme(), "Samlet økonomisk påvirkning", 2030, -10480), "Samlet økonomisk påvirkning", 2031, -11960);
    const std::vector<Planted> cases{
        {"nothing", pathway, {}},
        {"digits of a row",
         with(teams, "Varig effekt, social", 2027, -2700),
         {"Varig effekt, social 2027: -2700 for -7200: swapped digits"}},
        {"digits of a row that others hide",
         with(teams, "Årlig drift, drift", 2028, 1340),
         {"Årlig drift, drift 2028: 1340 for 1430: swapped digits"}},
        {"digits of the net",
         with(teams, "Samlet økonomisk påvirkning", 2029, -14550),
         {"net 2029: -14550 for -15450: swapped digits"}},
        {"digits of a subtotal",
         with(teams, "Samlet varig ændring, service", 2029, -14550),
         {"recurring_total_service 2029: -14550 for -15450: swapped digits"}},
        {"digits of a total",
         with(teams, "Samlede omkostninger", 2027, 26373),
         {"implementation_total 2027: 26373 for 26733: swapped digits"}},
        {"a row's sign",
         with(teams, "Varig effekt, sundhed", 2028, 7450),
         {"Varig effekt, sundhed 2028: 7450 for -7450: other sign"}},
        {"the net's sign", with(teams, "Samlet økonomisk påvirkning", 2028, 655), {"net 2028: 655 for -655: other sign"}},
        {"a total's sign",
         with(teams, "Samlet varig ændring", 2030, 19400),
         {"recurring_total 2030: 19400 for -19400: other sign"}},
        {"a row in kr. thousands of thousands",
         with(teams, "Medarbejdere", 2027, 22),
         {"Medarbejdere 2027: 22 for 21780: power of ten -3"}},
        {"a total in kr.",
         with(teams, "Samlede omkostninger", 2028, 14240000),
         {"implementation_total 2028: 1.424e+07 for 14240: power of ten 3"}},
        {"a digit too few",
         with(teams, "Varig effekt, social", 2031, -2400),
         {"Varig effekt, social 2031: -2400 for -21400: a digit too few"}},
        {"a nought too many", with(teams, "Programledelse", 2026, 8100), {"Programledelse 2026: 8100 for 810: a digit too many"}},
        {"a row that is not printed",
         without(teams, "Varig effekt, sundhed"),
         {"recurring_total_service 2027: -10066 for -7166: missing row",
          "recurring_total_service 2028: -14895 for -7445: missing row",
          "recurring_total_service 2029: -15450 for -3550: missing row",
          "recurring_total_service 2030: -19400 for -6900: missing row",
          "recurring_total_service 2031: -21050 for -8550: missing row"}},
        {"another row that is not printed",
         without(pathway, "Supervision"),
         {"implementation_total 2027: 11160 for 11060: missing row", "implementation_total 2028: 5770 for 5670: missing row",
          "implementation_total 2029: 1315 for 1215: missing row"}},
        {"all rows of a group but one",
         without(without(without(teams, "Programledelse"), "Frikøb"), "Kompetenceudvikling"),
         {"implementation_total_service 2026: 14793 for 12215: missing row",
          "implementation_total_service 2027: 26733 for 21780: missing row",
          "implementation_total_service 2028: 14240 for 12215: missing row"}},
        {"a row that the total leaves out",
         with(with(with(teams, "Samlede omkostninger, service", 2026, 14793 - 810), "Samlede omkostninger, service", 2027,
                   26733 - 1620),
              "Samlede omkostninger, service", 2028, 14240 - 810),
         {"implementation_total_service 2026: 13983 for 14793: -1 x Programledelse",
          "implementation_total_service 2027: 25113 for 26733: -1 x Programledelse",
          "implementation_total_service 2028: 13430 for 14240: -1 x Programledelse"}},
        {"a row counted twice in one year",
         with(teams, "Samlet varig ændring, service", 2030, -19400 - 8810),
         {"recurring_total_service 2030: -28210 for -19400: 1 x Varig effekt, drift"}},
        {"two rows left out",
         with(teams, "Samlede omkostninger, service", 2026, 14793 - 810 - 350),
         {"implementation_total_service 2026: 13633 for 14793: -1 x Programledelse and -1 x Kompetenceudvikling"}},
        {"the net without its implementation",
         with(teams, "Samlet økonomisk påvirkning", 2026, 0),
         {"net 2026: 0 for 14793: -1 x Samlede omkostninger"}},
        {"a far-fetched figure", with(teams, "Samlet økonomisk påvirkning", 2030, -17111), {"net 2030: -17111 for -19400"}},
        {"the efficiency",
         with(pathway, "Heraf nettoeffektivisering*", 2029, -8920),
         {"recurring_net_efficiency 2029: -8920 for -8200"}},
        {"a payback",
         [&] {
             auto table = teams;
             table.rows.back().value = 7;
             return table;
         }(),
         {"payback_total: 7 for 4.7915"}},
    };
    for (const Planted& planted : cases) {
        INFO(planted.title);
        CHECK(differences(audit_table(planted.table)) == planted.found);
    }
}

/// A table with a column of sums, all of them right.
tables::PublishedTable with_sums() {
    auto table = specialist_teams();
    table.sum_heading = "I alt";
    table.sum_years = table.years;
    for (tables::PublishedRow& each : table.rows) {
        if (each.section.starts_with("payback")) continue;
        each.sum = 0;
        for (const auto& value : each.values) *each.sum += value.value_or(0);
    }
    return table;
}

TEST_CASE("A sum over the years is held against the years, and a slip of a year is not told there as well", "[audit]") {
    CHECK(differences(audit_table(with_sums())).empty());
    auto off = with_sums();
    *support::find(off, "Programledelse").sum += 1000;
    const auto found = audit_table(off);
    CHECK(differences(found) == Told{"Programledelse: 4240 for 3240"});
    CHECK(found.differences[0].column == "I alt");
    auto short_of_2030 = with_sums();
    *support::find(short_of_2030, "Årlig drift, drift").sum -= 2860;
    const auto of_year = audit_table(short_of_2030);
    REQUIRE(of_year.differences.size() == 1);
    CHECK(std::get<audit::YearLeftOut>(of_year.differences[0].cause.value()).year == 2029);  // 2,860 in each of three years
    CHECK(differences(audit_table(with(with_sums(), "Varig effekt, social", 2027, -2700))) ==
          Told{"Varig effekt, social 2027: -2700 for -7200: swapped digits"});
}

TEST_CASE("A column of other figures than sums is told, not blamed", "[audit]") {
    auto table = with_sums();
    for (tables::PublishedRow& each : table.rows)
        if (each.sum) *each.sum /= 6;
    const auto found = audit_table(table);
    CHECK(differences(found).empty());
    CHECK(std::ranges::any_of(found.notes, [](const auto& note) { return std::holds_alternative<audit::NoSumColumn>(note); }));
}

TEST_CASE("A table without totals has been checked in nothing", "[audit]") {
    tables::PublishedTable table;
    table.years = {2026, 2028};
    table.rows = {row("recurring", "Køb", "service", {-100., -230., -340.})};
    CHECK(audit_table(table).totals == 0);
    CHECK(audit_table(specialist_teams()).totals > 0);
}

TEST_CASE("Totals of areas are not held against rows that do not say which area they are of", "[audit]") {
    tables::PublishedTable table;
    table.years = {2026, 2028};
    table.rows = {row("recurring", "Køb", "", {-100., -230., -340.}), row("recurring", "Boligstøtte", "", {20., 35., 47.}),
                  row("recurring_total_service", "Heraf service", "service", {-100., -230., -340.}),
                  row("recurring_total_transfers", "Heraf overførsler", "transfers", {20., 35., 47.}),
                  row("recurring_total", "I alt", "", {-80., -195., -293.})};
    const auto found = audit_table(table);
    CHECK(differences(found).empty());
    CHECK(std::ranges::count_if(found.notes, [](const auto& note) { return std::holds_alternative<audit::NotChecked>(note); }) ==
          2);
}

TEST_CASE("Estimates in whole hundreds that add up exactly are not taken for rounded figures: one slip among them is found",
          "[audit]") {
    tables::PublishedTable table;
    table.years = {2026, 2033};
    table.rows = {row("recurring", "A", "service", {100., 200., 400., 700., 1100., 1300., 800., 200.}),
                  row("recurring", "B", "service", {500., 900., 600., 300., 800., 1500., 900., 1400.}),
                  row("recurring_total", "A og B", "", {600., 1100., 1000., 1000., 1900., 2800., 1700., 1600.}),
                  row("implementation", "C", "service", {2100., 1700., 1400., 1600., 2300., 2500., 100., 700.}),
                  row("implementation", "D", "service", {3100., 2700., 2400., 2600., 3300., 3500., 200., 600.}),
                  row("implementation_total", "C og D", "", {5200., 4400., 3800., 4200., 5600., 6000., 300., 1300.}),
                  row("net", "Netto", "", {5800., 5500., 4900., 5200., 7500., 8800., 2000., 2900.})};
    CHECK(differences(audit_table(table)) == Told{"net 2028: 4900 for 4800"});
}

TEST_CASE("Where the state pays a part of a row, payback on service goes by the printed change on service", "[audit]") {
    tables::PublishedTable table;
    table.years = {2026, 2029};
    table.rows = {row("recurring", "Effekt", "service", {0., -100., -200., -200.}),
                  row("recurring", "Støtte", "service", {0., 60., 60., 60.}),
                  row("recurring_total_service", "Service", "service", {0., -70., -170., -170.}),
                  row("recurring_total_outside", "Uden for", "outside", {0., 30., 30., 30.}),
                  row("recurring_total", "Varig", "", {0., -40., -140., -140.}),
                  row("implementation", "Start", "service", {325., 0., 0., 0.}),
                  row("implementation_total", "Engangs", "", {325., 0., 0., 0.}),
                  support::payback_row("service", 3.5)};
    const auto found = audit_table(table);
    REQUIRE(found.paybacks.size() == 1);
    CHECK(found.paybacks[0].exact == Approx(3 + (325.0 - 70 - 170) / 170));
}

}  // namespace
}  // namespace provenu
