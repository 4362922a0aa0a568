#include <catch2/catch.hpp>

#include "support/scenarios.hpp"

using namespace provenu;
using namespace provenu::support;

namespace {

// Grade 5 adds 25 % to costs and takes 25 % off effects; standard buildings have run 24 % over at the most, 2 % at the least.
const std::string measure = proposal(R"(
uses: [std/evidence-grades, std/optimism-bias]
inputs:
  night: {value: 2, grade: grade-5}
recurring:
  - {id: nights, saving: 10 * night}
  - {id: both, grade: grade-3, cost: 100, saving: 50}
  - {id: sure, saving: 30}
implementation:
  - {id: house, bias_type: standard-buildings, cost: {2026: 1000}}
  - {id: mitigated-house, bias_type: standard-buildings, mitigation: 50 %, cost: {2026: 1000}}
  - {id: managed-house, bias_type: standard-buildings, mitigation: 100 %, cost: {2026: 1000}}
)");

std::vector<std::string> codes_of(const diag::Diagnostics& found) {
    std::vector<std::string> codes;
    for (const auto& each : found.sorted()) codes.push_back(each.code);
    return codes;
}

}  // namespace

TEST_CASE("caution takes costs up and effects down by the weakest grade behind a line") {
    const auto cautious = under(measure, {"{cautious: by-grade}"});
    CHECK(cautious.at("nights", 2027) == Approx(-20 * 0.75));
    CHECK(cautious.at("both", 2027) == Approx(100 * 1.10 - 50 * 0.90));
    CHECK(cautious.at("sure", 2027) == -30);
    CHECK(cautious.at("house", 2026) == 1000);
}

TEST_CASE("optimism bias adds the upper bound, the lower, or what is not mitigated") {
    CHECK(under(measure, {"{optimism_bias: upper}"}).at("house", 2026) == Approx(1240));
    CHECK(under(measure, {"{optimism_bias: lower}"}).at("house", 2026) == Approx(1020));
    const auto mitigated = under(measure, {"{optimism_bias: mitigated}"});
    CHECK(mitigated.at("house", 2026) == Approx(1240));
    CHECK(mitigated.at("mitigated-house", 2026) == Approx(1120));
    CHECK(mitigated.at("managed-house", 2026) == Approx(1020));
    CHECK(mitigated.at("both", 2027) == 50);
}

TEST_CASE("every line that is adjusted for doubt is noted, and none for it twice") {
    CHECK(codes_of(outcome(measure, changes({"{cautious: by-grade}"})).notes) == std::vector<std::string>{"P723", "P721"});
    CHECK(codes_of(outcome(measure, changes({"{optimism_bias: upper}"})).notes).size() == 3);
    const auto twice = proposal(R"(
uses: [std/evidence-grades, std/optimism-bias]
implementation:
  - {id: house, grade: grade-5, bias_type: standard-buildings, cost: {2026: 1000}}
)");
    const auto file = changes({"{cautious: by-grade}", "{optimism_bias: upper}"});
    const auto applied = whatif::apply(proposal_of(twice), *whatif::changes_of(file, "case").value);
    CHECK_FALSE(applied.value);
    CHECK(codes_of(applied.diagnostics) == std::vector<std::string>{"P722", "P720"});
}

TEST_CASE("the same doubt is not allowed for twice") {
    for (const char* change : {"{cautious: by-grade}", "{optimism_bias: upper}"}) {
        const auto file = changes({change, change});
        CHECK_FALSE(whatif::apply(proposal_of(measure), *whatif::changes_of(file, "case").value).value);
    }
}

TEST_CASE("optimism bias passes by a line that costs nothing") {
    CHECK(missed(proposal("uses: [std/optimism-bias]\nrecurring:\n  - {id: sure, bias_type: standard-buildings, saving: 30}\n"),
                 {"{optimism_bias: upper}"}) == std::vector<std::string>{"P712"});
}

TEST_CASE("caution where nothing is graded hits nothing") {
    CHECK(missed(proposal("recurring:\n  - {id: sure, saving: 30}\n"), {"{cautious: by-grade}"}) ==
          std::vector<std::string>{"P712"});
}
