#include <catch2/catch.hpp>

#include "support/proposals.hpp"

using namespace provenu;
using support::compute;
using support::proposal;

namespace {

const std::string holbaek = proposal(R"(
payers:
  - {id: fund, label: Landsbyggefonden, outside: yes, at_most: 75 %}
  - {id: municipality-cash, label: Kommunen i penge}
inputs: {plan: 17932, staff: 5789, fund_level: LEVEL}
implementation:
  - id: green
    total: plan
    period: 2020..2023
    payers:
      municipality: {share: staff / plan, realised: in-kind}
      fund: fund_level * (1 - staff / plan)
      municipality-cash: rest
)",
                                     "2020..2023");

std::string holbaek_with(const std::string& level) {
    std::string text = holbaek;
    return text.replace(text.find("LEVEL"), 5, level);
}

const std::string referral = proposal(R"(
recurring:
  - {id: bridge, cost: {2026: 1800, 2027..: 1400}}
  - {id: fewer-visits, saving: {2027..: 900}, payer: region}
implementation:
  - {id: associations, cost: {2026: 300}}
frames:
  - {id: budget, limit: 0}
  - {id: service, area: service, limit: {2026: 2000, 2027..: 1500}}
  - {id: costs, area: service, counts: gross, limit: 0}
)",
                                      "2026..2029");

}  // namespace

TEST_CASE("A fund's share times a line is its part; rest is what the others leave") {
    const auto found = compute(holbaek_with("1"));
    CHECK(found["payer.municipality.of.green"] == Approx(5789.0 / 17932));
    CHECK(found["payer.fund.of.green"] == Approx(0.677).epsilon(0.001));
    CHECK(found.table("payer.fund.net") == std::vector<double>(4, found["payer.fund.amount.green"]));
    CHECK(found.at("payer.fund.balance", 2023) == Approx(17932 - 5789));
    CHECK(found["payer.municipality-cash.of.green"] == Approx(0).margin(1e-12));
    CHECK(found.at("net.total", 2021) == 17932 / 4.0);
}

TEST_CASE("With the fund's part cut to 140/240 the municipality pays 5,060 more") {
    const auto found = compute(holbaek_with("140/240"));
    CHECK(found.at("payer.municipality-cash.balance", 2023) == Approx((17932 - 5789) * (1 - 140.0 / 240)));
    CHECK(found.at("payer.municipality-cash.balance", 2023) == Approx(5060).margin(0.5));
}

TEST_CASE("Work in kind is in no balance unless all is asked for") {
    const auto cash = compute(holbaek_with("1"));
    CHECK(cash.at("payer.municipality.net", 2020) == 0);
    CHECK(cash.at("payer.municipality.in-kind", 2020) == Approx(5789 / 4.0));
    CHECK(cash.at("payers.net", 2020) == Approx((17932 - 5789) / 4.0));
    compile::Choices choices;
    choices.all_realised = true;
    const auto all = compute(holbaek_with("1"), choices);
    CHECK(all.at("payer.municipality.net", 2020) == Approx(5789 / 4.0));
    CHECK(all.at("payers.net", 2020) == Approx(17932 / 4.0));
}

TEST_CASE("A line that nobody in the municipality pays stands outside its budget") {
    const auto found = compute(referral);
    CHECK(found.plan.lines[1].area == "outside");
    CHECK(found.table("recurring.service") == std::vector<double>{1800, 1400, 1400, 1400});
    CHECK(found.table("recurring.outside") == std::vector<double>{0, -900, -900, -900});
    CHECK(found.table("net.total") == std::vector<double>{2100, 500, 500, 500});
    CHECK(found.table("net.service") == std::vector<double>{2100, 1400, 1400, 1400});
    CHECK(found.table("payer.municipality.net") == std::vector<double>{2100, 1400, 1400, 1400});
    CHECK(found.table("payer.region.net") == std::vector<double>{0, -900, -900, -900});
}

TEST_CASE("Of a line with several payers only the municipality's part counts in its area") {
    const auto found = compute(holbaek_with("1"));
    CHECK(found.at("implementation.service", 2020) == Approx(5789 / 4.0));
    CHECK(found.at("implementation.outside", 2020) == Approx((17932 - 5789) / 4.0));
    CHECK(found.at("net.service", 2020) == Approx(5789 / 4.0));
    CHECK(found.at("implementation.total", 2020) == 17932 / 4.0);
}

TEST_CASE("A share that divides by nought is found where it stands") {
    const auto found = compute(proposal(R"(
inputs: {part: 1, whole: 0}
recurring:
  - {id: plan, cost: 100, payers: {municipality: rest, fund: part / whole}}
)"));
    const auto mistakes = evaluate::check_finite(found.plan.book, found.figures).sorted();
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].code == "P430");
    CHECK(mistakes[0].place.line == 11);
}

TEST_CASE("In other prices frames, claims and payers go along with the lines") {
    const std::string text = proposal(R"(uses: [std/indices-illustrative]
budgets: {residential: 1000}
recurring:
  - {id: homes, saving: {share: 15 %, of: residential}, payers: {municipality: 60 %, state: rest}}
frames:
  - {id: service, area: service, limit: -100}
)");
    compile::Choices choices;
    choices.restate_to = 2028;
    const auto own = compute(text);
    const auto later = compute(text, choices);
    const double factor = later.at("homes", 2026) / own.at("homes", 2026);
    CHECK(factor > 1);
    CHECK(later.at("payer.state.net", 2026) == Approx(factor * -60));
    CHECK(later.at("frame.service.limit", 2026) == Approx(factor * -100));
    CHECK(later.at("frame.service.missing", 2026) == Approx(factor * 10));
    CHECK(later["budget.residential.claimed"] == Approx(factor * 150));
    CHECK(later["budget.residential.share"] == Approx(0.15));
}

TEST_CASE("An add-on that is not taken claims nothing and breaks no ceiling") {
    const auto found = compute(proposal(R"(
options: [{id: more, label: More}]
budgets: {residential: 1000}
recurring:
  - {id: base, cost: 10}
  - {id: homes, saving: {share: 90 %, of: residential}, option: more, payers: {municipality: rest, fund: {share: 80 %, at_most: 75 %}}}
)"));
    CHECK(found.plan.claimed.empty());
    CHECK(evaluate::check_bounds(found.plan.book, found.figures).empty());
}

TEST_CASE("A frame of nought lacks exactly what is spent, and others' gains do not fill it") {
    const auto found = compute(referral);
    CHECK(found.table("frame.budget.missing") == std::vector<double>{2100, 1400, 1400, 1400});
    CHECK(found.table("frame.service.used") == std::vector<double>{2100, 1400, 1400, 1400});
    CHECK(found.table("frame.service.missing") == std::vector<double>{100, 0, 0, 0});
}

TEST_CASE("A gross frame counts costs alone") {
    const auto found = compute(proposal(R"(
recurring:
  - {id: homes, saving: 900}
  - {id: staff, cost: 700}
frames:
  - {id: net, area: service, limit: 100}
  - {id: gross, area: service, limit: 100, counts: gross}
)"));
    CHECK(found.at("frame.net.used", 2026) == -200);
    CHECK(found.at("frame.net.missing", 2026) == 0);
    CHECK(found.at("frame.gross.used", 2026) == 700);
    CHECK(found.at("frame.gross.missing", 2026) == 600);
}

TEST_CASE("A payer's frame of an area has the lines written there that this payer pays alone") {
    const auto found = compute(proposal(R"(
recurring:
  - {id: visits, area: service, cost: 300, payer: region}
  - {id: shared, area: service, cost: 100, payers: {region: 40 %, municipality: rest}}
frames:
  - {id: theirs, area: service, payer: region, limit: 250}
  - {id: all-theirs, payer: region, limit: 250}
  - {id: ours, area: service, limit: 250}
)",
                                        "2026..2029"));
    CHECK(found.at("frame.theirs.used", 2026) == 300 + 40);
    CHECK(found.at("frame.theirs.missing", 2026) == 340 - 250);
    CHECK(found.at("frame.all-theirs.used", 2026) == 340);
    CHECK(found.at("frame.ours.used", 2026) == 60);
}

TEST_CASE("A frame that says nothing of a year sets no limit in it") {
    const auto found = compute(proposal(R"(
implementation:
  - {id: project, cost: {2026: 500, 2027: 500}, payer: pool}
frames:
  - {id: pool, payer: pool, limit: {2026: 300}}
)"));
    CHECK(found.at("frame.pool.missing", 2026) == 200);
    CHECK(found.at("frame.pool.missing", 2027) == 0);
    CHECK(found.plan.frames[0].given == std::vector<bool>{true, false, false, false, false, false});
}

TEST_CASE("Each payer has a payback of its own") {
    const auto found = compute(proposal(R"(
recurring:
  - {id: effect, saving: {2027..: 400}, payers: {municipality: 25 %, state: rest}}
implementation:
  - {id: project, cost: {2026: 300}}
)"));
    // The municipality: 300, then -100 a year: turns as 2029 ends, 4 years after it began. All together: -400 a year.
    CHECK(found["payback.payer.municipality.exact"] == 4);
    CHECK(found["payback.payer.municipality.turn_year"] == 2029);
    CHECK(found["payback.payers.exact"] == 1.75);
    CHECK(found["payback.payers.exact"] == found["payback.total.exact"]);
    CHECK(found["payback.payer.state.turn"] == -std::numeric_limits<double>::infinity());
}

TEST_CASE("Only the cash of the municipality's own budget changes the budget") {
    const auto found = compute(proposal(R"(
recurring:
  - {id: effect, saving: 400, payers: {municipality: 25 %, state: rest}, budget_line: "5.30.26", owner: SOF}
  - {id: freed, saving: 1000, realised: capacity}
  - {id: other, cost: 30}
)"));
    CHECK(found.at("budget_changes", 2026) == -100 + 30);
    CHECK(found.at("frame_freed", 2026) == 100 - 30);
}

TEST_CASE("Freed time frees no frame, and implementation's draw is told apart") {
    const auto found = compute(proposal(R"(
recurring:
  - {id: homes, saving: 1000}
  - {id: hours, saving: 300, realised: capacity}
  - {id: rent, cost: 100, area: transfers, converted_from: service}
implementation:
  - {id: project, cost: {2026: 250}}
)"));
    CHECK(found.at("frame_freed", 2027) == 1000);
    CHECK(found.at("frame_freed.conversion", 2027) == 100);
    CHECK(found.at("frame_freed.efficiency", 2027) == 900);
    CHECK(found.at("frame_freed.implementation", 2026) == 250);
    CHECK(found.at("recurring.net_efficiency", 2027) == -1300 + 100);
}

TEST_CASE("The claims on a budget add up, whichever way the money goes") {
    const auto found = compute(proposal(R"(
budgets: {residential: 1000}
recurring:
  - {id: homes, saving: {share: 15 %, of: residential}}
  - {id: support, cost: {share: 5 %, of: residential}}
)"));
    CHECK(found["budget.residential.claimed"] == 150 + 50);
    CHECK(found["budget.residential.share"] == Approx(0.2));
    CHECK(evaluate::check_bounds(found.plan.book, found.figures).empty());
}

TEST_CASE("A proposal without a word of payers has no figures of them") {
    const auto found = compute(proposal("recurring:\n  - {id: homes, saving: 1000}\n"));
    CHECK(found.plan.payers.empty());
    CHECK_FALSE(found.figures.has("payer.municipality.net"));
    CHECK_FALSE(found.figures.has("budget_changes"));
}

TEST_CASE("The ledger of a team says who pays where its sides differ") {
    const auto found = compute(proposal(R"(
inputs: {adviser: 650 t.kr./FTE/year}
handovers:
  - id: team
    staff: {adviser: 16}
    from: 2026-07
    at: 2028-07
    implementation: {id: before, payer: pool}
    recurring: {id: after}
)"));
    CHECK(found.plan.teams[0].implementation_payers == std::vector<std::string>{"pool"});
    CHECK(found.plan.teams[0].recurring_payers == std::vector<std::string>{"municipality"});
    CHECK(found.at("payer.pool.net", 2027) == 16 * 650);
}
