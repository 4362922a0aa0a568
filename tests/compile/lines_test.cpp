#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/proposals.hpp"

using namespace provenu;
using namespace provenu::support;
using Row = std::vector<double>;

namespace {

/// The table's row of one recurring line.
Row row(const std::string& line, const std::string& inputs = "") {
    return compute(proposal(inputs + "recurring:\n  - {id: a, label: A, " + line + "}\n")).table("a");
}

void same(const Row& found, const Row& expected) {
    REQUIRE(found.size() == expected.size());
    for (std::size_t year = 0; year < found.size(); ++year)
        CHECK(found[year] == Approx(expected[year]).epsilon(1e-14).margin(1e-14));
}

struct Case {
    std::string line;
    Row expected;
};

}  // namespace

TEST_CASE("a line's years are its rate by the months of its period and its share") {
    const Case cases[] = {
        {"cost: 1200", {1200, 1200, 1200, 1200, 1200, 1200}},
        {"saving: 1200", {-1200, -1200, -1200, -1200, -1200, -1200}},
        {"income: 1200", {-1200, -1200, -1200, -1200, -1200, -1200}},
        {"cost: 1200, period: 2026-07..2028-06", {600, 1200, 600, 0, 0, 0}},
        {"saving: 1200, period: 2027-08..", {0, -500, -1200, -1200, -1200, -1200}},
        {"cost: 1200, period: [2026-07..2026-12, 2028-01..2028-06]", {600, 0, 600, 0, 0, 0}},
        {"cost: 1200, phase_in: {2027: 25 %, 2028: 75 %}", {0, 300, 900, 900, 900, 900}},
        {"cost: 1200, phase_out: {2028: 25 %, 2030: 100 %}, phase_in: {2027: 100 %}", {}},
        {"cost: 1200, phase_out: {2028: 25 %, 2029: 100 %}", {1200, 1200, 900, 0, 0, 0}},
        {"cost: 1200, phase_in: {ramp: linear, from: 2027-01, to: 2028-12}", {0, 300, 900, 1200, 1200, 1200}},
        {"cost: 1200, phase_out: {ramp: linear, from: 2027-01, to: 2028-12}", {1200, 900, 300, 0, 0, 0}},
        {"cost: {2027: 5, 2028: 7}", {0, 5, 7, 0, 0, 0}},
        {"cost: {2027: 5, 2028..: 7}", {0, 5, 7, 7, 7, 7}},
        {"cost: 5, saving: 7", {-2, -2, -2, -2, -2, -2}},
        {"cost: {quantity: {2026: 1, 2027..: 2}, price: 3}", {3, 6, 6, 6, 6, 6}},
        {"parts: [{cost: 12, period: 2026-01..2026-06}, {cost: 5, period: 2028}, {saving: 1}]", {5, -1, 4, -1, -1, -1}},
    };
    for (const Case& each : cases) {
        CAPTURE(each.line);
        if (each.expected.empty())
            CHECK(codes(proposal("recurring:\n  - {id: a, label: A, " + each.line + "}\n")) != "");  // a gap in the shares
        else
            same(row(each.line), each.expected);
    }
}

TEST_CASE("a total is spread once over the months of its period") {
    // 1,036 over the eighteen months 2026-07..2027-12: a third and two thirds.
    same(row("total: 1036, period: 2026-07..2027-12"), {1036.0 / 3, 2 * 1036.0 / 3, 0, 0, 0, 0});
    CHECK(row("total: 1036, period: 2026-07..2027-12")[0] == Approx(345.3).margin(0.05));
    same(row("total: {quantity: 37, price: 28}, period: 2027"), {0, 37 * 28, 0, 0, 0, 0});
    same(row("total: 90, period: [2026-12, 2028-01..2028-02]"), {30, 0, 60, 0, 0, 0});
}

TEST_CASE("amounts in other sizes of money come home to the file's unit") {
    CHECK(row("cost: '46,2 mio. kr.'")[0] == 46'200);
    CHECK(row("cost: 525500 kr.")[0] == 525.5);
    CHECK(row("cost: 116 t.kr./month * months")[0] == 116 * 12);
    CHECK(row("cost: 5 t.kr./person/year * 20 persons")[0] == 100);
    CHECK(compute("kind: proposal\nformat: 1\nid: a\ntitle: A\nyears: 2026..2027\nunit: 1 DKK\nprice_level: 2027\nrecurring:\n"
                  "  - {id: a, label: A, cost: 1.5 mio. kr.}\n")
              .table("a")[0] == 1'500'000);
}

TEST_CASE("a share is taken of a budget, or of the size of a line") {
    const std::string budgets = "budgets:\n  residential: 1,2 mia. kr.\n";
    CHECK(row("saving: {share: 0.6 %, of: residential}", budgets)[0] == Approx(-0.006 * 1'200'000).epsilon(1e-15));
    const Computed found =
        compute(proposal("recurring:\n  - {id: effect, label: E, saving: {2027: 100, 2028..: 200}}\n"
                         "  - {id: support, label: S, cost: {share: 10 %, of: effect}, follows: effect}\n"));
    CHECK(found.table("support") == Row{0, 10, 20, 20, 20, 20});
}

TEST_CASE("a rate is built from pay, overhead and hours") {
    const auto rate = [](const std::string& of) {
        return compute(proposal("inputs:\n  share: 20 %\n  of: share\n  x: {rate: {" + of +
                                "}}\nrecurring:\n  - {id: a, label: A, cost: 1}\n"))["x"];
    };
    CHECK(rate("pay: 500 t.kr.") == 500);
    CHECK(rate("pay: 500 t.kr., overhead: 20%") == 600);
    CHECK(rate("pay: 500 t.kr., overhead: 1/5") == 600);
    CHECK(rate("pay: 500 t.kr., overhead: share") == 600);
    CHECK(rate("pay: 500 t.kr., overhead: of") == 600);
    CHECK(rate("pay: 500 t.kr., overhead: 130 t.kr.") == 630);
    CHECK(rate("pay: 500 t.kr., overhead: 20%, overhead_in_cash: no") == 500);
    CHECK(rate("pay: 500 t.kr., overhead: 20%, hours: 1500, per: hour") == 600.0 / 1500);
}

TEST_CASE("five new families a year, for good or for a stay") {
    const Case cases[] = {
        {"add: 5, from: 2027", {0, 5, 10, 15, 20, 25}},
        {"add: 5, from: 2027, until: 2028", {0, 5, 10, 10, 10, 10}},
        {"add: {2027: 5, 2028: 8}", {0, 5, 13, 13, 13, 13}},
        {"add: {2027: 5, 2028..: 8}", {0, 5, 13, 21, 29, 37}},
        {"add: 5, from: 2027, stay: 3", {0, 5, 10, 15, 15, 15}},
        {"add: 5, from: 2027, stay: 2.5", {0, 5, 10, 12.5, 12.5, 12.5}},
        {"add: 5, from: 2027, until: 2027, stay: 2.5", {0, 5, 5, 2.5, 0, 0}},
        {"add: 5, from: 2027, entry: middle", {0, 2.5, 7.5, 12.5, 17.5, 22.5}},
        {"add: 5, from: 2027, until: 2027, stay: 2, entry: middle", {0, 2.5, 5, 2.5, 0, 0}},
        {"add: 5, from: 2027, ceiling: 18", {0, 5, 10, 15, 18, 18}},
        {"add: 0, from: 2027, initial: 10", {10, 10, 10, 10, 10, 10}},
        {"add: 5, from: 2027, stay: 4, initial: 8", {8, 6 + 5, 4 + 10, 2 + 15, 20, 20}},
        {"add: 5, from: 2027, initial: {count: 10, stay: 2}", {10, 5 + 5, 10, 15, 20, 25}},
        // entrants of 2026 and 2027 stay three years, those of 2028 and later two and a half
        {"add: 4, from: 2026, stay: {2026: 3, 2028: 2.5}", {4, 8, 12, 4 + 4 + 4, 4 + 4 + 2, 4 + 4 + 2}},
        // a stay that begins before the entrants do, and one that begins after the last of them
        {"add: 4, from: 2028, stay: {2026: 3, 2027: 1}", {0, 0, 4, 4, 4, 4}},
        {"add: 4, from: 2026, until: 2027, stay: {2026: 1, 2030: 3}", {4, 4, 0, 0, 0, 0}},
    };
    for (const Case& each : cases) {
        CAPTURE(each.line);
        const Computed found =
            compute(proposal("inputs:\n  x: {stock: {" + each.line + "}}\nrecurring:\n  - {id: a, label: A, cost: x * 2}\n"));
        same(found.table("x"), each.expected);
        CHECK(found.table("a")[5] == Approx(2 * each.expected[5]));
    }
}

TEST_CASE("an effect that fades counts each entrant by the years since entry") {
    const std::string fade = ", fade: {1: 50%, 2: 100%, 3: 60%, 4: 30%}";
    const std::string held = ", fade: {1: 50%, 2: 100%, 3..: 60%}";
    struct Faded {
        std::string stock;
        std::vector<double> expected;
        double carried;
    };
    const Faded cases[] = {
        {"add: 10, from: 2026, until: 2026" + fade, {5, 10, 6, 3, 0, 0}, 0},
        {"add: 10, from: 2027" + fade, {0, 5, 5 + 10, 5 + 10 + 6, 5 + 10 + 6 + 3, 24}, 24},
        {"add: 10, from: 2029" + fade, {0, 0, 0, 5, 15, 21}, 24},  // the level once those who come have all their years
        {"add: {2026: 10, 2027: 20}" + fade, {5, 10 + 10, 6 + 20, 3 + 12, 6, 0}, 0},
        {"add: 10, from: 2026, until: 2026" + held, {5, 10, 6, 6, 6, 6}, 6},
        {"add: 10, from: 2026" + held, {5, 15, 21, 27, 33, 39}, 39},  // held, they add up without end: the last year's
        {"add: 10, from: 2026, until: 2026, entry: middle" + fade, {2.5, 2.5 + 5, 5 + 3, 3 + 1.5, 1.5, 0}, 0},
        {"add: 10, from: 2026, until: 2026, entry: middle" + held, {2.5, 2.5 + 5, 5 + 3, 6, 6, 6}, 6},
        {"add: 10, from: 2026, ceiling: 20" + fade, {5, 15, 20, 20, 20, 20}, 20},
        {"add: 10, from: 2026, fade: {1: 100%}", {10, 10, 10, 10, 10, 10}, 10},
    };
    for (const Faded& each : cases) {
        CAPTURE(each.stock);
        const Computed found = compute(
            proposal("inputs:\n  x: {stock: {" + each.stock + "}}\nrecurring:\n  - {id: a, label: A, saving: x * 2 t.kr.}\n"));
        same(found.table("x"), each.expected);
        CHECK(found.carried("x") == Approx(each.carried));
        CHECK(found.carried("a") == Approx(-2 * each.carried));
    }
}

TEST_CASE("a fade held for ever in full is the stock of those who came") {
    const auto stock = [](const std::string& keys) {
        return compute(proposal("inputs:\n  x: {stock: {add: {2026: 3, 2027: 8, 2028..: 5}" + keys +
                                "}}\nrecurring:\n  - {id: a, label: A, cost: x * 2}\n"))
            .table("x");
    };
    same(stock(", fade: {1..: 100%}"), stock(""));
    same(stock(", fade: {1..: 100%}, entry: middle"), stock(", entry: middle"));
    same(stock(", fade: {1: 100%, 2: 100%, 3: 100%}"), stock(", stay: 3"));
    same(stock(", fade: {1: 100%, 2: 100%}, entry: middle"), stock(", stay: 2, entry: middle"));
}

TEST_CASE("the FTE ledger of a handover adds up to the team, whatever the month") {
    for (int month = 7; month <= 12; ++month) {
        const std::string at = std::string("2028-") + (month < 10 ? "0" : "") + std::to_string(month);
        const Computed found =
            compute(proposal("inputs:\n  adviser: 650 t.kr./FTE/year\n  leader: 700\nhandovers:\n  - id: team\n    label: T\n    "
                             "staff: {adviser: 16, "
                             "leader: 1}\n    from: 2026-07\n    at: " +
                             at + "\n    implementation: {id: before, label: B}\n    recurring: {id: after, label: A}\n"));
        const double share = (month - 1) / 12.0;
        same(found.table("fte.team"), {8.5, 17, 17, 17, 17, 17});
        same(found.table("fte.team.implementation"), {8.5, 17, 17 * share, 0, 0, 0});
        same(found.table("before"), {0.5 * 11'100, 11'100, share * 11'100, 0, 0, 0});
        same(found.table("after"), {0, 0, (1 - share) * 11'100, 11'100, 11'100, 11'100});
        for (int year = 2026; year <= 2031; ++year)
            CHECK(found.at("fte.team.implementation", year) + found.at("fte.team.recurring", year) ==
                  Approx(found.at("fte.team", year)).epsilon(1e-15));
        CHECK(found.carried("after") == 11'100);
    }
}

TEST_CASE("key figures are formulas over inputs and results, and carry their unit") {
    const Computed found = compute(proposal(R"(
inputs:
  places: 20 places
recurring:
  - {id: coordinator, label: C, cost: 700}
key_figures:
  - id: per-place
    label: P
    value: recurring.total[2027] / places
  - {id: payback-years, label: Y, value: payback}
)"));
    CHECK(found["per-place"] == 35);
    REQUIRE(found.plan.figures.size() == 2);
    CHECK(quantity::name(found.plan.figures[0].unit) == "kr./place");
    CHECK(quantity::name(found.plan.figures[1].unit) == "years");
}
