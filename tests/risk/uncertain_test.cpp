#include "provenu/risk/uncertain.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "provenu/whatif/apply.hpp"
#include "support/scenarios.hpp"

using namespace provenu;
using namespace provenu::support;

namespace {

model::Proposal read(const std::string& body) {
    auto result = input::read_proposal_text(proposal(body), "case.yaml");
    if (!result.ok()) diag::bug(shown(result.diagnostics.sorted().front()));
    return std::move(*result.value);
}

risk::Uncertainty uncertainty(const std::string& body) {
    auto result = risk::uncertainty_of(read(body), {});
    if (!result.ok()) diag::bug(shown(result.diagnostics.sorted().front()));
    return std::move(*result.value);
}

std::vector<std::string> codes(const model::Proposal& proposal) {
    std::vector<std::string> codes;
    for (const auto& each : risk::uncertainty_of(proposal, {}).diagnostics.sorted()) codes.push_back(each.code);
    return codes;
}

/// The range of an input of this value, as numbers.
template <class Shape>
Shape drawn(const std::string& value, const std::string& range) {
    const auto found =
        uncertainty("inputs:\n  x:\n    value: " + value + "\n    range: " + range + "\nrecurring:\n  - {id: line, saving: 1}\n");
    return std::get<Shape>(found.inputs.front().marginal.distribution.shape);
}

const std::string line = "recurring:\n  - {id: line, saving: price}\n";
const std::string two =
    "inputs:\n  price: {value: 95, range: {uniform: [90%, 120%]}}\n"
    "  places: {value: 4, range: {uniform: [3, 5]}}\n  wage: {value: 5, range: {pert: [4, 5, 7]}}\n";

}  // namespace

TEST_CASE("Shares are of the value, and amounts come to the unit of the file") {
    const auto shares = drawn<chance::Pert>("46.2 mio. kr.", "{pert: [50%, 100%, 110%]}");
    CHECK(shares.low == 0.5 * 46200);
    CHECK(shares.mode == 46200);
    const auto bare = drawn<chance::Uniform>("46.2 mio. kr.", "{uniform: [40, 50]}");
    CHECK(bare.low == Approx(40 * 1000).epsilon(1e-15));
    const auto amounts = drawn<chance::Uniform>("46.2 mio. kr.", "{uniform: [40000 t.kr., 50 mio. kr.]}");
    CHECK(amounts.low == 40 * 1000);
    CHECK(amounts.high == 50 * 1000);
    const auto plain = drawn<chance::Triangular>("7", "{triangular: [2, 3, 7]}");
    CHECK(plain.low == 2);
    CHECK(plain.mode == 3);
}

TEST_CASE("Bells are by mean and deviation or by percentiles, in the value's unit") {
    const auto normal = drawn<chance::Normal>("200", "{normal: {mean: 100%, deviation: 10%}}");
    CHECK(normal.mean == 200);
    CHECK(normal.deviation == 0.1 * 200);
    const auto lognormal = drawn<chance::Lognormal>("100", "{lognormal: {mean: 100, deviation: 30}}");
    CHECK(lognormal.mu == Approx(4.56208133787).epsilon(1e-11));
    CHECK(lognormal.sigma == Approx(0.293560379209).epsilon(1e-11));
    const auto percentiles = drawn<chance::Normal>("100", "{normal: {p10: 90%, p90: 110%}}");
    CHECK(percentiles.mean == Approx(100));
    CHECK(percentiles.deviation == Approx(10 / 1.2815515655446004));
}

TEST_CASE("Shares of a value below zero turn the range round") {
    const auto turned = drawn<chance::Triangular>("-10", "{triangular: [70%, 100%, 110%]}");
    CHECK(turned.low == Approx(-11));
    CHECK(turned.mode == -10);
    CHECK(turned.high == -7);
    const auto cut = uncertainty(
                         "inputs:\n  x: {value: -10, range: {normal: {mean: 100%, deviation: 10%}, at_least: 50%}}\n"
                         "recurring:\n  - {id: line, saving: 1}\n")
                         .inputs.front()
                         .marginal.distribution;
    CHECK_FALSE(cut.least);
    CHECK(*cut.most == -5);
}

TEST_CASE("A range without a spread is its one value") {
    for (const std::string range :
         {"{pert: [100%, 100%, 100%]}", "{uniform: [100%, 100%]}", "{normal: {mean: 100%, deviation: 0}}",
          "{discrete: {100%: 1}}", "{empirical: [100%, 100%]}"}) {
        INFO(range);
        const auto certain = drawn<chance::Uniform>("0.1", range);
        CHECK(certain.low == 0.1);
        CHECK(certain.high == 0.1);
    }
}

TEST_CASE("Observed values are drawn by their rank, whatever the order in the file") {
    CHECK(drawn<chance::Empirical>("4", "{empirical: [5, 3, 4]}").values == std::vector<double>{3, 4, 5});
}

TEST_CASE("Lines and series vary by a factor, inputs by their value; streams are names, and of lines the proposal's id before") {
    const auto found = uncertainty(R"(
inputs:
  price: {value: 95, source: accounts, range: {uniform: [90%, 120%]}}
  places: {value: {2026..: 4}, range: {uniform: [50%, 150%], source: survey}}
recurring:
  - {id: effect, saving: price * places, range: {pert: [70%, 100%, 110%]}}
)");
    REQUIRE(found.inputs.size() == 3);
    CHECK(found.inputs[0].lever.id == "effect");
    CHECK(found.inputs[0].base == 1);
    CHECK(found.inputs[0].marginal.stream == found.plan.id + "/effect");
    CHECK(found.inputs[1].lever.id == "places");
    CHECK(found.inputs[1].base == 1);
    CHECK(found.inputs[1].source == "survey");
    CHECK(found.inputs[2].base == 95);
    CHECK(found.inputs[2].marginal.stream == "price");
    CHECK(found.inputs[2].source == "accounts");
    CHECK(found.plan.book.find(found.inputs[2].lever.definition) != nullptr);
}

TEST_CASE("What belongs to an option that is not in the table does not vary") {
    const std::string body =
        "options: [{id: extra, included: no}]\nrecurring:\n  - {id: base, saving: 1}\n"
        "  - {id: more, saving: 1, option: extra, range: {uniform: [50%, 150%]}}\n";
    CHECK(uncertainty(body).inputs.empty());
    CHECK_FALSE(risk::is_uncertain(read(body)));
}

TEST_CASE("Correlations are by position among the inputs sorted by id") {
    const auto found = uncertainty(two + line + "correlations:\n  - {between: [wage, places], rank: 0.5}\n");
    REQUIRE(found.correlations.size() == 1);
    CHECK(found.inputs[found.correlations[0].first].lever.id == "wage");
    CHECK(found.inputs[found.correlations[0].second].lever.id == "places");
    CHECK(found.correlations[0].value == 0.5);
}

namespace {

/// The nearest correlations as a message in English has them.
std::string nearest_said(const diag::Diagnostics& found) {
    std::string said = found.sorted().front().arguments.front().value;
    const std::string point = "{number.point}";
    for (std::size_t at = 0; (at = said.find(point)) != std::string::npos;) said.replace(at, point.size(), ".");
    return said;
}

}  // namespace

TEST_CASE("Correlations that cannot be had together are refused with the nearest that can") {
    const auto impossible = read(two + line +
                                 "correlations:\n  - {between: [price, places], rank: -0.9}\n"
                                 "  - {between: [price, wage], rank: -0.9}\n  - {between: [places, wage], rank: -0.9}\n");
    const auto result = risk::uncertainty_of(impossible, {});
    REQUIRE(result.diagnostics.sorted().size() == 1);
    CHECK(result.diagnostics.sorted().front().code == "P827");
    // Three alike can be correlated -0.5 at most as parameters of the copula: rank 6/pi asin(-0.5/2) = -0.4826.
    CHECK(nearest_said(result.diagnostics) == "price - places -0.482; price - wage -0.482; places - wage -0.482");
}

TEST_CASE("The nearest correlations, as they are printed, are taken when written") {
    const auto with = [](const std::string& a, const std::string& b, const std::string& c) {
        return read(two + line + "correlations:\n  - {between: [price, places], rank: " + a +
                    "}\n  - {between: [price, wage], rank: " + b + "}\n  - {between: [places, wage], rank: " + c + "}\n");
    };
    const auto signs =
        GENERATE(std::array<std::string, 3>{"-0.9", "-0.9", "-0.9"}, std::array<std::string, 3>{"0.9", "0.9", "-0.9"},
                 std::array<std::string, 3>{"0.95", "0.1", "0.8"});
    const auto refused = risk::uncertainty_of(with(signs[0], signs[1], signs[2]), {});
    REQUIRE(refused.diagnostics.sorted().size() == 1);
    std::vector<std::string> numbers;
    std::istringstream words(nearest_said(refused.diagnostics));
    for (std::string word; words >> word;)
        if (word.find("0.") != std::string::npos) numbers.push_back(word.substr(0, word.find(';')));
    REQUIRE(numbers.size() == 3);
    CHECK(risk::uncertainty_of(with(numbers[0], numbers[1], numbers[2]), {}).ok());
}

TEST_CASE("Amounts around a formula are held against what it comes to") {
    const auto of = [](const std::string& range) {
        return codes(read("inputs:\n  a: 40 t.kr.\n  b:\n    value: 2 * a\n    range: " + range +
                          "\nrecurring:\n  - {id: line, saving: b}\n"));
    };
    CHECK(of("{uniform: [70, 90]}").empty());
    CHECK(of("{uniform: [70 t.kr., 0.09 mio. kr.]}").empty());
    CHECK(of("{uniform: [90, 95]}") == std::vector<std::string>{"P213"});
    CHECK(of("{uniform: [70 hours, 90 hours]}") == std::vector<std::string>{"P813"});
}

TEST_CASE("A normal range that falls below zero in more than 1 of 1,000 draws is warned of, unless it is cut off") {
    const auto of = [](const std::string& range) {
        return codes(read("inputs:\n  a: {value: 40, range: " + range + "}\nrecurring:\n  - {id: line, saving: a}\n"));
    };
    CHECK(of("{normal: {mean: 100%, deviation: 32%}}").empty());  // 1/0.32 = 3.125 deviations: 0.9 of 1,000
    CHECK(of("{normal: {mean: 100%, deviation: 33%}}") == std::vector<std::string>{"P828"});
    CHECK(of("{normal: {mean: 100%, deviation: 33%}, at_least: 0}").empty());
}

TEST_CASE("A scenario that sets an input takes shares along; amounts stay, and hold the new value or none") {
    const auto set_to = [](const std::string& range, double value) {
        const auto base = read("inputs:\n  price: {value: 100, range: " + range + "}\n" + line);
        const model::Value to{formula::number(value), {}};
        auto outcome = whatif::apply(base, {{model::SetInput{{"price", {}}, to}, {}}});
        return std::move(*outcome.value);
    };
    const auto followed = set_to("{uniform: [50%, 150%]}", 200);
    const auto found = risk::uncertainty_of(followed.proposal, {});
    CHECK(std::get<chance::Uniform>(found.value->inputs.front().marginal.distribution.shape).high == 300);
    CHECK(followed.notes.empty());
    CHECK(set_to("{uniform: [90, 120]}", 110).proposal.inputs.front().range);
    const auto outside = set_to("{uniform: [90, 120]}", 130);
    CHECK_FALSE(outside.proposal.inputs.front().range);
    CHECK(outside.notes.sorted().front().code == "P829");
}

TEST_CASE("A scenario's factor applies after the draw") {
    const auto base = read("inputs:\n  price: {value: 100, range: {uniform: [90, 120]}}\n" + line);
    model::Selector price;
    price.ids = {{"price", {}}};
    const auto outcome = whatif::apply(base, {{model::Scale{price, {formula::number(0.5), {}}}, {}}});
    const auto found = risk::uncertainty_of(outcome.value->proposal, {});
    REQUIRE(found.ok());
    CHECK(found.value->inputs.front().base == 100);
    CHECK(std::get<chance::Uniform>(found.value->inputs.front().marginal.distribution.shape).high == 120);
}

TEST_CASE("A line that varies takes along what follows it, as under a scenario") {
    const auto found = uncertainty(R"(
recurring:
  - {id: effect, saving: 100, range: {uniform: [50%, 150%]}}
  - {id: support, cost: 10, follows: effect}
  - {id: other, cost: 7}
)");
    REQUIRE(found.inputs.size() == 1);
    CHECK(found.inputs[0].lever.id == "effect");
    const evaluate::Draws half{{found.inputs[0].lever.definition, Eigen::ArrayXd::Constant(1, 0.5)}};
    const auto figures = evaluate::evaluate(formula::flatten(found.plan.book), half);
    CHECK(figures.at("net.total", 0) == 0.5 * (-100 + 10) + 7);
}

TEST_CASE("The figures are the proposal's own as long as nothing is drawn") {
    const std::string body = two + line;
    const auto found = uncertainty(body);
    const auto plain = compile::compile(read(body));
    CHECK(evaluate::evaluate(formula::flatten(found.plan.book)).table("net.total") ==
          evaluate::evaluate(formula::flatten(plain.value->book)).table("net.total"));
}

TEST_CASE("BP-20 at the means of its inputs has the mean present value, for every line is a product of different inputs") {
    const auto read = input::read_proposal(std::string(PROVENU_EXAMPLES) + "/../tests/bench/bp-20.yaml");
    REQUIRE(read.ok());
    const auto found = risk::uncertainty_of(*read.value, {});
    REQUIRE(found.ok());
    REQUIRE(found.value->inputs.size() == 20);
    evaluate::Draws means;
    for (const auto& each : found.value->inputs)
        means[each.lever.definition] = Eigen::ArrayXd::Constant(1, chance::mean(each.marginal.distribution));
    const auto figures = evaluate::evaluate(formula::flatten(found.value->plan.book), means);
    CHECK(figures.scalar("npv") == Approx(-1175.0717).margin(0.0001));
}

TEST_CASE("Every example's ranges can be drawn, and three of them have some") {
    int uncertain = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(PROVENU_EXAMPLES)) {
        const std::string path = entry.path().string();
        if (entry.path().extension() != ".yaml" || input::kind_of(path) != "proposal") continue;
        const auto read = input::read_proposal(path);
        INFO(path);
        REQUIRE(read.ok());
        const auto found = risk::uncertainty_of(*read.value, {});
        CHECK(found.ok());
        CHECK(found.diagnostics.empty());
        uncertain += risk::is_uncertain(*read.value) ? 1 : 0;
    }
    CHECK(uncertain >= 3);
}
