#include "provenu/chance/distribution.hpp"

#include <catch2/catch.hpp>
#include <cmath>

namespace provenu::chance {

namespace {

Distribution whole(const Shape& shape) {
    return {shape, {}, {}};
}
Approx close(double value) {
    return Approx(value).epsilon(1e-12).margin(1e-14);
}

}  // namespace

TEST_CASE("Triangular(2, 3, 7) has mean 4, variance 7/6, and quantiles by its square roots", "[chance]") {
    const auto t = whole(Triangular{2, 3, 7});
    CHECK(mean(t) == close((2 + 3 + 7) / 3.0));
    CHECK(deviation(t) == close(std::sqrt(7.0 / 6)));
    CHECK(quantile(t, 0.10) == close(2 + std::sqrt(0.10 * 5 * 1)));  // 2.70710678118655
    CHECK(quantile(t, 0.90) == close(7 - std::sqrt(0.10 * 5 * 4)));  // 5.58578643762691
    CHECK(moment(t, 2) == close(4 * 4 + 7.0 / 6));
}

TEST_CASE("PERT(2, 3, 7) has mean (2 + 4 x 3 + 7)/6 and variance (3.5 - 2)(7 - 3.5)/7", "[chance]") {
    const auto p = whole(Pert{2, 3, 7, 4});
    CHECK(mean(p) == close(3.5));
    CHECK(deviation(p) == close(std::sqrt(0.75)));
    CHECK(quantile(p, 0.05) == Approx(2.29488693806).epsilon(2e-12));
    CHECK(quantile(p, 0.50) == Approx(3.38336129696).epsilon(2e-12));
    CHECK(quantile(p, 0.95) == Approx(5.10638362008).epsilon(2e-12));
    CHECK(moment(p, 2) == close(3.5 * 3.5 + 0.75));
}

TEST_CASE("A lognormal is found from its mean and deviation, or from two percentiles", "[chance]") {
    const auto l = lognormal_of_mean(100, 30);
    CHECK(l.mu == Approx(4.56208133787).epsilon(2e-12));
    CHECK(l.sigma == Approx(0.293560379209).epsilon(2e-12));
    CHECK(mean(whole(l)) == close(100));
    CHECK(deviation(whole(l)) == close(30));
    const auto by_percentiles = whole(lognormal_of_percentiles(80, 125));
    CHECK(quantile(by_percentiles, 0.10) == close(80));
    CHECK(quantile(by_percentiles, 0.90) == close(125));
    CHECK(quantile(by_percentiles, 0.50) == close(100));  // the root of 80 x 125
    const auto normal = whole(normal_of_percentiles(80, 130));
    CHECK(quantile(normal, 0.10) == close(80));
    CHECK(mean(normal) == close(105));
}

TEST_CASE("Moments of a normal are those of the textbook", "[chance]") {
    const auto n = whole(Normal{10, 3});
    CHECK(moment(n, 3) == close(1000 + 3 * 10 * 9));
    CHECK(moment(n, 4) == close(10000 + 6 * 100 * 9 + 3 * 81));
}

TEST_CASE("What is cut off is drawn from between, by the probabilities given that it lies there", "[chance]") {
    const Distribution half_normal{Normal{0, 1}, 0.0, {}};
    CHECK(mean(half_normal) == Approx(std::sqrt(2 / M_PI)).epsilon(1e-11));
    CHECK(deviation(half_normal) == Approx(std::sqrt(1 - 2 / M_PI)).epsilon(1e-11));
    CHECK(quantile(half_normal, 0.5) == close(quantile(whole(Normal{0, 1}), 0.75)));
    CHECK(cumulative(half_normal, 0) == 0);
    CHECK(cumulative(half_normal, quantile(half_normal, 0.3)) == close(0.3));
    const Distribution cut_triangle{Triangular{0, 1, 2}, {}, 1.0};  // the rising half: mean 2/3, variance 1/18
    CHECK(mean(cut_triangle) == close(2.0 / 3));
    CHECK(deviation(cut_triangle) == close(std::sqrt(1.0 / 18)));
    const Distribution far_out{Normal{0, 1}, 6.0, {}};
    // Half of what lies beyond 6 lies beyond the median.
    CHECK(std::erfc(quantile(far_out, 0.5) / std::sqrt(2)) == close(std::erfc(6 / std::sqrt(2)) / 2));
}

TEST_CASE("Discrete and observed values have the moments of their table", "[chance]") {
    const auto d = whole(Discrete{{1.15, 0.7, 1}, {0.2, 0.2, 0.6}});
    CHECK(mean(d) == close(0.2 * 0.7 + 0.6 * 1 + 0.2 * 1.15));
    CHECK(quantile(d, 0.1) == 0.7);
    CHECK(quantile(d, 0.5) == 1);
    CHECK(quantile(d, 0.9) == 1.15);
    CHECK(is_discrete(d));
    const Distribution observed{Empirical{{5, 1, 3, 100}}, {}, 50.0};
    CHECK(mean(observed) == close(3));
    CHECK(quantile(observed, 0.5) == 3);
    CHECK_FALSE(is_discrete(whole(Normal{0, 1})));
}

TEST_CASE("A range without width is certain, and so are its quantiles and moments", "[chance]") {
    for (const auto& shape : {Shape{Triangular{5, 5, 5}}, Shape{Pert{5, 5, 5, 4}}, Shape{Uniform{5, 5}}, Shape{Normal{5, 0}},
                              Shape{Lognormal{std::log(5), 0}}, Shape{Discrete{{5}, {1}}}, Shape{Empirical{{5, 5}}}}) {
        CHECK(is_certain(whole(shape)));
        CHECK(quantile(whole(shape), 0.1) == Approx(5));
        CHECK(mean(whole(shape)) == Approx(5));
        CHECK(deviation(whole(shape)) == 0);
    }
    CHECK(is_certain({Normal{5, 1}, 3.0, 3.0}));
    CHECK_FALSE(is_certain(whole(Normal{5, 1})));
}

}  // namespace provenu::chance
