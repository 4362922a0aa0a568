#include <catch2/catch.hpp>

#include "support/scenarios.hpp"

using namespace provenu;
using namespace provenu::support;
using Values = std::vector<double>;

namespace {

const std::string school = proposal(R"(
inputs:
  adviser: 650 t.kr./FTE/year
  places: {2026: 10, 2027..: 20}
  price:
    value: 46,2 mio. kr.
recurring:
  - id: posts
    tags: [effect]
    saving: {2027: 100, 2028: 200, 2029..: 300}
  - id: support
    follows: posts
    cost: {2027: 10, 2028: 20, 2029..: 30}
  - id: rent
    area: transfers
    cost: 60
    period: 2027-07..
  - id: advisers
    staff: {adviser: 2}
    period: 2027..
  - id: mixed
    parts:
      - cost: 5
        saving: 8
implementation:
  - id: project
    staff: {adviser: 1}
    period: 2026-07..2027-06
  - id: training
    total: 120
    period: 2026
  - id: grant
    cost: {2026: 50}
)",
                                    "2026..2030");

const std::string team = R"(
inputs: {adviser: 600}
handovers:
  - id: team
    staff: {adviser: 2}
    from: 2026-07
    at: 2028-01
    implementation: {id: team-starting}
    recurring: {id: team-running}
)";

}  // namespace

TEST_CASE("a scaled line takes along what follows it, and nothing else") {
    const auto weak = under(school, {"{scale: {tag: effect}, by: 50 %}"});
    CHECK(weak.table("posts") == Values{0, -50, -100, -150, -150});
    CHECK(weak.table("support") == Values{0, 5, 10, 15, 15});
    CHECK(weak.table("rent") == Values{0, 30, 60, 60, 60});
    CHECK(weak.carried("posts") == -150);
}

TEST_CASE("scaling savings leaves the cost of a line that is both") {
    CHECK(under(school, {"{scale: {kind: saving}, by: 50 %}"}).at("mixed", 2028) == 5 - 0.5 * 8);
    CHECK(under(school, {"{scale: {kind: cost, section: recurring}, by: 200 %}"}).at("mixed", 2028) == 2 * 5 - 8);
}

TEST_CASE("amounts are addressed by id, section, area, tag and kind") {
    const auto at = [](const std::string& selector, const std::string& line) {
        return under(school, {"{scale: " + selector + ", by: 110 %}"}).at(line, 2028) / compute(school).at(line, 2028);
    };
    CHECK(at("rent", "rent") == Approx(1.1));
    CHECK(at("{id: [rent, posts]}", "posts") == Approx(1.1));
    CHECK(at("{area: transfers}", "rent") == Approx(1.1));
    CHECK(at("{area: transfers}", "advisers") == 1.0);
    CHECK(at("{section: recurring}", "advisers") == Approx(1.1));
    CHECK(at("{section: implementation}", "advisers") == 1.0);
    CHECK(at("{kind: staff}", "advisers") == Approx(1.1));
    CHECK(at("{kind: staff}", "rent") == 1.0);
    CHECK(at("adviser", "advisers") == Approx(1.1));
}

TEST_CASE("changes are made in the order written: the last set wins, a factor after it scales it") {
    CHECK(under(school, {"{set: adviser, to: 700}", "{set: adviser, to: 600}"}).at("advisers", 2028) == 2 * 600);
    CHECK(under(school, {"{set: adviser, to: 600}", "{scale: adviser, by: 50 %}"}).at("advisers", 2028) == 0.5 * 2 * 600);
}

TEST_CASE("a bare number set in place of an amount is in the amount's unit") {
    CHECK(under(school, {"{set: adviser, to: 690}"}).at("advisers", 2028) == 2 * 690);
    CHECK(under(school, {"{set: price, to: 50}"})["price"] == 50000);  // mio. kr. in 1,000 kr.
    CHECK(under(school, {"{set: price, to: 50 t.kr.}"})["price"] == 50);
    CHECK(under(school, {"{set: places, to: {2026: 1, 2027..: 2}}"}).at("places", 2029) == 2);
}

TEST_CASE("a line without dates slips in proportion, one with dates moves them") {
    const auto late = under(school, {"{delay: recurring, months: 6}"});
    CHECK(late.table("posts") == Values{0, -50, -150, -250, -300});
    CHECK(late.table("rent") == Values{0, 0, 60, 60, 60});
    CHECK(late.table("advisers") == Values{0, 650, 1300, 1300, 1300});
    CHECK(late.table("project") == compute(school).table("project"));
    CHECK(under(school, {"{delay: recurring, months: 18}"}).table("posts") == Values{0, 0, -50, -150, -250});
    CHECK(under(school, {"{delay: rent, months: 6}"}).table("posts") == compute(school).table("posts"));
}

TEST_CASE("two delays add up to one") {
    const auto twice = under(school, {"{delay: effects, months: 6}", "{delay: effects, months: 6}"});
    CHECK(twice.table("posts") == under(school, {"{delay: effects, months: 12}"}).table("posts"));
}

TEST_CASE("a delayed effect takes its follower along and leaves costs") {
    const auto late = under(school, {"{delay: effects, months: 12}"});
    CHECK(late.table("support") == Values{0, 0, 10, 20, 30});
    CHECK(late.table("advisers") == compute(school).table("advisers"));
    CHECK(late.at("mixed", 2026) == 5);
    CHECK(late.at("mixed", 2027) == 5 - 8);
}

TEST_CASE("late as a whole, implementation takes longer: staff cost more, a total is spread, a yearly amount slips") {
    const auto late = under(school, {"{delay: whole, months: 6}"});
    CHECK(late.table("project") == Values{325, 650, 0, 0, 0});
    CHECK(late.at("training", 2026) == Approx(120.0 * 12 / 18));
    CHECK(late.at("training", 2027) == Approx(120.0 * 6 / 18));
    CHECK(late.table("grant") == Values{25, 25, 0, 0, 0});
    CHECK(late.table("posts") == Values{0, -50, -150, -250, -300});
}

TEST_CASE("what is written by year beside a period slips in proportion, and loses nothing") {
    const std::string text = proposal(R"(
recurring:
  - id: rollout
    cost: 100
    period: 2027-01..
    phase_in: {2027: 50 %, 2028: 100 %}
  - id: project-part
    cost: {2027: 100, 2028: 200}
    period: 2027..2028
)");
    CHECK(under(text, {"{delay: rollout, months: 12}"}).table("rollout") == Values{0, 0, 50, 100, 100, 100});
    CHECK(under(text, {"{delay: rollout, months: 6}"}).table("rollout") == Values{0, 25, 75, 100, 100, 100});
    CHECK(under(text, {"{delay: project-part, months: 6}"}).table("project-part") == Values{0, 50, 150, 100, 0, 0});
}

TEST_CASE("a ramp between months moves its months") {
    const std::string text = proposal(R"(
recurring:
  - id: rollout
    cost: 100
    phase_in: {ramp: linear, from: 2027-01, to: 2027-12}
)");
    CHECK(compute(text).at("rollout", 2027) == Approx(50));
    CHECK(under(text, {"{delay: rollout, months: 12}"}).at("rollout", 2028) == Approx(50));
    CHECK(under(text, {"{delay: rollout, months: 6}"}).at("rollout", 2027) == Approx(12.5));
}

TEST_CASE("a handover moves when the whole is late; late by itself, its recurring side begins later") {
    const std::string text = proposal(team);
    const auto whole = under(text, {"{delay: whole, months: 6}"});
    CHECK(whole.table("team-starting") == Values{600, 1200, 600, 0, 0, 0});
    CHECK(whole.table("team-running") == Values{0, 0, 600, 1200, 1200, 1200});
    CHECK(whole.table("fte.team") == Values{1, 2, 2, 2, 2, 2});
    const auto gap = under(text, {"{delay: recurring, months: 6}"});
    CHECK(gap.table("team-starting") == compute(text).table("team-starting"));
    CHECK(gap.table("team-running") == Values{0, 0, 600, 1200, 1200, 1200});
    CHECK(gap.table("fte.team") == Values{1, 2, 1, 2, 2, 2});
    CHECK(outcome(text, changes({"{delay: recurring, months: 6}"})).notes.sorted().front().code == "P725");
    CHECK(under(text, {"{scale: {section: implementation}, by: 120 %}"}).at("team-starting", 2027) == 1.2 * 1200);
}

TEST_CASE("a phase-in is replaced") {
    const auto slower = under(school, {"{phase_in: posts, to: {2027: 0 %, 2028: 50 %, 2029: 100 %}}"});
    CHECK(slower.table("posts") == Values{0, 0, -100, -300, -300});
    CHECK(under(school, {"{phase_in: {kind: saving}, to: {2028: 100 %}}"}).at("mixed", 2027) == 5);
}

TEST_CASE("a value set after a factor stands as written, for inputs as for budgets") {
    CHECK(under(school, {"{scale: adviser, by: 200 %}", "{set: adviser, to: 690}"}).at("advisers", 2028) == 2 * 690);
}

TEST_CASE("an input named twice is scaled once; beside other words an id is a line's") {
    CHECK(under(school, {"{scale: {id: [adviser, adviser]}, by: 50 %}"}).at("advisers", 2028) == 650);
    CHECK(missed(school, {"{scale: {id: adviser, section: implementation}, by: 50 %}"}) ==
          std::vector<std::string>{"P710 adviser"});
}

TEST_CASE("what a partly right change hits is changed, and what it names in vain is said") {
    const auto file = changes({"{scale: {id: [posts, postz]}, by: 50 %}"});
    CHECK(under(school, file).at("posts", 2028) == -100);
    CHECK_FALSE(outcome(school, file).proposal.scenario.changes_nothing);
    CHECK(outcome(school, changes({"{scale: postz, by: 50 %}"})).proposal.scenario.changes_nothing);
}

TEST_CASE("a line may follow the side of a handover") {
    const std::string text = proposal(team + "recurring:\n  - {id: effect, follows: team-running, saving: 100}\n");
    CHECK(under(text, {"{scale: team-running, by: 50 %}"}).at("effect", 2029) == -50);
}

TEST_CASE("what hits nothing says so") {
    CHECK(missed(school, {"{scale: postz, by: 80 %}"}) == std::vector<std::string>{"P710 postz"});
    CHECK(missed(school, {"{scale: {id: [posts, postz]}, by: 80 %}"}) == std::vector<std::string>{"P710 postz"});
    CHECK(missed(school, {"{set: advisor, to: 1}"}) == std::vector<std::string>{"P710 advisor"});
    CHECK(missed(school, {"{scale: {area: transfers, kind: saving}, by: 80 %}"}) == std::vector<std::string>{"P712"});
    CHECK(missed(school, {"{turn_on: evenings}"}) == std::vector<std::string>{"P713 evenings"});
    CHECK(missed(school, {"{delay: effects, months: 6}", "{scale: {tag: effect}, by: 80 %}"}).empty());
}

TEST_CASE("a shared ancestor's changes are made once, before what is based on it") {
    const auto file = scenario_file(R"(
  - id: dearer
    changes: [{scale: adviser, by: 200 %}]
  - id: late
    based_on: dearer
    changes: [{delay: effects, months: 12}]
  - id: weak
    based_on: dearer
    changes: [{scale: {kind: saving}, by: 50 %}]
  - id: all
    based_on: [late, weak]
)");
    const auto all = under(school, file, "all");
    CHECK(all.at("advisers", 2028) == 2 * 2 * 650);
    CHECK(all.table("posts") == Values{0, 0, -50, -100, -150});
}
