#include "risk/selection.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <random>

using namespace provenu;
using namespace provenu::risk;

namespace {

constexpr std::size_t draws = 100'000;
constexpr std::size_t first_look = 16'384;
constexpr double infinite = std::numeric_limits<double>::infinity();

std::vector<double> draw(const std::function<double(double)>& shape) {
    std::mt19937_64 random(1);  // any values do; the distribution of the library is not what is tested
    std::normal_distribution<> bell;
    std::vector<double> values(draws);
    for (double& value : values) value = shape(bell(random));
    return values;
}

void look(Selection& selection, const std::vector<double>& values, const Loops& loops) {
    for (std::size_t at = 0; at < values.size(); at += 1024)
        selection.look(std::span(values).subspan(at, std::min<std::size_t>(1024, values.size() - at)), loops);
}

/// Goes through the values as a study does: a first look, rounds that double, two workers, further looks where needed.
std::vector<double> selected(const std::vector<double>& values, const std::vector<std::uint64_t>& ranks, std::size_t room) {
    const Loops& loops = risk::loops(processor::best());
    Selection selection(ranks, values.size(), room);
    selection.begin(std::span(values).first(first_look), loops);
    std::vector<Selection::Worker> workers{selection.worker(), selection.worker()};
    std::size_t at = 0;
    for (std::size_t round = first_look; at < values.size(); round = at) {
        for (const std::size_t until = std::min(values.size(), at + round); at < until;) {
            const std::size_t count = std::min<std::size_t>(1024, until - at);
            selection.add(workers[at / 1024 % 2], std::span(values).subspan(at, count), loops);
            at += count;
        }
        selection.end_round(workers, at, std::min(values.size() - at, at));
    }
    for (bool done = selection.finish(); !done; done = selection.end_look()) look(selection, values, loops);
    return selection.values();
}

std::vector<double> sorted_at(std::vector<double> values, const std::vector<std::uint64_t>& ranks) {
    std::ranges::sort(values);
    std::vector<double> found;
    for (const std::uint64_t rank : ranks) found.push_back(values[rank - 1]);
    return found;
}

}  // namespace

TEST_CASE("Ranks are those of all values sorted, however few are kept") {
    const std::vector<std::uint64_t> ranks{1, 500, 5'000, 10'000, 50'000, 90'000, 95'000, 99'999, 100'000};
    const auto shape = GENERATE(
        as<std::function<double(double)>>{},       //
        [](double z) { return z; },                // a bell
        [](double z) { return std::exp(3 * z); },  // a long tail
        [](double z) { return std::round(z); },    // few values, often
        [](double) { return 7.0; },                // one value
        [](double z) { return z > 1      ? infinite
                              : z < -1.5 ? -infinite
                                         : z; },    // never, and at once
        [](double z) { return 1 + (z > 0 ? 4e-16 : 0) + (z > 1 ? 1e-15 : 0); },  // neighbours
        [](double z) { return z > -2 ? infinite : z; });                         // hardly ever finite
    const auto room = GENERATE(std::size_t{100'000}, std::size_t{8'000}, std::size_t{32});
    const std::vector<double> values = draw(shape);
    CHECK(selected(values, ranks, room) == sorted_at(values, ranks));
    CHECK(select(values, ranks, loops(processor::best())) == sorted_at(values, ranks));
}

TEST_CASE("Of a single value every rank is that value") {
    const std::vector<double> values{3};
    CHECK(select(values, {1}, loops(processor::Instructions::baseline)) == values);
}
