#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "chance/bp_20.hpp"
#include "chance/drawn.hpp"
#include "chance/latin.hpp"
#include "chance/sobol.hpp"

namespace provenu::chance {

namespace {

std::vector<Marginal> evens(int count) {
    std::vector<Marginal> out;
    for (int i = 0; i < count; ++i) out.push_back(marginal("input-" + std::to_string(100 + i), Uniform{0, 1}));
    return out;
}

double root_mean_square_error(Method method, std::uint64_t draws) {
    constexpr double exact = 1175.0717;
    constexpr int seeds = 25;
    double squares = 0;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        const auto columns = drawn({method, seed, draws, bp_20_marginals(), {}, processor::best()});
        std::vector<const double*> x;
        for (const auto& column : columns) x.push_back(column.data());
        double sum = 0;
        for (int i = 0; i < static_cast<int>(draws); ++i) sum += bp_20_present_value(x, i);
        const double error = sum / static_cast<double>(draws) - exact;
        squares += error * error;
    }
    return std::sqrt(squares / seeds);
}

}  // namespace

TEST_CASE("Points of Sobol's sequence are those of Joe and Kuo's program", "[chance]") {
    // Point 2 is m_2/4, and their file new-joe-kuo-6 says m = 1, 3 for dimensions 3 and 4, and 1, 1 for dimension 5.
    const auto at = [](std::size_t dimension, std::size_t point) {
        std::uint32_t reversed = sobol_dimension(dimension).within[point];
        double value = 0;
        for (int bit = 1; reversed != 0; ++bit, reversed >>= 1) value += (reversed & 1U) * std::exp2(-bit);
        return value;
    };
    for (std::size_t dimension = 0; dimension < 5; ++dimension) CHECK(at(dimension, 1) == 0.5);
    CHECK(at(0, 2) == 0.25);
    CHECK(at(1, 2) == 0.75);
    CHECK(at(2, 2) == 0.75);
    CHECK(at(3, 2) == 0.75);
    CHECK(at(4, 2) == 0.25);
    CHECK(at(0, 3) == 0.75);
    CHECK(at(1, 3) == 0.25);
}

TEST_CASE("Scrambled points keep what makes them even: every interval of 1/1024 holds one of 1,024", "[chance]") {
    const auto u = drawn({Method::sobol, 7, 4 * block_size, evens(30), {}}, true);
    for (const auto& column : u) {
        for (std::size_t block = 0; block < 4; ++block) {
            std::set<int> cells;
            for (std::size_t i = 0; i < block_size; ++i)
                cells.insert(static_cast<int>(column[block * block_size + i] * block_size));
            CHECK(cells.size() == block_size);
        }
    }
}

TEST_CASE("The first two dimensions are a net: every rectangle of area 1/1024 holds one point of 1,024", "[chance]") {
    const auto u = drawn({Method::sobol, 3, 4 * block_size, evens(2), {}}, true);
    for (int across = 0; across <= 10; ++across) {
        std::set<int> cells;
        for (std::size_t i = 0; i < block_size; ++i) {
            const int column = static_cast<int>(u[0][i] * (1 << across));
            const int row = static_cast<int>(u[1][i] * (1 << (10 - across)));
            cells.insert(column * 4096 + row);
        }
        CHECK(cells.size() == block_size);
    }
}

TEST_CASE("Scrambles differ by seed, by name and by replicate, and more points keep the first", "[chance]") {
    Sample sample{Method::sobol, 7, 8 * block_size, evens(2), {}};
    const auto u = drawn(sample, true);
    CHECK(u[0][0] != u[0][block_size]);
    CHECK(u[0][0] != u[1][0]);
    sample.draws *= 2;
    const auto more = drawn(sample, true);
    CHECK(std::equal(u[0].begin(), u[0].end(), more[0].begin()));
    sample.seed = 8;
    CHECK(drawn(sample, true)[0][0] != more[0][0]);
    CHECK(Design(sample).replicates() == 4);
    sample.draws = 100;
    CHECK(Design(sample).replicates() == 1);
}

TEST_CASE("Every stratum of a Latin hypercube is hit once, for any number of draws", "[chance]") {
    for (const std::uint64_t draws : {1, 2, 5, 1000, 5000, 8 * 1024}) {
        const Sample sample{Method::latin, 7, draws, evens(3), {}};
        const Design design(sample);
        const auto u = drawn(sample, true);
        for (const auto& column : u) {
            std::vector<std::vector<double>> own(static_cast<std::size_t>(design.replicates()));
            for (std::size_t i = 0; i < draws; ++i) own[i / block_size % own.size()].push_back(column[i]);
            for (const auto& scramble : own) {
                std::set<int> strata;
                for (const double one : scramble) strata.insert(static_cast<int>(one * static_cast<double>(scramble.size())));
                CHECK(strata.size() == scramble.size());
            }
        }
    }
}

TEST_CASE("A permutation without a table visits every place once", "[chance]") {
    for (const std::uint64_t count : {1, 2, 3, 7, 1000, 4096, 5001}) {
        std::set<std::uint64_t> places;
        for (std::uint64_t i = 0; i < count; ++i) places.insert(permuted(i, count, {1, 2, 3, 4}));
        CHECK(places.size() == count);
        CHECK(*places.rbegin() == count - 1);
    }
}

TEST_CASE("The mean of BP-20's present value at 2^14 points is 50 times nearer than by random numbers", "[chance]") {
    const double random = 699.4088 / std::sqrt(16384.0);
    CHECK(root_mean_square_error(Method::sobol, 16384) < random / 50);
    CHECK(root_mean_square_error(Method::latin, 16384) < random / 5);
}

}  // namespace provenu::chance
