#include <catch2/catch.hpp>

#include "support/proposals.hpp"

using namespace provenu;

namespace {

model::Proposal read(const std::string& body) {
    auto result = input::read_proposal_text(support::proposal(body), "case.yaml");
    if (!result.ok()) diag::bug(support::shown(result.diagnostics.sorted().front()));
    return std::move(*result.value);
}

}  // namespace

TEST_CASE("The standard payers are under every proposal, and its own take their place") {
    const auto found =
        read("payers:\n  - {id: fund, label: LBF, outside: yes, at_most: 75 %}\nrecurring:\n  - {id: a, cost: 1}\n");
    const auto& payers = found.policies.payers;
    REQUIRE(payers.size() == 7);
    CHECK(payers[0].id.value == "municipality");
    CHECK_FALSE(payers[0].outside);
    CHECK(payers[5].label.danish == "LBF");
    CHECK(payers[5].at_most);
}

TEST_CASE("What a block does not say of a payer or an area stays as the file underneath has it") {
    const auto found = read("payers: [{id: fund, at_most: 75 %}]\nrecurring:\n  - {id: a, cost: 1}\n");
    const auto& payers = found.policies.payers;
    const auto fund = std::find_if(payers.begin(), payers.end(), [](const auto& payer) { return payer.id.value == "fund"; });
    CHECK(fund->outside);
    CHECK(fund->label.danish == "Fond");
    CHECK(fund->at_most);
}

TEST_CASE("A share is a value, a series, rest, or a block") {
    const auto found = read(R"(recurring:
  - id: a
    cost: 1
    realised: capacity
    budget_line: 5.30.26
    owner: SOF
    payers:
      municipality: rest
      fund: {share: {2026: 10 %, 2027..: 20 %}, at_most: 30 %, realised: cash}
      state: {2026..: 5 %}
      region: 12.5 %
)");
    const model::Funding& funding = found.lines[0].funding;
    REQUIRE(funding.payers.size() == 4);
    CHECK_FALSE(funding.payers[0].share);
    CHECK(std::holds_alternative<model::Series>(*funding.payers[1].share));
    CHECK(funding.payers[1].realised == model::Realised::cash);
    CHECK(std::holds_alternative<model::Series>(*funding.payers[2].share));
    CHECK(std::holds_alternative<model::Value>(*funding.payers[3].share));
    CHECK(funding.realised == model::Realised::capacity);
    CHECK(funding.budget_line == "5.30.26");
    CHECK(funding.owner == "SOF");
}

TEST_CASE("A frame may limit an area, a payer or everything, and nought is a limit") {
    const auto found = read(
        "frames:\n  - {id: a, area: service, counts: gross, limit: 0}\n  - {id: b, payer: pool, limit: {2026: 5}}\n"
        "recurring:\n  - {id: x, cost: 1}\n");
    REQUIRE(found.policies.frames.size() == 2);
    CHECK(found.policies.frames[0].counts == model::Frame::Counts::gross);
    CHECK(found.policies.frames[1].payer->value == "pool");
}
