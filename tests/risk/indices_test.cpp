#include "provenu/risk/indices.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>
#include <numeric>

#include "provenu/evaluate/batch.hpp"
#include "provenu/formula/program.hpp"
#include "risk/exact_indices.hpp"
#include "risk/ranks.hpp"
#include "support/proposals.hpp"

using namespace provenu;
using namespace provenu::support;
using chance::Distribution;
using chance::Marginal;
using risk::Estimate;
using risk::Function;

namespace {

Distribution distribution(chance::Shape shape) {
    return {std::move(shape), std::nullopt, std::nullopt};
}

std::vector<Marginal> alike(std::size_t count, const Distribution& each) {
    std::vector<Marginal> marginals;
    for (std::size_t i = 0; i < count; ++i) marginals.push_back({"x" + std::to_string(i + 1), each});
    return marginals;
}

/// A function of the inputs of one draw.
template <class OfOne>
Function each_draw(const OfOne& of_one) {
    return {1, [of_one](int, auto inputs, auto results, int count) {
                for (int draw = 0; draw < count; ++draw) {
                    std::vector<double> x;
                    for (const double* input : inputs) x.push_back(input[draw]);
                    results[0][draw] = of_one(x);
                }
            }};
}

risk::Uncertainty uncertainty(const model::Proposal& proposal) {
    auto found = risk::uncertainty_of(proposal, {});
    if (!found.ok()) diag::bug(shown(found.diagnostics.sorted().front()));
    return std::move(*found.value);
}

risk::Uncertainty uncertain_text(const std::string& body) {
    const auto read = input::read_proposal_text(proposal(body), "case.yaml");
    if (!read.ok()) diag::bug(shown(read.diagnostics.sorted().front()));
    return uncertainty(*read.value);
}

risk::Uncertainty bp_20() {
    return uncertainty(*input::read_proposal(PROVENU_TESTS "/bench/bp-20.yaml").value);
}

/// The proposal's present value as any function.
Function npv_of(const risk::Uncertainty& proposal) {
    std::vector<std::string> names;
    for (const risk::Uncertain& each : proposal.inputs) names.push_back(each.lever.definition);
    const std::vector<evaluate::Wanted> wanted{{"npv", 0}};
    auto batch = std::make_shared<evaluate::Batch>(formula::flatten(proposal.plan.book), names, wanted);
    return {1, [batch](int, auto inputs, auto results, int count) {
                evaluate::Batch::Scratch scratch;
                batch->run(inputs, results, count, scratch);
            }};
}

std::vector<Marginal> marginals_of(const risk::Uncertainty& proposal) {
    std::vector<Marginal> marginals;
    for (const risk::Uncertain& each : proposal.inputs) marginals.push_back(each.marginal);
    return marginals;
}

double sum_of_shares(const risk::Influences& influences) {
    double sum = influences.interaction;
    for (const risk::Influence& each : influences.factors) sum += each.share;
    return sum;
}

/// Within four errors, and a little for what eight scrambles cannot tell of their own error.
bool agrees(const Estimate& estimate, double exact) {
    return std::abs(estimate.value - exact) <= 4 * estimate.error + 1e-4;
}

std::vector<double> bits(const risk::WhichInput& found) {
    std::vector<double> all;
    for (const risk::Influences& measure : found.measures) {
        all.push_back(measure.interaction);
        for (const risk::Influence& each : measure.factors)
            for (const Estimate& one : {each.first_order, each.total, each.shapley, each.spearman})
                all.insert(all.end(), {each.share, one.value, one.error});
    }
    return all;
}

const std::string two_of_three =
    "inputs:\n  a: {value: 3, range: {normal: {mean: 3, deviation: 2}}}\n"
    "  b: {value: 5, range: {normal: {mean: 5, deviation: 1}}}\n  c: {value: 7, range: {uniform: [7, 7]}}\n";
const std::string their_line = "recurring:\n  - {id: x, cost: 10 * a + 10 * b + c}\n";

}  // namespace

TEST_CASE("Ishigami's function has its published indices") {
    // Ishigami and Homma 1990: sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1, x uniform on -pi..pi; V = 49/8 + 0.1 pi^4/5 + 0.01 pi^8/18
    // + 1/2
    const double pi = std::numbers::pi;
    const double v1 = 0.5 * std::pow(1 + 0.1 * std::pow(pi, 4) / 5, 2);
    const double v2 = 49.0 / 8;
    const double v13 = 0.01 * std::pow(pi, 8) * (1.0 / 18 - 1.0 / 50);
    const double v = v1 + v2 + v13;
    const auto ishigami = each_draw([](const std::vector<double>& x) {
        return std::sin(x[0]) + 7 * std::pow(std::sin(x[1]), 2) + 0.1 * std::pow(x[2], 4) * std::sin(x[0]);
    });
    const auto found =
        risk::sobol_indices(ishigami, alike(3, distribution(chance::Uniform{-pi, pi})), {7, std::uint64_t{1} << 17}, {}).front();
    CHECK(agrees(found.variance, v));
    CHECK(agrees(found.factors[0].first_order, v1 / v));
    CHECK(agrees(found.factors[1].first_order, v2 / v));
    CHECK(agrees(found.factors[2].first_order, 0));
    CHECK(agrees(found.factors[0].total, (v1 + v13) / v));
    CHECK(agrees(found.factors[1].total, v2 / v));
    CHECK(agrees(found.factors[2].total, v13 / v));
    for (const risk::SobolIndex& each : found.factors) {
        CHECK(each.first_order.error < 0.005);
        CHECK(each.total.error < 0.005);
    }
}

TEST_CASE("Sobol's G function has its exact indices") {
    // Product of (|4 x_i - 2| + a_i)/(1 + a_i): V_i = 1/(3 (1 + a_i)^2), V = product of (1 + V_i) - 1 (Saltelli and Sobol 1995)
    const std::vector<double> a{0, 1, 4.5, 9, 99, 99, 99, 99};
    const auto g = each_draw([a](const std::vector<double>& x) {
        double product = 1;
        for (std::size_t i = 0; i < a.size(); ++i) product *= (std::abs(4 * x[i] - 2) + a[i]) / (1 + a[i]);
        return product;
    });
    double all = 1;
    std::vector<double> own;
    for (const double each : a) {
        own.push_back(1 / (3 * (1 + each) * (1 + each)));
        all *= 1 + own.back();
    }
    const auto found =
        risk::sobol_indices(g, alike(a.size(), distribution(chance::Uniform{0, 1})), {1, std::uint64_t{1} << 16}, {}).front();
    for (std::size_t i = 0; i < a.size(); ++i) {
        CAPTURE(i);
        CHECK(agrees(found.factors[i].first_order, own[i] / (all - 1)));
        CHECK(agrees(found.factors[i].total, own[i] * all / (1 + own[i]) / (all - 1)));
    }
}

TEST_CASE("Indices of a product of two and of a square are exact") {
    // x y + x^2, x and y of mean 1 and 2: first order of x from E(f|x) = 2 x + x^2, of y from y
    const Distribution x = distribution(chance::Normal{1, 0.5});
    const Distribution y = distribution(chance::Uniform{1, 3});
    const auto found = *risk::exact_indices({4, {{1, {0, 1}}, {1, {0, 0}}}}, {x, y});
    // V(x) = 1/4, V(y) = 1/3; with d = x - 1: 2 x + x^2 = 3 + 4 d + d^2, V = 16/4 + 2/16; V(y E x) = 1/3; V(d (y - 2)) = 1/12
    const double v = 4.125 + 1.0 / 3 + 1.0 / 12;
    CHECK(found.variance.value == Approx(v).epsilon(1e-12));
    CHECK(found.factors[0].first_order.value == Approx(4.125 / v).epsilon(1e-12));
    CHECK(found.factors[1].first_order.value == Approx(1.0 / 3 / v).epsilon(1e-12));
    CHECK(found.factors[0].total.value == Approx((4.125 + 1.0 / 12) / v).epsilon(1e-12));
    CHECK(found.factors[1].total.value == Approx((1.0 / 3 + 1.0 / 12) / v).epsilon(1e-12));
    CHECK_FALSE(risk::exact_indices({0, {{1, {0, 0, 0}}}}, {x}));  // a third power
}

TEST_CASE("BP-20: the indices estimated of its present value are the exact ones") {
    const risk::Uncertainty proposal = bp_20();
    const auto exact = risk::which_input(proposal, {}, {});
    REQUIRE(exact.measures.front().exact);
    REQUIRE(exact.factors.size() == 20);
    const auto estimated = risk::sobol_indices(npv_of(proposal), marginals_of(proposal), {3}, {}).front();
    CHECK(agrees(estimated.variance, 699.4088 * 699.4088));
    for (std::size_t i = 0; i < 20; ++i) {
        CAPTURE(proposal.inputs[i].lever.id);
        const risk::Influence& influence = exact.measures.front().factors[i];
        CHECK(agrees(estimated.factors[i].first_order, influence.first_order.value));
        CHECK(agrees(estimated.factors[i].total, influence.total.value));
        CHECK(influence.total.value >= influence.first_order.value);
        CHECK(influence.first_order.error == 0);
    }
}

TEST_CASE("Shares and interaction sum to 1, for every measure; yearly net is exact, payback estimated") {
    const auto found = risk::which_input(bp_20(), {chance::Method::sobol, 1, 8'192}, {});
    for (const risk::Influences& measure : found.measures) {
        CAPTURE(risk::name(measure.measure));
        CHECK(sum_of_shares(measure) == Approx(1).epsilon(1e-12));
        CHECK(measure.interaction >= 0);
        CHECK(measure.exact == risk::is_money(measure.measure));
    }
}

TEST_CASE("A certain input has no influence, the only uncertain one all") {
    const auto both = risk::which_input(uncertain_text(two_of_three + their_line), {}, {});
    // Deviations 2 and 1: 4/5 and 1/5; nothing between them.
    const risk::Influences& npv = both.measures.front();
    REQUIRE(both.factors == std::vector<risk::Factor>{{0}, {1}, {2}});
    CHECK(npv.factors[0].share == Approx(0.8).epsilon(1e-12));
    CHECK(npv.factors[1].share == Approx(0.2).epsilon(1e-12));
    CHECK(npv.factors[2].share == 0);
    CHECK(npv.factors[2].spearman.value == 0);
    CHECK(npv.interaction == Approx(0).margin(1e-12));

    const auto one =
        risk::which_input(uncertain_text("inputs:\n  a: {value: 3, range: {discrete: {1: 25%, 3: 75%}}}\nrecurring:\n"
                                         "  - {id: x, saving: 10 * a}\nimplementation:\n  - {id: y, total: 30, period: "
                                         "2026-01..2026-12}\n"),
                          {}, {});
    for (const risk::Influences& measure : one.measures) {
        CAPTURE(risk::name(measure.measure));
        CHECK(measure.factors.front().share == Approx(1).epsilon(1e-9));
        CHECK(std::abs(measure.factors.front().spearman.value) == Approx(1).epsilon(1e-9));  // ties have one rank
    }
}

TEST_CASE("A result that rises with an input alone has Spearman's correlation 1 with it") {
    const auto exponential = each_draw([](const std::vector<double>& x) { return std::exp(x[0]); });
    const auto falling = each_draw([](const std::vector<double>& x) { return -x[0] * x[0] * x[0]; });
    const chance::Sample sample{chance::Method::sobol, 1, 10'000, alike(1, distribution(chance::Normal{0, 1})), {}};
    CHECK(risk::rank_correlations(exponential, sample, {}).front().front().value == Approx(1).epsilon(1e-7));
    CHECK(risk::rank_correlations(falling, sample, {}).front().front().value == Approx(-1).epsilon(1e-7));
    CHECK(risk::ranks_of({5, 1, 5, 9}) == std::vector<double>{0.5, 0.125, 0.5, 0.875});
}

TEST_CASE("Correlated inputs have no Sobol shares but Shapley effects, those of a sum of two normals exactly") {
    const auto found = risk::which_input(
        uncertain_text(two_of_three + "correlations:\n  - {between: [a, b], rank: 0.5}\n" + their_line), {}, {});
    CHECK(found.sharing == risk::Sharing::shapley);
    // Iooss and Prieur 2019: (s1^2 (1 - r^2/2) + r s1 s2 + s2^2 r^2/2)/V with V = s1^2 + s2^2 + 2 r s1 s2; r = 2 sin(pi/6 0.5)
    const double r = 2 * std::sin(std::numbers::pi / 12);
    const double v = 5 + 4 * r;
    const risk::Influences& npv = found.measures.front();
    CHECK(agrees(npv.factors[0].shapley, (4 * (1 - r * r / 2) + 2 * r + r * r / 2) / v));
    CHECK(agrees(npv.factors[1].shapley, (1 - r * r / 2 + 2 * r + 2 * r * r) / v));
    CHECK(npv.factors[0].shapley.error < 0.01);
    CHECK(npv.factors[0].first_order.value == 0);
    CHECK(sum_of_shares(npv) == Approx(1).epsilon(1e-12));
    CHECK(npv.interaction == 0);
}

TEST_CASE("Of independent inputs, Shapley effects lie between first order and total, and sum to 1") {
    const auto product = each_draw([](const std::vector<double>& x) { return x[0] * x[1] + x[2]; });
    const auto marginals = alike(3, distribution(chance::Uniform{0, 1}));
    const auto effects =
        risk::shapley_effects(product, {chance::Method::sobol, 1, std::uint64_t{1} << 14, marginals, {}}, {}).front();
    // Variances: x1 and x2 alone 1/48 each, together 1/144; x3 1/12. Shapley halves what two have together.
    const double v = 2.0 / 48 + 1.0 / 144 + 1.0 / 12;
    CHECK(agrees(effects[0], (1.0 / 48 + 1.0 / 288) / v));
    CHECK(agrees(effects[1], (1.0 / 48 + 1.0 / 288) / v));
    CHECK(agrees(effects[2], 1.0 / 12 / v));
    CHECK(effects[0].value + effects[1].value + effects[2].value == Approx(1).epsilon(1e-12));
}

TEST_CASE("Two columns picked by the same number are one factor") {
    std::vector<Marginal> marginals = alike(3, distribution(chance::Uniform{0, 1}));
    marginals[2].stream = "x1";
    CHECK(risk::factors_of(marginals) == std::vector<risk::Factor>{{0, 2}, {1}});
    const auto sum = each_draw([](const std::vector<double>& x) { return x[0] + x[1] + x[2]; });
    const auto found = risk::sobol_indices(sum, marginals, {}, {}).front();
    CHECK(agrees(found.factors[0].first_order, 0.8));  // twice one number: four times the variance
    CHECK(agrees(found.factors[1].first_order, 0.2));
}

TEST_CASE("More than eight correlated inputs are not shared out; ranks are what is left") {
    std::string inputs = "inputs:\n";
    std::string sum;
    for (const char name : std::string("abcdefghi")) {
        inputs += std::string("  ") + name + ": {value: 3, range: {uniform: [2, 4]}}\n";
        sum += (sum.empty() ? "" : " + ") + std::string(1, name);
    }
    const auto found = risk::which_input(uncertain_text(inputs + "correlations:\n  - {between: [a, b], rank: 0.5}\n" +
                                                        "recurring:\n  - {id: x, cost: " + sum + "}\n"),
                                         {chance::Method::sobol, 1, 4'096}, {});
    CHECK(found.sharing == risk::Sharing::none);
    for (const risk::Influence& each : found.measures.front().factors) {
        CHECK(each.share == 0);
        CHECK(each.spearman.value > 0.2);
    }
}

TEST_CASE("No index depends on threads or instructions") {
    const risk::Uncertainty independent = bp_20();
    const risk::Uncertainty correlated =
        uncertain_text(two_of_three + "correlations:\n  - {between: [a, b], rank: 0.5}\n" + their_line);
    for (const risk::Uncertainty* proposal : {&independent, &correlated}) {
        const risk::Drawing drawing{chance::Method::random, 0, 5'000};
        const auto one = bits(risk::which_input(*proposal, drawing, {}));
        for (const auto instructions :
             {processor::Instructions::baseline, processor::Instructions::avx2, processor::Instructions::avx512}) {
            if (!processor::has(instructions)) continue;
            risk::Effort effort;
            effort.threads = 3;
            effort.instructions = instructions;
            CHECK(bits(risk::which_input(*proposal, drawing, effort)) == one);
        }
    }
}
