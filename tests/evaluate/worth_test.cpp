#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <vector>

#include "support/kernels.hpp"

using namespace provenu;
using namespace provenu::support;
using formula::Discount;
using Values = std::vector<double>;

namespace {

struct Step {
    int from;  ///< years after the first
    double rate;
};

/// The rate that takes each year's factor from the year before.
Values rates(const std::vector<Step>& steps, const quantity::Axis& axis) {
    Values all(static_cast<std::size_t>(axis.columns()));
    for (const Step& step : steps)
        for (std::size_t year = static_cast<std::size_t>(step.from); year < all.size(); ++year) all[year] = step.rate;
    return all;
}

Values level(double rate, const quantity::Axis& axis) {
    return rates({{0, rate}}, axis);
}

double return_rate(const Values& flow) {
    return evaluate::return_rate(formula::ReturnRate::Ask::only, flow);
}

double return_count(const Values& flow) {
    return evaluate::return_rate(formula::ReturnRate::Ask::count, flow);
}

double present_value(const Values& flow, double rate) {
    double sum = 0;
    for (std::size_t year = 0; year < flow.size(); ++year) sum += flow[year] / std::pow(1 + rate, static_cast<double>(year));
    return sum;
}

}  // namespace

TEST_CASE("the Danish schedule of 2023 steps down at years 36 and 71") {
    const quantity::Axis century = axis(2026, 2125);
    const Values factor = discount(century, Discount::start, rates({{0, 0.035}, {36, 0.025}, {71, 0.015}}, century));
    CHECK(factor[0] == 1);
    CHECK(factor[1] == Approx(1 / 1.035).epsilon(1e-14));
    CHECK(factor[35] == Approx(std::pow(1.035, -35)).epsilon(1e-12));
    CHECK(factor[36] == Approx(std::pow(1.035, -35) / 1.025).epsilon(1e-12));
    CHECK(factor[70] == Approx(std::pow(1.035, -35) * std::pow(1.025, -35)).epsilon(1e-12));
    CHECK(factor[71] == Approx(std::pow(1.035, -35) * std::pow(1.025, -35) / 1.015).epsilon(1e-12));
}

TEST_CASE("the British schedule steps down at years 31 and 76") {
    const quantity::Axis century = axis(2026, 2125);
    const Values factor = discount(century, Discount::start, rates({{0, 0.035}, {31, 0.03}, {76, 0.025}}, century));
    CHECK(factor[30] == Approx(std::pow(1.035, -30)).epsilon(1e-12));
    CHECK(factor[31] == Approx(std::pow(1.035, -30) / 1.03).epsilon(1e-12));
    CHECK(factor[75] == Approx(std::pow(1.035, -30) * std::pow(1.03, -45)).epsilon(1e-12));
    CHECK(factor[76] == Approx(std::pow(1.035, -30) * std::pow(1.03, -45) / 1.025).epsilon(1e-12));
}

TEST_CASE("flows of the middle or the end of a year are discounted half a year or a year more") {
    const Values middle = discount(axis(), Discount::middle, level(0.04, axis()));
    const Values end = discount(axis(), Discount::end, level(0.04, axis()));
    for (std::size_t year = 0; year < 6; ++year) {
        const auto y = static_cast<double>(year);
        CHECK(middle[year] == Approx(std::pow(1.04, -y - 0.5)).epsilon(1e-14));
        CHECK(end[year] == Approx(std::pow(1.04, -y - 1)).epsilon(1e-14));
    }
}

TEST_CASE("the half year and the year within use the rate that takes the year to the next") {
    const Values steps = rates({{0, 0.035}, {3, 0.025}}, axis());
    CHECK(discount(axis(), Discount::middle, steps)[1] == Approx(1 / 1.035 / std::sqrt(1.035)).epsilon(1e-14));
    CHECK(discount(axis(), Discount::middle, steps)[2] == Approx(std::pow(1.035, -2) / std::sqrt(1.025)).epsilon(1e-14));
    CHECK(discount(axis(), Discount::end, steps)[2] == Approx(std::pow(1.035, -2) / 1.025).epsilon(1e-14));
}

TEST_CASE("an outlay of 80,000 and ten falling savings have the textbook's present values") {
    const quantity::Axis years = axis(2026, 2036, 0);
    Values flow{80'000};
    for (int year = 0; year < 10; ++year) flow.push_back(-(25'000.0 - 2'000.0 * year));
    struct Case {
        double rate, value;
    };
    for (const Case& each : {Case{0.10, -27'831.49}, {0.15, -11'510.26}, {0.20, 962.36}, {0.25, 10'711.51}}) {
        const Values factor = discount(years, Discount::start, level(each.rate, years));
        double sum = 0;
        for (std::size_t year = 0; year < flow.size(); ++year) sum += flow[year] * factor[year];
        CHECK(sum == Approx(each.value).margin(0.005));
    }
}

TEST_CASE("the return of 150,000 that bring 15,000 to 60,000 a year is 5.24 %") {
    const Values flow{-150'000, 15'000, 25'000, 35'000, 45'000, 60'000};
    CHECK(return_rate(flow) == Approx(0.0524).margin(0.00005));
    CHECK(present_value(flow, return_rate(flow)) == Approx(0).margin(1e-6));
    CHECK(return_count(flow) == 1);
}

TEST_CASE("a flow with two returns has none to give") {
    const Values flow{-50, -100, 600, 300, -100};  // -76.9 % and 185.4 %
    CHECK(return_count(flow) == 2);
    CHECK(std::isnan(return_rate(flow)));
    CHECK(std::abs(present_value(flow, -0.769)) < std::abs(present_value(flow, -0.75)));
}

TEST_CASE("returns are found wherever they lie, once each") {
    struct Case {
        std::string name;
        Values flow;
        double count;
        double rate;  ///< of no meaning where the count is not one
    };
    const Case cases[] = {
        {"nothing", {0, 0, 0, 0}, 0, 0},
        {"no years", {}, 0, 0},
        {"only costs", {100, 50, 50}, 0, 0},
        {"only savings", {-100, -50}, 0, 0},
        {"one year", {100}, 0, 0},
        {"money back, no more", {100, -60, -40}, 1, 0},
        {"money back in tenths", {0.3, -0.1, -0.2}, 1, 0},
        {"doubled in a year", {0, 100, -200, 0}, 1, 1},
        {"half lost", {100, -50}, 1, -0.5},
        {"nearly all lost", {1000, -1}, 1, -0.999},
        {"thousandfold", {1, -1000}, 1, 999},
        {"double root at 10 %", {1, -2.2, 1.21}, 1, 0.1},
        {"double root at -10 %", {1, -1.8, 0.81}, 1, -0.1},
        {"triple root at 25 %", {1, -3.75, 4.6875, -1.953125}, 1, 0.25},
        {"never, with two changes of sign", {1, -2, 1.21}, 0, 0},
        {"roots at 10 % and 20 %", {1, -2.3, 1.32}, 2, 0},
        {"binary noise at the end is no flow", {100, -110, 1e-12}, 1, 0.1},
        {"years of nought between", {100, 0, 0, 0, -100 * 1.04 * 1.04 * 1.04 * 1.04}, 1, 0.04},
    };
    for (const Case& each : cases) {
        CAPTURE(each.name);
        CHECK(return_count(each.flow) == each.count);
        if (each.count == 1)
            CHECK(return_rate(each.flow) == Approx(each.rate).margin(1e-7));
        else
            CHECK(std::isnan(return_rate(each.flow)));
        Values mirrored = each.flow;
        for (double& value : mirrored) value = -value;
        CHECK(return_count(mirrored) == each.count);
    }
}

TEST_CASE("the returns of three hundred years are found") {
    std::mt19937 generator(1);
    for (const std::size_t years : {90U, 300U}) {
        Values flow{50'000};
        for (std::size_t year = 1; year < years; ++year) flow.push_back(static_cast<double>(generator() % 2001) - 1100);
        const double count = return_count(flow);
        CHECK(static_cast<int>(count) % 2 == (flow.back() < 0 ? 1 : 0));  // as many as the ends' signs ask for
    }
    Values level_savings{1000};
    level_savings.resize(90, -80);
    CHECK(present_value(level_savings, return_rate(level_savings)) == Approx(0).margin(1e-8));
}
