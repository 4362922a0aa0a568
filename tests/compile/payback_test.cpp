#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "support/proposals.hpp"

using namespace provenu;
using namespace provenu::support;
using Row = std::vector<double>;

namespace {

/// An outlay of 1,000 in 2026 and what the case brings.
Computed invested(const std::string& recurring, const std::string& header = "") {
    return compute(
        proposal(header + "implementation:\n  - {id: outlay, label: O, cost: {2026: 1000}}\nrecurring:\n" + recurring));
}

std::string line(const std::string& what) {
    return "  - {id: effect, label: E, " + what + "}\n";
}

}  // namespace

TEST_CASE("beyond the table each line goes on by itself") {
    // Until 2031 five years save 125 each: 375 are missing, three more years: the end of 2034, beyond the table.
    for (const std::string goes_on : {
             "saving: 125, period: 2027-01..",
             "saving: {2027..: 125}",
             "saving: 125, phase_in: {2027: 100 %}",
             "saving: 250, period: 2027-01.., phase_in: {2027: 50 %}",
             "saving: 125, period: 2027-01..2040-12",
         }) {
        CAPTURE(goes_on);
        const Computed found = invested(line(goes_on));
        CHECK(found["payback.total.turn_year"] == 2034);
        CHECK(found["payback.total.exact"] == Approx(9).epsilon(1e-14));
        CHECK(found["payback.total"] == 8);
    }
}

TEST_CASE("what has ended stays ended") {
    for (const std::string ends : {
             "saving: 125, period: 2027..2031",
             "saving: 125, period: 2027..2033",
             "saving: {2027: 125, 2028: 125, 2029: 125, 2030: 125, 2031: 125}",
             "saving: 125, period: 2027-01.., phase_out: {2032: 100 %}",
         }) {
        CAPTURE(ends);
        const Computed found = invested(line(ends));
        CHECK(found["payback.total"] == std::numeric_limits<double>::infinity());
        CHECK(found["payback.total.turn"] == std::numeric_limits<double>::infinity());
    }
}

TEST_CASE("a series in a formula ends as it is written: with Y.. it goes on, without it stops") {
    const auto effect = line("saving: places * 25");
    const std::string stops = "inputs:\n  places: {2027: 5, 2028: 5, 2029: 5, 2030: 5, 2031: 5}\n";
    CHECK(invested(effect, stops)["payback.total"] == std::numeric_limits<double>::infinity());
    CHECK(invested(effect, "inputs:\n  places: {2027..: 5}\n")["payback.total.turn_year"] == 2034);
}

TEST_CASE("a stock follows its rule beyond the table") {
    // One a year from 2027, 30 each, for good: 30 + 60 + 90 + 120 + 150 = 450 by 2031, 630 by 2032, 840 by 2033, 1080 by 2034.
    const std::string growing = "inputs:\n  places: {stock: {add: 1, from: 2027}}\n";
    const Computed found = invested(line("saving: places * 30"), growing);
    CHECK(found["payback.total.turn_year"] == 2034);
    CHECK(found["payback.total.exact"] == Approx(8 + 160.0 / 240).epsilon(1e-14));
    // Nobody comes after 2031, and they stay four years: 5 x 4 x 40 = 800, and no more.
    const std::string leaving = "inputs:\n  places: {stock: {add: 1, from: 2027, until: 2031, stay: 4}}\n";
    CHECK(invested(line("saving: places * 40"), leaving)["payback.total"] == std::numeric_limits<double>::infinity());
    // 55 + 110 + 165 + 220 + 220 = 770 by 2031, and 165 in 2032, 110 in 2033: 1045.
    CHECK(invested(line("saving: places * 55"), leaving)["payback.total.turn_year"] == 2033);
}

TEST_CASE("thirty years beyond the table are looked at, and no more") {
    CHECK(invested(line("saving: 28, period: 2026-01.."))["payback.total.turn_year"] == 2061);  // 36 x 28 = 1008
    CHECK(invested(line("saving: 27, period: 2026-01.."))["payback.total"] == std::numeric_limits<double>::infinity());
}

TEST_CASE("full phase-in is the carried level, without temporary lines") {
    const Computed found = compute(proposal(R"(
recurring:
  - {id: effect, label: E, saving: 1200, phase_in: {ramp: linear, from: 2030-01, to: 2033-12}}
  - {id: running, label: R, cost: 500, period: 2031-07..}
  - {id: temporary, label: T, cost: 300, period: 2030..2032}
  - {id: series, label: S, cost: {2030: 50, 2031: 60}}
  - {id: held, label: H, cost: {2030: 50, 2031..: 60}}
)"));
    CHECK(found["full_phase_in"] == -1200 + 500 + 0 + 0 + 60);
    CHECK(found.carried("effect") == -1200);
    CHECK(found.carried("temporary") == 0);
    CHECK(found.carried("recurring.total") == found["full_phase_in"]);
}

TEST_CASE("a proposal of savings alone pays back at once, one of costs never") {
    CHECK(compute(proposal("recurring:\n" + line("saving: 5")))["payback.total.turn"] ==
          -std::numeric_limits<double>::infinity());
    CHECK(compute(proposal("recurring:\n" + line("cost: 5")))["payback.total"] == std::numeric_limits<double>::infinity());
    CHECK(compute(proposal("recurring:\n" + line("cost: 0")))["payback.total.turn"] == -std::numeric_limits<double>::infinity());
}

TEST_CASE("what is missing is said as a level saving from the second year of the table") {
    const Computed found = invested(line("saving: 125, period: 2027-01.."));
    CHECK(found["payback.total.needed_saving"] == (1000.0 - 5 * 125) / 5);
    // With 75 more a year from 2027 the balance is zero as the table ends.
    const Computed enough = invested(line("saving: 200, period: 2027-01.."));
    CHECK(enough["payback.total.turn_year"] == 2031);
    CHECK(enough.at("balance.total", 2031) == 0);
}

namespace {

const std::string conversion = proposal(R"(
implementation:
  - {id: staff, label: S, cost: {2026: 900}}
  - {id: building, label: B, area: capital, cost: {2026: 100}}
recurring:
  - {id: effect, label: E, saving: {2027..: 500}}
  - {id: rent, label: R, area: transfers, cost: {2027..: 120}, converted_from: service}
)");

}  // namespace

TEST_CASE("a conversion moves money between areas: efficiency is what is left, the rest frees frame") {
    const Computed found = compute(conversion);
    CHECK(found.table("recurring.service") == Row{0, -500, -500, -500, -500, -500});
    CHECK(found.table("recurring.transfers")[1] == 120);
    CHECK(found.table("recurring.net_efficiency")[1] == -500 + 120);
    CHECK(found.table("frame_freed")[1] == 500);
    CHECK(found.table("frame_freed.conversion")[1] == 500 - 380);
    CHECK(found.table("recurring.total")[1] == -380);
    CHECK(found.plan.has_conversion);
    CHECK(found.plan.areas.size() == 3);
}

TEST_CASE("service efficiency counts all implementation, strict service its service lines alone") {
    compile::Choices strict;
    strict.basis = model::Basis::strict_service;
    CHECK(compute(conversion).table("net.service") == Row{1000, -380, -380, -380, -380, -380});
    CHECK(compute(conversion, strict).table("net.service") == Row{900, -500, -500, -500, -500, -500});
    CHECK(compute(conversion)["payback.service.exact"] == Approx(1 + 1000.0 / 380).epsilon(1e-14));
    CHECK(compute(conversion, strict)["payback.service.exact"] == Approx(1 + 900.0 / 500).epsilon(1e-14));
    CHECK(compute(conversion, strict)["payback.total.exact"] == Approx(1 + 1000.0 / 380).epsilon(1e-14));
}

TEST_CASE("a conversion into service draws frame") {
    const Computed found =
        compute(proposal("recurring:\n  - {id: home, label: H, cost: {2027..: 120}, converted_from: transfers}\n"
                         "  - {id: rent, label: R, area: transfers, saving: {2027..: 120}}\n"));
    CHECK(found.table("recurring.net_efficiency")[1] == 0);
    CHECK(found.table("frame_freed")[1] == -120);
    CHECK(found.table("frame_freed.conversion")[1] == -120);
}

TEST_CASE("present value follows the rate and the timing that the file names") {
    const auto worth = [](const std::string& discount) {
        return invested(line("saving: {2027: 400, 2028: 400}"), "discount: {" + discount + "}\n")["npv"];
    };
    CHECK(worth("rate: 0%") == 200);
    CHECK(worth("rate: 4%") == Approx(1000 - 400 / 1.04 - 400 / 1.04 / 1.04).epsilon(1e-14));
    CHECK(worth("rate: 4%, timing: end") == Approx((1000 - 400 / 1.04 - 400 / 1.04 / 1.04) / 1.04).epsilon(1e-14));
    CHECK(worth("rate: 4%, timing: middle") == Approx((1000 - 400 / 1.04 - 400 / 1.04 / 1.04) / std::sqrt(1.04)).epsilon(1e-14));
    CHECK(worth("schedule: fm-2023") == Approx(1000 - 400 / 1.035 - 400 / 1.035 / 1.035).epsilon(1e-14));
}

TEST_CASE("a horizon reaches past the table, and the end of its last year knows the next year's rate") {
    compile::Choices long_run;
    long_run.horizon_years = 36;
    const std::string text = proposal("discount: {schedule: fm-2023, timing: end}\nrecurring:\n  - {id: a, label: A, cost: 1}\n");
    double sum = 0;
    for (int year = 0; year < 36; ++year) sum += std::pow(1.035, -std::min(year + 1, 35)) / (year == 35 ? 1.025 : 1);
    const Computed found = compute(text, long_run);
    CHECK(found["npv.horizon"] == Approx(sum).epsilon(1e-13));
    CHECK(found.plan.horizon_years == 36);
    CHECK(found["npv"] < found["npv.horizon"]);
}

TEST_CASE("the return is found where there is one, and is none where there are two") {
    const auto flow = [](const std::string& costs, const std::string& savings) {
        return compute(proposal("recurring:\n  - {id: a, label: A, cost: {" + costs + "}}\n  - {id: b, label: B, saving: {" +
                                savings + "}}\n"));
    };
    const Computed one = flow("2026: 150000", "2027: 15000, 2028: 25000, 2029: 35000, 2030: 45000, 2031: 60000");
    CHECK(one["irr"] == Approx(0.0524).margin(0.00005));
    const Computed two = flow("2026: 50, 2027: 100, 2028: 0, 2029: 0, 2030: 100", "2028: 600, 2029: 300");
    CHECK(std::isnan(two["irr"]));
    CHECK(two["irr.count"] == 2);
}
