#include <catch2/catch.hpp>
#include <cmath>

#include "chance/bp_20.hpp"
#include "chance/drawn.hpp"
#include "chance/inverse.hpp"
#include "chance/lanes_one.hpp"
// The loops are written in terms of these lanes.
#include "chance/loops.hpp"
#include "chance/sobol.hpp"

namespace provenu::chance {

namespace {

using processor::Instructions;

/// Numbers over all of 0..1 and far into both tails, in the form of all uniform numbers.
std::vector<double> probes() {
    std::vector<double> u;
    for (int i = 0; i < 3 * block_size; ++i) u.push_back((i + 0.37) / (3 * block_size));
    for (int i = 0; i < block_size; ++i) {
        const double tail = std::exp2(-1 - 51.0 * (i + 0.5) / block_size);
        u.push_back(i % 2 == 0 ? tail : 1 - tail);
    }
    for (double& one : u) one = (std::floor(one * 0x1p52) + 0.5) * 0x1p-52;
    return u;
}

/// The greatest error over the probes: of the table over u, and of the one over z.
std::pair<double, double> errors_of(const Distribution& d) {
    const auto& k = kernels(processor::best());
    const auto over_u = from_uniform(d, k);
    const auto over_z = from_normal(d, k);
    const double spread = deviation(d);
    auto u = probes();
    std::vector<double> z(block_size);
    std::vector<double> x(block_size);
    std::pair<double, double> worst{0, 0};
    for (std::size_t first = 0; first < u.size(); first += block_size) {
        double* const at = u.data() + first;
        to_normal(k, at, z.data());
        for (const bool by_z : {false, true}) {
            apply(by_z ? over_z : over_u, d, k, {by_z ? z.data() : at, x.data()});
            for (std::size_t i = 0; i < block_size; ++i) {
                const double exact = quantile(d, Probability{at[i], 1 - at[i]});
                double& error = by_z ? worst.second : worst.first;
                error = std::max(error, std::abs(x[i] - exact) / std::max(spread, std::abs(exact)));
            }
        }
    }
    return worst;
}

}  // namespace

TEST_CASE("Tables agree with exact quantiles to 1e-9 of the spread or the value, in the tails too", "[chance]") {
    for (const auto& d :
         {Distribution{Normal{0, 1}, {}, {}}, Distribution{Pert{2, 3, 7, 4}, {}, {}}, Distribution{Pert{0, 0, 1, 4}, {}, {}},
          Distribution{Pert{0, 1, 1, 4}, {}, {}}, Distribution{Pert{0, 0.3, 1, 2}, {}, {}},
          Distribution{lognormal_of_mean(100, 30), {}, {}}, Distribution{Triangular{2, 3, 7}, {}, {}},
          Distribution{Triangular{2, 3, 7}, 2.5, 6.0}, Distribution{Triangular{0, 0, 1}, {}, {}},
          Distribution{Uniform{2, 3}, {}, {}}, Distribution{Pert{0, 0.2, 1, 4}, 0.1, 0.9}}) {
        const auto [over_u, over_z] = errors_of(d);
        CHECK(over_u < 1e-9);
        CHECK(over_z < 3e-9);  // on top of the error of z itself
    }
}

TEST_CASE("Tables of ranges that are cut off, or of great shape or spread, agree to 5e-9", "[chance]") {
    for (const auto& d : {Distribution{Normal{1, 1}, 0.0, {}}, Distribution{Normal{0, 1}, -0.5, 1.0},
                          Distribution{Normal{0, 1}, 5.0, {}}, Distribution{Lognormal{0, 0.5}, 0.5, 3.0},
                          Distribution{Lognormal{0, 1.5}, {}, {}}, Distribution{Pert{0, 0.3, 1, 100}, {}, {}}}) {
        const auto [over_u, over_z] = errors_of(d);
        CHECK(over_u < 5e-9);
        CHECK(over_z < 5e-9);
    }
}

TEST_CASE("Every set of instructions gives the same bits as one value at a time", "[chance]") {
    auto marginals = bp_20_marginals();
    marginals.push_back({"cut", {Normal{1, 1}, 0.0, 2.5}});
    marginals.push_back({"even", {Uniform{-1, 2}, {}, {}}});
    marginals.push_back({"seen", {Empirical{{1, 5, 2}}, {}, {}}});
    for (const auto method : {Method::random, Method::sobol, Method::latin}) {
        for (const auto& correlations : {std::vector<RankCorrelation>{}, bp_20_chain()}) {
            Sample sample{method, 7, 8 * block_size, marginals, correlations, Instructions::baseline};
            const auto baseline = drawn(sample);
            const auto uniforms = drawn(sample, true);
            for (const auto better : {Instructions::avx2, Instructions::avx512}) {
                if (!processor::has(better)) continue;
                sample.instructions = better;
                CHECK(drawn(sample) == baseline);
                CHECK(drawn(sample, true) == uniforms);
            }
        }
    }
}

TEST_CASE("Loops over one value at a time give the bits of those over several", "[chance]") {
    const auto& several = kernels(processor::best());
    const Distribution pert{Pert{2, 3, 7, 4}, {}, {}};
    const auto table = std::get<ByOctaves>(from_uniform(pert, several));
    const auto bent = std::get<ByGrid>(from_normal({Triangular{2, 3, 7}, {}, {}}, several));
    const auto roots = std::get<Roots>(from_uniform({Triangular{2, 3, 7}, {}, {}}, several));
    const auto run = [&](const Kernels& k) {
        Columns out(6, std::vector<double>(block_size));
        k.random({7, {512, 1, 2, 3}}, out[0].data());
        const auto dimension = sobol_dimension(5);
        k.sobol({dimension.within.data(), 77, {1, 2, 3, 4}}, out[1].data());
        k.by_octaves(table.rows.data()->c.data(), out[0].data(), out[2].data());
        k.by_roots(roots, out[0].data(), out[3].data());
        to_normal(k, out[1].data(), out[4].data());
        k.by_grid({bent.rows.data()->c.data(), bent.bend}, out[4].data(), out[5].data());
        return out;
    };
    CHECK(run(own_kernels) == run(several));
}

TEST_CASE("Blocks may be drawn in any order, and again", "[chance]") {
    const Design design({Method::latin, 7, 10 * block_size + 5, bp_20_marginals(), bp_20_chain(), processor::best()});
    CHECK(design.blocks() == 11);
    CHECK(design.count(10) == 5);
    Columns once(20, std::vector<double>(block_size));
    auto again = once;
    const auto pointers = [](Columns& columns) {
        std::vector<double*> out;
        for (auto& column : columns) out.push_back(column.data());
        return out;
    };
    design.fill(3, pointers(once));
    design.fill(9, pointers(again));
    design.fill(3, pointers(again));
    CHECK(once == again);
}

}  // namespace provenu::chance
