#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "chance/bp_20.hpp"
#include "chance/drawn.hpp"
#include "chance/philox.hpp"

namespace provenu::chance {

TEST_CASE("Philox4x32-10 gives the numbers of its authors' known answer tests", "[chance]") {
    CHECK(philox({0, 0, 0, 0}, 0) == PhiloxWords{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    constexpr std::uint32_t all = 0xffffffff;
    CHECK(philox({all, all, all, all}, 0xffffffffffffffff) == PhiloxWords{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0x299f31d0a4093822) ==
          PhiloxWords{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("Draw i of a block, as a uniform number, is 52 bits of Philox at the counter of i", "[chance]") {
    const auto u = drawn({Method::random, 7, 3000, {marginal("hours", Uniform{0, 1})}, {}}, true);
    const auto words = philox(counter_of(stream_of("hours"), Purpose::draws, 512 * 2 + 5), 7);
    const auto in_52 = [](std::uint64_t low, std::uint64_t high) {
        return (static_cast<double>((high << 32 | low) >> 12) + 0.5) * 0x1p-52;
    };
    CHECK(u[0][2 * 1024 + 5] == in_52(words[0], words[1]));
    CHECK(u[0][2 * 1024 + 5 + 512] == in_52(words[2], words[3]));
}

TEST_CASE("Twice as many draws keep the first half; another seed changes all; seed 0 is one", "[chance]") {
    Sample sample{Method::random, 0, 5000, bp_20_marginals(), {}};
    const auto first = drawn(sample);
    sample.draws = 10000;
    auto more = drawn(sample);
    sample.seed = 1;
    const auto other = drawn(sample);
    for (std::size_t i = 0; i < first.size(); ++i) {
        CHECK(std::equal(first[i].begin(), first[i].end(), more[i].begin()));
        if (i + 1 < first.size()) CHECK(other[i] != more[i]);
    }
}

TEST_CASE("Draws go by the name: order and company of the others change nothing", "[chance]") {
    Sample sample{Method::random, 7, 3000, bp_20_marginals(), {}};
    const auto all = drawn(sample);
    std::reverse(sample.marginals.begin(), sample.marginals.end());
    auto reversed = drawn(sample);
    std::reverse(reversed.begin(), reversed.end());
    CHECK(reversed == all);
    sample.marginals = {bp_20_marginals()[4]};
    CHECK(drawn(sample)[0] == all[4]);
}

TEST_CASE("Order changes nothing with Sobol's points, Latin hypercubes and correlations either", "[chance]") {
    for (const auto method : {Method::sobol, Method::latin}) {
        Sample sample{method, 7, 6000, bp_20_marginals(), {{2, 5, 0.5}, {5, 9, -0.3}}};
        const auto all = drawn(sample);
        std::reverse(sample.marginals.begin(), sample.marginals.end());
        for (auto& one : sample.correlations) one = {19 - one.first, 19 - one.second, one.value};
        auto reversed = drawn(sample);
        std::reverse(reversed.begin(), reversed.end());
        CHECK(reversed == all);
    }
}

TEST_CASE("Columns of one stream keep together what was observed together", "[chance]") {
    const Sample sample{
        Method::sobol, 7, 4096, {marginal("file", Empirical{{3, 1, 2}}), marginal("file", Empirical{{30, 10, 20}})}, {}};
    const auto both = drawn(sample);
    bool together = true;
    for (std::size_t i = 0; i < both[0].size(); ++i) together = together && both[1][i] == 10 * both[0][i];
    CHECK(together);
    // Their uniform numbers are their ranks: 1 is the lowest third, 3 the highest.
    const auto ranks = drawn(sample, true);
    for (std::size_t i = 0; i < 100; ++i) CHECK(std::floor(3 * ranks[0][i]) == both[0][i] - 1);
}

TEST_CASE("Draws have the distribution asked for: the greatest distance of Kolmogorov stays small", "[chance]") {
    constexpr double at_one_in_a_million = 2.69;  // of sqrt(n) D
    auto marginals = bp_20_marginals();
    marginals.pop_back();  // the discrete one
    marginals.push_back({"cut", {Normal{1, 1}, 0.0, 2.5}});
    marginals.push_back({"even", {Uniform{-1, 2}, {}, {}}});
    const Sample sample{Method::random, 3, 100000, marginals, {}};
    auto columns = drawn(sample);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto& values = columns[i];
        std::sort(values.begin(), values.end());
        double distance = 0;
        for (std::size_t k = 0; k < values.size(); k += 10) {
            const double empirical = (static_cast<double>(k) + 0.5) / static_cast<double>(values.size());
            distance = std::max(distance, std::abs(empirical - cumulative(marginals[i].distribution, values[k])));
        }
        CHECK(distance * std::sqrt(static_cast<double>(values.size())) < at_one_in_a_million);
    }
}

TEST_CASE("Of N(10, 3) - N(4, 4), mean 6, deviation 5 and the chance of more than 0 come out", "[chance]") {
    constexpr std::size_t draws = 1 << 20;
    const auto x = drawn({Method::random, 11, draws, {marginal("a", Normal{10, 3}), marginal("b", Normal{4, 4})}, {}});
    double sum = 0;
    double squares = 0;
    double positive = 0;
    for (std::size_t i = 0; i < draws; ++i) {
        const double difference = x[0][i] - x[1][i];
        sum += difference;
        squares += (difference - 6) * (difference - 6);
        positive += difference > 0 ? 1 : 0;
    }
    const double root = std::sqrt(static_cast<double>(draws));
    CHECK(std::abs(sum / draws - 6) < 4 * 5 / root);
    CHECK(std::abs(std::sqrt(squares / draws) - 5) < 4 * 5 / (std::sqrt(2) * root));
    CHECK(std::abs(positive / draws - 0.884930329778) < 4 * std::sqrt(0.885 * 0.115) / root);
}

TEST_CASE("What is certain comes out as it is, and its rank is in the middle", "[chance]") {
    const Sample sample{Method::sobol, 7, 100, {marginal("a", Triangular{5, 5, 5}), marginal("b", Normal{0, 1})}, {{0, 1, 0.5}}};
    CHECK(drawn(sample)[0] == std::vector<double>(100, 5.0));
    CHECK(drawn(sample, true)[0] == std::vector<double>(100, 0.5));
}

}  // namespace provenu::chance
