#include "risk/estimates.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "provenu/output/writers.hpp"
#include "provenu/report/simulation.hpp"
#include "support/proposals.hpp"

using namespace provenu;
using namespace provenu::support;

namespace {

risk::Uncertainty uncertain(const std::string& body) {
    const auto read = input::read_proposal_text(proposal(body), "case.yaml");
    if (!read.ok()) diag::bug(shown(read.diagnostics.sorted().front()));
    return std::move(*risk::uncertainty_of(*read.value, {}).value);
}

const std::string uniform_cost =
    "inputs:\n  cost: {value: 50, range: {uniform: [0, 100]}}\nrecurring:\n  - {id: line, cost: {2031: cost}}\n";

std::string said(const risk::Uncertainty& proposal, std::uint64_t draws, chance::Method method = chance::Method::sobol) {
    const risk::Drawing drawing{method, 1, draws};
    const auto simulation = risk::simulate({&proposal}, drawing, {});
    std::string all;
    for (const report::Item& item : report::simulation({{&proposal}, simulation, wording::Language::english}).items)
        if (const auto* paragraph = std::get_if<report::Paragraph>(&item)) all += paragraph->text + "\n";
    return all;
}

}  // namespace

TEST_CASE("A short last block does not blow up the error") {
    // Uniform on 0..100: the error of a mean of n independent draws is 100/sqrt(12)/sqrt(n), of n even ones it is smaller.
    const risk::Uncertainty proposal = uncertain(uniform_cost);
    const auto method = GENERATE(chance::Method::sobol, chance::Method::latin);
    for (const std::uint64_t draws : {1'025U, 3'073U, 4'097U, 65'537U}) {
        const auto found = risk::simulate({&proposal}, {method, 1, draws}, {}).proposals.front();
        const double independent = 100 / std::sqrt(12.0) / std::sqrt(static_cast<double>(draws));
        CHECK(found.net.back().mean.error <= 1.05 * independent);
        CHECK(found.net.back().mean.error > 0);
        CHECK(std::abs(found.net.back().mean.value - 50) < 0.5);
    }
}

TEST_CASE("The jackknife of a mean is the scatter of equally large lots") {
    // Means 1, 2, 6 of lots of two: deviation sqrt(7), error sqrt(7/3).
    const std::vector<risk::Moments> lots{{2, 1, 0}, {2, 2, 0}, {2, 6, 0}};
    CHECK(risk::mean_of(lots).value == Approx(3));
    CHECK(risk::mean_of(lots).error == Approx(std::sqrt(7.0 / 3)));
}

TEST_CASE("None of 100 draws leaves an error of 1/101, and so do all") {
    CHECK(risk::share_of({0}, {100}).error == Approx(1.0 / 101));
    CHECK(risk::share_of({60, 40}, {60, 40}).error == Approx(1.0 / 101));
    CHECK(risk::share_of({50}, {100}).error == Approx(0.05));
}

TEST_CASE("The error of a percentile next to infinity is unknown") {
    const double never = std::numeric_limits<double>::infinity();
    // The middle of 100 is the 50th; five off, a standard error of the rank, is the 55th.
    const risk::OrderStatistics next{{45, 50, 55}, {3, 4, never}};
    CHECK(next.percentile(0.5, 100).value == 4);
    CHECK_FALSE(has_error(next.percentile(0.5, 100)));
    const risk::OrderStatistics within{{45, 50, 55}, {3, 4, 6}};
    CHECK(within.percentile(0.5, 100).error == 1.5);
}

TEST_CASE("One draw tells no error, and is never enough") {
    const risk::Uncertainty proposal = uncertain(uniform_cost);
    const risk::Drawing drawing{chance::Method::sobol, 1, 1};
    const auto simulation = risk::simulate({&proposal}, drawing, {});
    const risk::Simulated& found = simulation.proposals.front();
    CHECK_FALSE(has_error(found.net.back().mean));
    CHECK_FALSE(has_error(found.net.back().deviation));
    for (const risk::Estimate& each : found.net.back().percentiles) CHECK_FALSE(has_error(each));
    CHECK(found.good_npv.error == Approx(0.5));
    const std::string data = output::json(report::simulation_data({{&proposal}, simulation, wording::Language::english}));
    CHECK(data.find("null") != std::string::npos);
    CHECK(said(proposal, 1).find("Have enough been drawn? No") != std::string::npos);
    CHECK(said(proposal, 999).find("Have enough been drawn? No") != std::string::npos);
    CHECK(said(proposal, 4'096).find("Have enough been drawn? No:") == std::string::npos);
}

TEST_CASE("Only random draws are promised to halve the error with four times as many") {
    const risk::Uncertainty proposal = uncertain(uniform_cost);
    CHECK(said(proposal, 1'200, chance::Method::random).find("--draws 4800 to halve") != std::string::npos);
    CHECK(said(proposal, 1'200).find("halve") == std::string::npos);
    CHECK(said(proposal, 1'200).find("--draws 4800") != std::string::npos);
}

TEST_CASE("No more draws are proposed than can be had") {
    const risk::Uncertainty proposal = uncertain(uniform_cost);
    auto simulation = risk::simulate({&proposal}, {chance::Method::random, 1, 1'200}, {});
    const auto text = [&] {
        std::string all;
        for (const report::Item& item : report::simulation({{&proposal}, simulation, wording::Language::english}).items)
            if (const auto* paragraph = std::get_if<report::Paragraph>(&item)) all += paragraph->text + "\n";
        return all;
    };
    simulation.drawing.draws = 600'000'000;
    CHECK(text().find("--draws 1000000000 ") != std::string::npos);
    CHECK(text().find("halve") == std::string::npos);
    simulation.drawing.draws = risk::most_draws;
    CHECK(text().find("More cannot be drawn") != std::string::npos);
}
