#include "risk/sums.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace provenu::risk;

namespace {

Sums one(double value) {
    return {{{1, value, 0}}, {1}};
}

}  // namespace

TEST_CASE("Lots that arrive in any order are added in one order") {
    const std::vector<double> values{0.1, 1e16, -0.3, 7, 1e-9, -1e16, 3};
    const std::vector<std::vector<std::size_t>> orders{{0, 1, 2, 3, 4, 5, 6}, {6, 5, 4, 3, 2, 1, 0}, {3, 6, 0, 5, 1, 4, 2}};
    std::vector<Sums> totals;
    for (const auto& order : orders) {
        Ordered ordered;
        for (const std::size_t lot : order) ordered.add(lot, one(values[lot]));
        totals.push_back(ordered.total());
    }
    for (const Sums& total : totals) {
        CHECK(total.moments[0].mean == totals[0].moments[0].mean);
        CHECK(total.moments[0].squares == totals[0].moments[0].squares);
        CHECK(total.counts[0] == values.size());
    }
}

TEST_CASE("Mean and squares of two lots are those of all: 1, 2, 3 and 10") {
    const Moments few = merged(merged({1, 1, 0}, {1, 2, 0}), {1, 3, 0});
    const Moments all = merged(few, {1, 10, 0});
    CHECK(all.mean == (1 + 2 + 3 + 10) / 4.0);
    CHECK(all.squares == Approx(9 + 4 + 1 + 36).epsilon(1e-15));
    CHECK(merged({}, few).mean == 2);
}
