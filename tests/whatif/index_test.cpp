#include <catch2/catch.hpp>

#include "support/scenarios.hpp"

using namespace provenu;
using namespace provenu::support;

namespace {

/// A post of 2025 and a line of 2025, both brought home to 2027 by the illustrative indices.
const std::string dated = proposal(R"(
uses: [std/indices-illustrative]
inputs:
  post:
    rate: {pay: 600 t.kr.}
    price_level: 2025
recurring:
  - id: posts
    staff: {post: 1}
  - id: rent
    price_level: 2025
    index: prices
    cost: 100
)");

}  // namespace

TEST_CASE("other percentages of an index carry what goes by it, also where nothing says so") {
    const auto flat = under(dated, {"{index: wages, to: {2026: 0 %, 2027: 10 %}}"});
    CHECK(flat.at("posts", 2027) == Approx(600 * 1.1));
    CHECK(flat.at("rent", 2027) == Approx(compute(dated).at("rent", 2027)));
}

TEST_CASE("another index in its place does the same") {
    const auto by_wages = under(dated, {"{index: prices, to: {2026: 1 %, 2027: 1 %}}", "{index: wages, to: prices}"});
    CHECK(by_wages.at("posts", 2027) == Approx(600 * 1.01 * 1.01));
    CHECK(missed(dated, {"{index: wagez, to: prices}"}) == std::vector<std::string>{"P710 wagez"});
    CHECK(missed(dated, {"{index: wages, to: price}"}) == std::vector<std::string>{"P710 price"});
}

TEST_CASE("a scenario restates the table") {
    const auto restated = under(dated, {"{price_level: 2025}"});
    CHECK(restated.plan.price_level == 2025);
    CHECK(restated.at("rent", 2027) == Approx(100));
}
