#include "provenu/risk/lever.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>

#include "support/scenarios.hpp"

using namespace provenu;
using namespace provenu::support;

namespace {

const std::string school = proposal(R"(
inputs:
  adviser: 650 t.kr./FTE/year
  posts: 10 * 8 / 37
  places: {2026: 10 places, 2027..: 20 places}
  price: 2 t.kr./place/year
  bill: places * price
  double_price: 2 * price
  pupils: {stock: {add: 5, from: 2027}}
  clerk: {rate: {pay: 400 t.kr., overhead: surcharge}}
  surcharge: 20%
recurring:
  - id: effect
    saving: {2027: 100, 2028: 200, 2029..: 300}
  - id: support
    follows: effect
    cost: {2027: 10, 2028: 20, 2029..: 30}
  - id: tenth
    saving: {share: 10%, of: effect}
  - id: advisers
    staff: {adviser: 2, clerk: posts}
    period: 2027..
  - id: bills
    cost: bill + double_price * 1 place
  - id: schooling
    cost: pupils
  - id: mixed
    parts:
      - cost: 5
        saving: 8
handovers:
  - id: team
    staff: {adviser: 2}
    from: 2026-07
    at: 2028-01
    implementation: {id: team-starting}
    recurring: {id: team-running}
implementation:
  - id: refund
    income: {2026: 50}
)",
                                    "2026..2030");

std::vector<double> net(const model::Proposal& proposal, const evaluate::Draws& draws = {}) {
    auto plan = compile::compile(proposal);
    if (!plan.ok()) diag::bug("not a proposal: " + shown(plan.diagnostics.sorted().front()));
    return evaluate::evaluate(formula::flatten(plan.value->book), draws).table("net.total");
}

double sum(const std::vector<double>& values) {
    double total = 0;
    for (const double value : values) total += value;
    return total;
}

/// The sum over the table with one lever at a value.
double sum_at(const std::string& text, const std::string& id, double value) {
    const auto levered = risk::with_levers(proposal_of(text), {id});
    return sum(net(levered.proposal, {{levered.levers.front().definition, Eigen::ArrayXd::Constant(1, value)}}));
}

double sum_under(const std::string& text, const std::string& change) {
    return sum(under(text, {change}).table("net.total"));
}

double line_sum(const std::string& line) {
    return sum(compute(school).table(line));
}

}  // namespace

TEST_CASE("every example with levers on all that can be turned has the figures it has without") {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(PROVENU_EXAMPLES)) {
        if (entry.path().extension() != ".yaml") continue;
        const auto read = input::read_proposal(entry.path().string());
        if (!read.ok()) continue;  // of another kind
        INFO(entry.path());
        const auto levered = risk::with_levers(*read.value, risk::levers_of(*read.value));
        const auto before = net(*read.value);
        const auto after = net(levered.proposal);
        REQUIRE(after.size() == before.size());
        for (std::size_t i = 0; i < before.size(); ++i)
            CHECK(std::abs(after[i] - before[i]) <= 1e-12 * std::max(1.0, std::abs(before[i])));
    }
}

TEST_CASE("what can be turned: all together, each line and side, each input; and leaders with their followers") {
    const auto ids = risk::levers_of(proposal_of(school));
    CHECK(ids == std::vector<std::string>{"savings",
                                          "savings+followers",
                                          "recurring",
                                          "effect",
                                          "effect+followers",
                                          "support",
                                          "tenth",
                                          "advisers",
                                          "bills",
                                          "schooling",
                                          "mixed",
                                          "refund",
                                          "team",
                                          "team-starting",
                                          "team-running",
                                          "adviser",
                                          "posts",
                                          "places",
                                          "price",
                                          "bill",
                                          "double_price",
                                          "pupils",
                                          "clerk",
                                          "surcharge"});
}

TEST_CASE("one value is turned as it is written, all else by a factor") {
    const auto levered = risk::with_levers(proposal_of(school), risk::levers_of(proposal_of(school)));
    for (const auto& lever : levered.levers) {
        const bool value = lever.id == "adviser" || lever.id == "posts" || lever.id == "price" || lever.id == "double_price" ||
                           lever.id == "surcharge";
        CHECK((lever.what == risk::Lever::What::value) == value);
    }
}

TEST_CASE("an input turned is the input set to that value") {
    CHECK(sum_at(school, "adviser", 700) == Approx(sum_under(school, "{set: adviser, to: 700}")));
    CHECK(sum_at(school, "posts", 3) == Approx(sum_under(school, "{set: posts, to: 3}")));
    CHECK(sum_at(school, "surcharge", 0.5) == Approx(sum_under(school, "{set: surcharge, to: 50%}")));
    CHECK(sum_at(school, "price", 3) == Approx(sum_under(school, "{set: price, to: 3 t.kr./place/year}")));
}

TEST_CASE("a series, a stock, a rate of parts and a formula over a series are turned by a factor, as when they are scaled") {
    for (const std::string id : {"places", "pupils", "clerk", "bill"})
        CHECK(sum_at(school, id, 1.5) == Approx(sum_under(school, "{scale: " + id + ", by: 150%}")));
}

TEST_CASE("savings are all savings and income of both sections, costs as planned") {
    // effect 100 + 200 + 300 + 300, a tenth of it, mixed 8 in 5 years, and a refund of 50
    const double savings = 900 + 90 + 5 * 8 + 50;
    const double base = sum(net(proposal_of(school)));
    CHECK(sum_at(school, "savings", 0.5) == Approx(base + savings / 2));
    CHECK(sum_at(school, "savings+followers", 0.5) == Approx(base + savings / 2 - line_sum("support") / 2));
}

TEST_CASE("recurring is the recurring section, with the recurring side of handovers; a share of a line is not turned twice") {
    const auto computed = compute(school);
    CHECK(sum_at(school, "recurring", 0.5) ==
          Approx(sum(computed.table("net.total")) - sum(computed.table("recurring.total")) / 2));
}

TEST_CASE("a line is turned alone, or with what follows it") {
    const double base = sum(net(proposal_of(school)));
    CHECK(sum_at(school, "effect", 0) == Approx(base + 900 + 90));
    CHECK(sum_at(school, "effect+followers", 0) == Approx(base + 900 + 90 - line_sum("support")));
    CHECK(sum_at(school, "team", 0) == Approx(base - line_sum("team-starting") - line_sum("team-running")));
    CHECK(sum_at(school, "team-running", 2) == Approx(base + line_sum("team-running")));
}

TEST_CASE("a value of another price level is turned in that level, and scenarios' factors stay") {
    const std::string priced = proposal(R"(
uses: [std/indices-illustrative]
inputs:
  adviser: {value: 500 t.kr./FTE/year, price_level: 2025}
recurring:
  - id: advisers
    staff: {adviser: 2}
    period: 2027..
)");
    CHECK(sum_at(priced, "adviser", 500) == Approx(sum(compute(priced).table("net.total"))));
    CHECK(sum_at(priced, "adviser", 600) == Approx(1.2 * sum(compute(priced).table("net.total"))));
    const auto dearer = outcome(school, changes({"{scale: adviser, by: 110%}"})).proposal;
    const auto levered = risk::with_levers(dearer, {"adviser"});
    CHECK(sum(net(levered.proposal, {{"lever.adviser", Eigen::ArrayXd::Constant(1, 700)}})) ==
          Approx(sum_under(school, "{set: adviser, to: 770}")));
}
