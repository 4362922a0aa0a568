#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/proposals.hpp"

using namespace provenu;
using namespace provenu::support;

namespace {

/// One line that costs what is written, with some inputs.
std::string costing(const std::string& cost) {
    return proposal(R"(
inputs:
  families: 5
  adviser: 650 t.kr./FTE/year
  home_price: 116 t.kr./month
  rent: 90 t.kr./year
  posts: 3 FTE
  børnehus: 40 t.kr./place/year
  stay_years: {2026: 3, 2027..: 2.5}
  grown: {2026: 10 t.kr., 2027..: 12 t.kr.}
recurring:
  - id: a
    label: A
    cost: )" + cost +
                    "\n");
}

struct Case {
    std::string written;
    std::string expected;
};

}  // namespace

TEST_CASE("an unknown name is refused at its column, with the nearest one") {
    const Case cases[] = {
        {"familes * 3", "P420 families at 21:11"},
        {"3 * (2 + famlies)", "P420 families at 21:20"},
        {"børnhus * 2 places", "P420 børnehus at 21:11"},
        {"zzzzzzzz", "P421 at 21:11"},
        {"net * 2", "P435 at 21:11"},
        {"grown[2099]", "P434 at 21:11"},
        {"1 t.kr. + grown[2020]", "P434 at 21:21"},
    };
    for (const auto& [written, expected] : cases) CHECK(mistakes(costing(written)) == std::vector<std::string>{expected});
}

TEST_CASE("units are multiplied out, and every place says what it takes") {
    const Case cases[] = {
        {"3 FTE * adviser", ""},
        {"posts * adviser", ""},
        {"home_price * months", ""},
        {"families * home_price * months", ""},
        {"rent", ""},
        {"1.500 kr. * 1", "P401"},
        {"rent - rent / 2", ""},
        {"rent + 0", ""},
        {"max(0; rent)", ""},
        {"40 t.kr. * 16.1 %", ""},
        {"børnehus * 20 places", ""},
        {"rent ^ 1", ""},
        {"1500", ""},
        {"home_price", "P423"},               // a month's price where a year's belongs
        {"rent * months", "P415"},            // a year's price times months
        {"posts * 650", "P424"},              // FTE, and no money
        {"adviser", "P424"},                  // a rate without FTE
        {"650 t.kr. * posts", "P424"},        // kr. FTE
        {"adviser * posts * posts", "P424"},  // FTE twice
        {"rent + posts", "P422"},             // kr. plus FTE
        {"rent + 35", "P422"},                // a bare number has no unit
        {"max(rent; posts)", "P422"},
        {"rent * rent", "P424"},
        {"rent ^ 2", "P424"},
        {"5 persons", "P424"},
    };
    for (const auto& [written, expected] : cases) {
        CAPTURE(written);
        CHECK(codes(costing(written)) == expected);
    }
}

TEST_CASE("staff, shares, totals, stays and series each take their unit") {
    const Case cases[] = {
        {"staff: {adviser: 3}", ""},
        {"staff: {adviser: 0.5 FTE}", ""},
        {"staff: {adviser: posts}", ""},
        {"staff: {adviser: 3 t.kr.}", "P426"},
        {"staff: {advisor: 3}", "P420"},
        {"staff: {home_price: 3}", "P427"},
        {"cost: {share: 5 %, of: pool}", ""},
        {"cost: {share: 0.05, of: b}", ""},
        {"cost: {share: 5 persons, of: pool}", "P428"},
        {"cost: {share: 5 %, of: pol}", "P432"},
        {"cost: {quantity: 5, price: home_price}", "P423"},
        {"cost: {quantity: 12 months/year, price: home_price}", ""},
        {"total: 1036, period: 2026-07..2027-12", ""},
        {"total: 90 t.kr./year, period: 2026-07..2027-12", "P425"},
        {"total: grown, period: 2026-07..2027-12", "P654"},
        {"total: {2026: 5, 2027: 6}, period: 2026-07..2027-12", "P654"},
        {"total: 1036", "P652"},
        {"total: 1036, period: 2026-07..", "P652"},
        {"total: 1036, period: 2027, phase_in: {2027: 50 %}", "P653"},
        {"cost: 5, phase_in: {2027: 5 t.kr.}", "P428"},
        {"cost: {2026: 5, 2027: 5 persons}", "P424"},
        {"cost: 5, area: servise", "P655"},
        {"cost: 5, converted_from: service", "P656"},
        {"cost: 5, follows: c", "P663"},
    };
    for (const auto& [written, expected] : cases) {
        CAPTURE(written);
        const std::string text = proposal(R"(
inputs:
  adviser: 650 t.kr./FTE/year
  posts: 3 FTE
  home_price: 116 t.kr./month
  grown: {2026: 10 t.kr., 2027..: 12 t.kr.}
budgets:
  pool: 1,2 mia. kr.
recurring:
  - {id: b, label: B, cost: 5}
  - {id: a, label: A, )" + written + "}\n");
        CHECK(codes(text) == expected);
    }
}

TEST_CASE("inputs are checked too: mixed series, stays by year, overheads that read in two ways") {
    const Case cases[] = {
        {"x: {2026: 5 t.kr., 2027: 3 FTE}", "P422"},
        {"x: {2026: 5 t.kr., 2027: 7}", "P422"},
        {"x: {2026: 5 t.kr., 2027: 0, 2028: 0.007 mio. kr.}", ""},
        {"x: {stock: {add: 5, from: 2027, stay: s}}", "P563"},
        {"x: {stock: {add: 5, from: 2027, stay: 3 FTE}}", "P429"},
        {"x: {stock: {add: 5, from: 2020}}", "P561"},
        {"x: {stock: {add: {2020: 5, 2021: 6}}}", "P561"},
        {"x: {stock: {add: 5}}", "P517"},
        {"x: {rate: {pay: 520 t.kr., overhead: 20, per: fte}}", "P650"},
        {"x: {rate: {pay: 520 t.kr., overhead: plain, per: fte}}", "P650"},
        {"x: {rate: {pay: 520 t.kr., overhead: share, per: fte}}", ""},
    };
    for (const auto& [written, expected] : cases) {
        CAPTURE(written);
        CHECK(codes(proposal("inputs:\n  s: {2026: 3, 2027..: 2.5}\n  plain: 20\n  share: 20 %\n  " + written +
                             "\nrecurring:\n  - {id: a, label: A, cost: 1}\n")) == expected);
    }
}

TEST_CASE("implementation that would cost for ever is refused") {
    const auto implementing = [](const std::string& line) {
        return codes(proposal("implementation:\n  - {id: a, label: A, " + line + "}\n"));
    };
    CHECK(implementing("cost: 5") == "P658");
    CHECK(implementing("cost: 5, period: 2026") == "");
    CHECK(implementing("cost: {2026: 5, 2027: 7}") == "");
    CHECK(implementing("cost: 5, phase_out: {2027: 50 %, 2028: 100 %}") == "");
    CHECK(implementing("parts: [{cost: 5, period: 2026}, {cost: 7}]") == "P658");
}

TEST_CASE("a cycle among formulas is shown as its path") {
    const std::string inputs = "inputs:\n  a: 1 + c\n  b: 2 * a\n  c: b / 3\n  d: a + 1\n";
    const std::string lines = "recurring:\n  - {id: l, label: L, cost: d}\nkey_figures:\n  - {id: k, label: K, value: a}\n";
    const auto found = mistakes(proposal(inputs + lines));
    REQUIRE(found.size() == 1);
    CHECK(found[0].starts_with("P431 a -> c -> b -> a at "));
    CHECK(codes(proposal("inputs:\n  a: a + 1\nrecurring:\n  - {id: l, label: L, cost: a}\n")) == "P431");
}

TEST_CASE("a line whose share is of a line that is a share of it is a cycle as well") {
    CHECK(codes(proposal("recurring:\n  - {id: a, label: A, cost: {share: 5 %, of: b}}\n"
                         "  - {id: b, label: B, cost: {share: 5 %, of: a}}\n")) == "P431");
}

TEST_CASE("lines may follow each other in a chain, but not in a circle") {
    const auto following = [](const std::string& a, const std::string& b, const std::string& c) {
        const auto line = [](const std::string& id, const std::string& leader) {
            return "  - {id: " + id + ", label: L, cost: 1" + (leader.empty() ? "" : ", follows: " + leader) + "}\n";
        };
        return mistakes(proposal("recurring:\n" + line("aa", a) + line("bb", b) + line("cc", c)));
    };
    CHECK(following("bb", "cc", "").empty());
    CHECK(following("cc", "cc", "").empty());
    CHECK(following("bb", "cc", "aa").at(0).starts_with("P659 aa -> bb -> cc -> aa at "));
    CHECK(following("bb", "cc", "bb").at(0).starts_with("P659 bb -> cc -> bb at "));
    CHECK(following("aa", "", "").at(0).starts_with("P659 aa -> aa at "));
}

TEST_CASE("a chain of fifty thousand inputs, last first, is bound") {
    std::string inputs = "inputs:\n";
    for (int i = 0; i < 50'000; ++i) inputs += "  n" + std::to_string(i) + ": n" + std::to_string(i + 1) + " + 1\n";
    inputs += "  n50000: 1\n";
    const Computed found = compute(proposal(inputs + "recurring:\n  - {id: a, label: A, cost: n0}\n"));
    CHECK(found["n0"] == 50'001);
    CHECK(found.table("a")[0] == 50'001);
}

TEST_CASE("a handover begins before it is handed over") {
    const auto handing_over = [](const std::string& at) {
        return codes(
            proposal("inputs:\n  adviser: 650 t.kr./FTE/year\nhandovers:\n  - id: team\n    label: T\n    staff: "
                     "{adviser: 3}\n    from: 2026-07\n    at: " +
                     at +
                     "\n    implementation: {id: before, label: B}\n    recurring: {id: after, label: A}\nrecurring:\n"
                     "  - {id: a, label: A, cost: 1, follows: after}\n  - {id: c, label: C, cost: {share: 5 %, of: "
                     "after}}\n"));
    };
    CHECK(handing_over("2028-07") == "");
    CHECK(handing_over("2026-07") == "P520");
}

TEST_CASE("an unknown discount schedule is refused with the nearest one") {
    CHECK(mistakes(proposal("discount: {schedule: fm-2032}\nrecurring:\n  - {id: a, label: A, cost: 1}\n"))
              .at(0)
              .starts_with("P661 fm-2023 at 8:22"));
}

TEST_CASE("a part of a year and a yearly share in one year are multiplied, and a note says so") {
    const Computed found = compute(
        proposal("recurring:\n  - {id: a, label: A, cost: 1200, period: 2026-07.., phase_in: {2026: 50 %, 2027: 100 %}}\n"));
    CHECK(found.table("a")[0] == 0.5 * 6 / 12 * 1200);
    REQUIRE(found.plan.diagnostics.sorted().size() == 1);
    CHECK(found.plan.diagnostics.sorted()[0].code == "P560");
}
