#include <catch2/catch.hpp>
#include <cstdlib>

#include "provenu/output/writers.hpp"
#include "provenu/report/simulation.hpp"
#include "provenu/risk/record.hpp"
#include "provenu/risk/simulate.hpp"
#include "support/proposals.hpp"

using namespace provenu;
using namespace provenu::support;
using risk::Uncertainty;

namespace {

/// A proposal of its own file; `a`, `b` and `c` are uncertain unless it says otherwise.
Uncertainty in_file(const std::string& path, const std::string& body, const std::string& years = "2026..2031") {
    const std::string inputs =
        "inputs:\n  a: {value: 10, range: {uniform: [5, 15]}}\n  b: {value: 10, range: {uniform: [5, 15]}}\n"
        "  c: {value: 10, range: {uniform: [5, 15]}}\nrecurring:\n  - {id: line, cost: a + b + c}\n";
    const auto read = input::read_proposal_text(proposal(inputs + body, years), path);
    if (!read.ok()) diag::bug(shown(read.diagnostics.sorted().front()));
    auto found = risk::uncertainty_of(*read.value, {});
    if (!found.ok()) diag::bug(shown(found.diagnostics.sorted().front()));
    return std::move(*found.value);
}

std::string ranked(const std::string& first, const std::string& second, const std::string& rank) {
    return "correlations:\n  - {between: [" + first + ", " + second + "], rank: " + rank + "}\n";
}

std::string said(const std::vector<const Uncertainty*>& proposals) {
    std::string all;
    for (const auto& each : risk::check_together(proposals).sorted()) all += shown(each) + "\n";
    return all;
}

}  // namespace

TEST_CASE("Two rank correlations of one pair in two files are refused") {
    const Uncertainty one = in_file("one.yaml", ranked("a", "b", "0.9"));
    const Uncertainty other = in_file("other.yaml", ranked("b", "a", "-0.9"));
    const std::string message = said({&one, &other});
    CHECK(message.starts_with("P870: a and b have the rank correlation -0.9 here and 0.9 in one.yaml"));
    CHECK(said({&one, &one}).empty());
}

TEST_CASE("Correlations that are possible in each file but not together are refused, with the nearest that are") {
    const Uncertainty one = in_file("one.yaml", ranked("a", "b", "0.6"));
    const Uncertainty two = in_file("two.yaml", ranked("b", "c", "0.6"));
    const Uncertainty three = in_file("three.yaml", ranked("a", "c", "-0.6"));
    CHECK(said({&one, &two}).empty());
    const std::string message = said({&one, &two, &three});
    CHECK(message.starts_with("P871: the correlations of one.yaml, three.yaml, two.yaml are not possible together"));
    CHECK(message.find("a - b 0.") != std::string::npos);
    CHECK(message.find("a - c -0.") != std::string::npos);
}

TEST_CASE("One name with two ranges is worth a warning; lines of different proposals are different things") {
    const auto with = [](const std::string& path, const std::string& range) {
        const auto read = input::read_proposal_text(
            proposal("inputs:\n  price: {value: 10, range: {uniform: " + range + "}}\nrecurring:\n  - {id: line, cost: price}\n"),
            path);
        return std::move(*risk::uncertainty_of(*read.value, {}).value);
    };
    const Uncertainty one = with("one.yaml", "[5, 15]");
    const Uncertainty other = with("other.yaml", "[8, 12]");
    CHECK(said({&one, &one}).empty());
    CHECK(said({&one, &other}).starts_with("P872: price has another range in other.yaml than in one.yaml (line 9)"));
}

TEST_CASE("Present values of different first years or rates are not added up; net effects are") {
    const std::string rate = "discount: {rate: 4%}\n";
    const Uncertainty one = in_file("one.yaml", rate);
    const Uncertainty later = in_file("later.yaml", rate, "2027..2032");
    const Uncertainty dearer = in_file("dearer.yaml", "discount: {rate: 5%}\n");
    const Uncertainty longer = in_file("longer.yaml", rate, "2026..2035");
    CHECK_FALSE(risk::have_one_present({&one, &later}));
    CHECK_FALSE(risk::have_one_present({&one, &dearer}));
    CHECK(risk::have_one_present({&one, &longer}));
    const auto has_npv = [](const std::vector<const Uncertainty*>& proposals) {
        const risk::Record record(proposals, {chance::Method::random, 1, 10});
        for (const auto& column : record.columns())
            if (column.address == "together.npv") return true;
        return false;
    };
    CHECK(has_npv({&one, &longer}));
    CHECK_FALSE(has_npv({&one, &later}));
    const std::vector<const Uncertainty*> apart{&one, &later};
    const auto simulation = risk::simulate(apart, {chance::Method::random, 1, 1'000}, {});
    CHECK_FALSE(simulation.together->has_npv);
    CHECK(simulation.together->net[1].mean.value ==
          Approx(simulation.proposals[0].net[1].mean.value + simulation.proposals[1].net[0].mean.value).epsilon(1e-12));
    const auto data = output::json(report::simulation_data({apart, simulation, wording::Language::english}));
    CHECK(data.substr(data.find("together")).find("\"npv\": null") != std::string::npos);
}
