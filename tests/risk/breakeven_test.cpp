#include "provenu/risk/breakeven.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/scenarios.hpp"

using namespace provenu;
using namespace provenu::support;
using risk::Delay;
using State = risk::Threshold::State;

namespace {

risk::Breakeven answer(const model::Proposal& proposal, const risk::BreakevenQuestion& question = {}) {
    auto found = risk::breakeven(proposal, {}, question);
    if (!found.ok()) diag::bug("no answer: " + shown(found.diagnostics.sorted().front()));
    return std::move(*found.value);
}

risk::Breakeven of_example(const std::string& path, const risk::BreakevenQuestion& question = {}) {
    return answer(*input::read_proposal(std::string(PROVENU_EXAMPLES) + path).value, question);
}

const risk::BreakevenRow& row(const risk::Breakeven& found, const std::string& id) {
    const auto at = std::ranges::find_if(found.rows, [&](const auto& each) { return each.lever.id == id; });
    if (at == found.rows.end()) diag::bug("no row " + id);
    return *at;
}

/// 100 once in 2026, 30 a year from 2027 by 3 people at 10: after three years of savings the sum is 10.
std::string small(const std::string& inputs = "people: 3\n  worth: 10\n  unused: 5",
                  const std::string& formula = "people * worth") {
    return proposal("inputs:\n  " + inputs + "\nrecurring:\n  - id: effect\n    saving: " + formula +
                        "\n    period: 2027..\nimplementation:\n  - id: start\n    cost: {2026: 100}\n",
                    "2026..2029");
}

}  // namespace

TEST_CASE("specialist teams: 84.4 % of the savings, 69.0 % of the net recurring effect, 7 and 14 months of delay") {
    const auto found = of_example("/copenhagen/specialist-teams/proposal.yaml");
    CHECK(row(found, "savings").sum.switching == Approx(0.844).margin(0.0005));
    CHECK(row(found, "recurring").sum.switching == Approx(0.690).margin(0.0006));
    CHECK(found.delays.effects.months == 7);
    CHECK(found.delays.recurring.months == 14);
    CHECK(found.delays.effects.state == Delay::State::borne);
    CHECK(row(found, "savings").sum.for_good);
    CHECK(found.sum < 0);
}

TEST_CASE("pathway programme: 75.7 % of the savings, 70.7 % where what follows them falls as well, 49.1 % of the net effect") {
    const auto found = of_example("/copenhagen/pathway-programme/proposal.yaml");
    CHECK(row(found, "savings").sum.switching == Approx(0.757).margin(0.0005));
    CHECK(row(found, "savings+followers").sum.switching == Approx(0.707).margin(0.0005));
    CHECK(row(found, "recurring").sum.switching == Approx(0.491).margin(0.0005));
}

TEST_CASE("a straight line is solved exactly, by hand: 100 / (3 years x 10) people, at 3.33 where there are 3") {
    const auto found = answer(proposal_of(small()));
    CHECK(found.sum == Approx(10));
    for (const std::string id : {"savings", "recurring", "effect"}) CHECK(row(found, id).sum.switching == Approx(100.0 / 90));
    CHECK(row(found, "people").sum.switching == Approx(100.0 / 30));
    CHECK(row(found, "people").sum.linear);
    CHECK(row(found, "people").sum.holds_above);
    CHECK_FALSE(row(found, "people").sum.holds_at_base);
    CHECK(row(found, "start").sum.switching == Approx(0.9));
    CHECK_FALSE(row(found, "start").sum.holds_above);
    CHECK(row(found, "start").amount == Approx(100));
    CHECK(row(found, "effect").amount == Approx(-90));
    CHECK(row(found, "unused").sum.state == State::no_effect);
    CHECK(found.delays.effects.state == Delay::State::none);
}

TEST_CASE("over another number of years: 100 / (5 years x 10) people over six, where the proposal holds at base") {
    const auto found = answer(proposal_of(small()), {6, std::nullopt, {}});
    CHECK(found.years.last == 2031);
    CHECK(found.sum == Approx(100 - 5 * 30));
    CHECK(row(found, "people").sum.switching == Approx(2));
}

TEST_CASE("paid back within four years of the outlay is the end of 2029: the sum over the table; within five: 100 / 40") {
    const auto four = answer(proposal_of(small()), {0, 4, {}});
    CHECK(row(four, "people").payback->switching == Approx(100.0 / 30));
    const auto five = answer(proposal_of(small()), {0, 5, {}});
    CHECK(row(five, "people").payback->switching == Approx(100.0 / 40));
    CHECK(five.paid_back_within);
    // 40 a year are spent 4 years after the outlay's year; 12 months later it is 30 x 3 + 10 of 2031
    CHECK(five.payback_delays->effects.months == 8);
}

TEST_CASE("payback is exactly what was asked at the value found") {
    const std::string path = "/copenhagen/specialist-teams/proposal.yaml";
    const auto teams = *input::read_proposal(PROVENU_EXAMPLES + path).value;
    for (const int years : {4, 5, 7}) {
        const auto found = answer(teams, {0, years, {"savings", "adviser"}});
        const auto levered = risk::with_levers(teams, {"savings", "adviser"});
        const auto plan = compile::compile(levered.proposal);
        for (const auto& each : found.rows) {
            const auto figures =
                evaluate::evaluate(formula::flatten(plan.value->book),
                                   {{each.lever.definition, Eigen::ArrayXd::Constant(1, each.payback->switching)}});
            CHECK(figures.scalar("payback.total.exact") == Approx(years).epsilon(1e-6));
        }
    }
}

TEST_CASE("what is not linear is looked for: 100 = 3 x people ^ 2") {
    const auto found = answer(proposal_of(small("people: 5", "people ^ 2")));
    CHECK(row(found, "people").sum.switching == Approx(std::sqrt(100.0 / 3)));
    CHECK_FALSE(row(found, "people").sum.linear);
}

TEST_CASE("several crossings are listed, the one nearest to what is planned first: 3 x people x (12 - people) = 100") {
    const auto found = answer(proposal_of(small("people: 9", "people * (12 - people)")));
    const auto& sum = row(found, "people").sum;
    REQUIRE(sum.crossings.size() == 2);
    CHECK(sum.crossings[0] == Approx(6 - std::sqrt(36 - 100.0 / 3)));
    CHECK(sum.crossings[1] == Approx(6 + std::sqrt(36 - 100.0 / 3)));
    CHECK(sum.switching == sum.crossings[1]);
}

TEST_CASE("none and always are said as such") {
    const std::string cheap = proposal(
        "recurring:\n  - {id: main, saving: 100, period: 2026..}\n  - {id: extra, saving: 5}\n"
        "implementation:\n  - {id: start, cost: {2026: 40}}\n");
    CHECK(row(answer(proposal_of(cheap)), "extra").sum.state == State::always);
    const std::string dear = proposal(
        "recurring:\n  - {id: main, saving: 1}\n"
        "implementation:\n  - {id: start, cost: {2026: 40}}\n  - {id: more, cost: {2026: 2}}\n");
    CHECK(row(answer(proposal_of(dear)), "more").sum.state == State::never);
    CHECK(answer(proposal_of(cheap)).delays.effects.state == Delay::State::borne);
    CHECK(answer(proposal_of(proposal("recurring:\n  - {id: main, saving: 1}\n"))).delays.effects.state == Delay::State::any);
}

TEST_CASE("without an implementation there is nothing that could take longer") {
    const auto found = answer(proposal_of(proposal("recurring:\n  - {id: main, saving: 2}\n  - {id: running, cost: 1}\n")));
    CHECK(found.delays.whole.state == Delay::State::nothing_to_delay);
    CHECK(found.delays.recurring.state == Delay::State::any);
}

TEST_CASE("a sum that is zero in time but rises again is not for good") {
    const auto found = answer(proposal_of(
        proposal("recurring:\n  - {id: gain, saving: {2027: 60, 2028: 60}}\n  - {id: upkeep, cost: 30, period: 2029..}\n"
                 "implementation:\n  - {id: start, cost: {2026: 100}}\n",
                 "2026..2028")));
    CHECK(found.sum == Approx(-20));
    CHECK_FALSE(found.for_good);
    CHECK_FALSE(row(found, "savings").sum.for_good);
}
