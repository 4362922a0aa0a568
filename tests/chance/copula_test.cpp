#include "chance/copula.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "chance/bp_20.hpp"
#include "chance/drawn.hpp"

namespace provenu::chance {

namespace {

constexpr std::uint64_t draws = 1 << 18;

double spearman(double written, Method method) {
    const auto u =
        drawn({method, 5, draws, {marginal("a", Pert{2, 3, 7, 4}), marginal("b", Lognormal{0, 1})}, {{0, 1, written}}}, true);
    return correlation_of(u[0], u[1]);
}

std::vector<RankCorrelation> all_pairs(std::size_t count, double value) {
    std::vector<RankCorrelation> out;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = i + 1; k < count; ++k) out.push_back({i, k, value});
    }
    return out;
}

}  // namespace

TEST_CASE("A written rank correlation of 0.5 uses the parameter 0.5176; the parameter 0.5 gives 0.4826", "[chance]") {
    CHECK(parameter_of(0.5) == Approx(0.517638090205).epsilon(1e-12));
    CHECK(rank_correlation_of(0.5) == Approx(0.482583739531).epsilon(1e-12));
    CHECK(parameter_of(1) == 1);
    CHECK(parameter_of(-1) == -1);
}

TEST_CASE("Rank correlations come out as written", "[chance]") {
    const double error = 4 / std::sqrt(static_cast<double>(draws));
    for (const double written : {0.5, 0.482583739531, -0.8, 0.1}) {
        for (const auto method : {Method::random, Method::sobol, Method::latin})
            CHECK(std::abs(spearman(written, method) - written) < error);
    }
}

TEST_CASE("Margins stay as they are under correlation", "[chance]") {
    const auto marginals = bp_20_marginals();
    const auto columns = drawn({Method::random, 9, draws, marginals, bp_20_chain()});
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& distribution = marginals[i].distribution;
        CHECK(std::abs(mean_of(columns[i]) - mean(distribution)) <
              4 * deviation(distribution) / std::sqrt(static_cast<double>(draws)));
        for (const double p : {0.05, 0.5, 0.95}) {
            const double limit = quantile(distribution, p);
            const double share = cumulative(distribution, limit);
            double below = 0;
            for (const double value : columns[i]) below += value <= limit ? 1 : 0;
            CHECK(std::abs(below / static_cast<double>(draws) - share) <=
                  4 * std::sqrt(share * (1 - share) / static_cast<double>(draws)));
        }
    }
}

TEST_CASE("What is not correlated keeps the draws that it has alone, and so does the first of a correlated set", "[chance]") {
    Sample sample{Method::random, 7, 3000, bp_20_marginals(), {}};
    const auto alone = drawn(sample);
    sample.correlations = {{3, 8, 0.4}};
    const auto together = drawn(sample);
    for (std::size_t i = 0; i < alone.size(); ++i) {
        if (i != 3 && i != 8) CHECK(together[i] == alone[i]);
    }
    const auto furthest = [&](std::size_t i) {
        double apart = 0;
        for (std::size_t k = 0; k < alone[i].size(); ++k) apart = std::max(apart, std::abs(together[i][k] - alone[i][k]));
        return apart;
    };
    CHECK(furthest(3) < 1e-8);  // day-rate, the first by name; by another table
    CHECK(furthest(8) > 1);     // staff-price
}

TEST_CASE("Uniform numbers of correlated draws are their ranks", "[chance]") {
    const Sample sample{Method::sobol, 7, 2048, bp_20_marginals(), bp_20_chain()};
    const auto x = drawn(sample);
    const auto u = drawn(sample, true);
    for (std::size_t i = 0; i + 1 < x.size(); ++i) {
        const auto& distribution = sample.marginals[i].distribution;
        for (std::size_t k = 0; k < 50; ++k) CHECK(x[i][k] == Approx(quantile(distribution, u[i][k])).epsilon(1e-6));
    }
}

TEST_CASE("Two inputs may go wholly together, or wholly against each other", "[chance]") {
    const auto marginals = {marginal("a", Normal{0, 1}), marginal("b", Normal{10, 2}), marginal("c", Normal{0, 1})};
    const std::vector<RankCorrelation> asked{{0, 1, 1}, {0, 2, -1}, {1, 2, -1}};
    CHECK(check(asked).coherent);
    const auto x = drawn({Method::random, 7, 2000, marginals, asked});
    double distance = 0;
    for (std::size_t i = 0; i < x[0].size(); ++i) {
        distance = std::max({distance, std::abs(x[1][i] - (10 + 2 * x[0][i])), std::abs(x[2][i] + x[0][i])});
    }
    CHECK(distance < 1e-6);
}

TEST_CASE("Five inputs that all go against each other at -0.5 are refused, with the nearest that can be", "[chance]") {
    const auto asked = all_pairs(5, -0.5);
    const auto answer = check(asked);
    CHECK_FALSE(answer.coherent);
    REQUIRE(answer.nearest.size() == 10);
    // Five equal parameters can be -1/4 at least; as a rank correlation 6/pi asin(-1/8) = -0.2394.
    for (const double one : answer.nearest) CHECK(one == Approx(-0.239));
    auto again = asked;
    for (std::size_t i = 0; i < again.size(); ++i) again[i].value = answer.nearest[i];
    CHECK(check(again).coherent);
}

TEST_CASE("The nearest leaves at zero what was not asked for, and can be used as it is", "[chance]") {
    std::vector<RankCorrelation> asked{{0, 1, 0.9}, {1, 2, 0.9}, {3, 4, 0.2}};
    const auto answer = check(asked);
    CHECK_FALSE(answer.coherent);
    REQUIRE(answer.nearest.size() == 3);
    CHECK(answer.nearest[0] == Approx(answer.nearest[1]).margin(1e-3));
    CHECK(answer.nearest[0] == Approx(rank_correlation_of(std::sqrt(0.5))).margin(2e-3));
    CHECK(answer.nearest[2] == Approx(0.2).margin(1e-3));
    for (std::size_t i = 0; i < asked.size(); ++i) asked[i].value = answer.nearest[i];
    CHECK(check(asked).coherent);
    CHECK_FALSE(check({{0, 1, 1.2}}).coherent);
}

TEST_CASE("Discrete inputs are correlated by the normal number behind them", "[chance]") {
    const auto d = Discrete{{0, 1}, {0.5, 0.5}};
    const auto x = drawn({Method::random, 7, draws, {marginal("a", d), marginal("b", d)}, {{0, 1, 0.5}}});
    double both = 0;
    for (std::size_t i = 0; i < draws; ++i) both += x[0][i] * x[1][i];
    const double expected = 0.25 + std::asin(parameter_of(0.5)) / (2 * M_PI);  // Sheppard 1899
    CHECK(std::abs(both / static_cast<double>(draws) - expected) < 4 * std::sqrt(0.25 / static_cast<double>(draws)));
}

}  // namespace provenu::chance
