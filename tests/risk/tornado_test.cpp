#include "provenu/risk/tornado.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "provenu/risk/grid.hpp"
#include "support/scenarios.hpp"

using namespace provenu;
using namespace provenu::support;
using risk::At;
using risk::Measure;

namespace {

/// 100 once in 2026, from 2027 on people x worth a year, for three years of the table.
const std::string small = proposal(R"(
inputs:
  people: {value: 4, range: {uniform: [2, 6]}}
  worth: {value: 10, range: {triangular: [9, 10, 12]}}
recurring:
  - {id: effect, saving: people * worth, period: 2027..}
implementation:
  - id: start
    cost: {2026: 100}
)",
                                   "2026..2029");

risk::Tornado of(const std::string& text, At at, const std::string& measure = "sum") {
    const auto proposal = proposal_of(text);
    const auto uncertainty = risk::uncertainty_of(proposal, {});
    if (!uncertainty.value) diag::bug("no ranges: " + shown(uncertainty.diagnostics.sorted().front()));
    return risk::tornado(proposal, *uncertainty.value, *risk::read_measure(measure), at);
}

}  // namespace

TEST_CASE("measures are read as they are spelled, and nothing else is") {
    for (const std::string spelling :
         {"sum", "sum:4", "sum.service", "sum.service:4", "npv", "payback", "payback.service", "net[2028]", "net.service[2028]"})
        if (const auto measure = risk::read_measure(spelling); true) {
            REQUIRE(measure);
            if (spelling != "sum.service:4") CHECK(risk::name(*measure) == spelling);
        }
    CHECK(risk::read_measure("payback.total") == risk::read_measure("payback"));
    for (const std::string wrong :
         {"", "net", "net[]", "net[x]", "sum:", "sum:0", "npv.service", "paybac", "payback:4", "sum:-1"})
        CHECK_FALSE(risk::read_measure(wrong));
}

TEST_CASE("each input at its ends, the others at base, the greatest swing first; then all together") {
    const auto found = of(small, At::ends);
    CHECK(found.base == Approx(100 - 3 * 4 * 10));
    REQUIRE(found.rows.size() == 2);
    CHECK(found.rows[0].lever.id == "people");
    CHECK(found.rows[0].at_low == Approx(100 - 3 * 2 * 10));
    CHECK(found.rows[0].at_high == Approx(100 - 3 * 6 * 10));
    CHECK(found.rows[1].low == 9);
    CHECK(found.rows[1].at_high == Approx(100 - 3 * 4 * 12));
    CHECK(found.all_at_worse == Approx(100 - 3 * 2 * 9));
    CHECK(found.all_at_better == Approx(100 - 3 * 6 * 12));
    CHECK_FALSE(found.assumed);
}

TEST_CASE("at P10 and P90: of uniform 2 to 6, 2.4 and 5.6; at P5 and P95, 2.2 and 5.8") {
    CHECK(of(small, At::p10_p90).rows[0].low == Approx(2.4));
    CHECK(of(small, At::p10_p90).rows[0].high == Approx(5.6));
    CHECK(of(small, At::p5_p95).rows[0].low == Approx(2.2));
}

TEST_CASE("payback that is never is the worse end, and the greatest swing") {
    const auto found = of(small, At::ends, "payback");
    CHECK(found.rows[0].at_low == Approx(1 + 100.0 / 20));
    CHECK(found.rows[0].at_high == Approx(1 + 100.0 / 60));
    CHECK(found.all_at_worse == Approx(1 + 100.0 / 18));
}

TEST_CASE("where nothing carries a range, inputs and effects written as figures are turned by a tenth") {
    const std::string bare = proposal(R"(
inputs:
  people: 4
  worth: 10
  both: people * worth
recurring:
  - {id: effect, saving: both, period: 2027..}
  - {id: plain, saving: 5, period: 2027..}
)",
                                      "2026..2029");
    const auto found = risk::tornado_of_all(proposal_of(bare), {}, {});
    CHECK(found.value->assumed);
    REQUIRE(found.value->rows.size() == 3);
    CHECK(found.value->rows[0].low == Approx(3.6));
    CHECK(found.value->rows[2].lever.id == "plain");
    CHECK(found.value->rows[2].at_low == Approx(found.value->base + 1.5));
    CHECK(found.value->all_at_worse == Approx(-3 * (3.6 * 9 + 4.5)));
}

TEST_CASE("a grid is a measure by two levers: from P10 to P90 of what has a range, else from 80 % to 120 %") {
    const auto found = risk::grid(proposal_of(small), {}, {"people", "start", 3}, {});
    REQUIRE(found.value);
    CHECK(found.value->x.values[0] == Approx(2.4));
    CHECK(found.value->x.values[1] == Approx(4));
    CHECK(found.value->y.assumed);
    CHECK(found.value->y.values == std::vector<double>{0.8, 1, 1.2});
    CHECK(found.value->values[0][1] == Approx(80 - 120));
    CHECK(found.value->values[2][0] == Approx(120 - 3 * 24));
}

TEST_CASE("the planned value is always among those of a grid, also where it lies at the very end of its range") {
    const auto weak = proposal_of(proposal(
        "recurring:\n  - {id: effect, saving: 100, range: {uniform: [40%, 100%]}}\n  - {id: pay, cost: 5}\n", "2026..2027"));
    const auto found = risk::grid(weak, {}, {"effect", "pay", 4}, {});
    REQUIRE(found.ok());
    REQUIRE(found.value->x.values.size() == 5);
    CHECK(found.value->x.planned == 4);
    CHECK(found.value->x.values[4] == 1);
    REQUIRE(found.value->y.values.size() == 5);
    CHECK(found.value->y.planned == 2);
    CHECK(found.value->y.values[2] == 1);
    CHECK(found.value->values[2][4] == Approx(found.value->base));
}

TEST_CASE("the range of a line turns the lines that follow it too, in a grid as in a tornado, and both say so") {
    const auto leading =
        proposal_of(proposal("inputs:\n  wage: 5\nrecurring:\n  - {id: effect, saving: 100, range: {uniform: [0%, 100%]}}\n"
                             "  - {id: support, cost: 20, follows: effect}\n  - {id: pay, cost: wage}\n",
                             "2026..2027"));
    const auto found = risk::grid(leading, {}, {"effect", "wage", 2}, {});
    REQUIRE(found.ok());
    CHECK(found.value->x.lever.id == "effect+followers");
    CHECK(found.value->x.values[0] == Approx(0.1));
    CHECK(found.value->x.values[1] == Approx(0.9));
    // Two years of the pay, less so much of the saving and of what follows it.
    CHECK(found.value->values[0][0] == Approx(2 * (0.8 * 5 - 0.1 * (100 - 20))));
    CHECK(found.value->values[2][1] == Approx(2 * (1.2 * 5 - 0.9 * (100 - 20))));
    const auto same = risk::grid(leading, {}, {"effect", "effect+followers", 2}, {});
    CHECK(same.diagnostics.sorted().front().code == "P838");

    const auto uncertainty = risk::uncertainty_of(leading, {});
    CHECK(risk::lever_of_range(leading, "effect") == "effect+followers");
    CHECK(risk::lever_of_range(leading, "pay") == "pay");
    CHECK(risk::lever_of_range(leading, "wage") == "wage");
    CHECK(uncertainty.value->inputs.front().lever.definition == "lever.effect+followers");
}
