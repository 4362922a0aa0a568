#include "provenu/risk/record.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "provenu/risk/indices.hpp"
#include "provenu/risk/tornado.hpp"
#include "support/proposals.hpp"

using namespace provenu;
using namespace provenu::support;
using risk::Drawing;
using risk::Record;
using risk::Uncertainty;

namespace {

Uncertainty uncertain(const std::string& body) {
    const auto read = input::read_proposal_text(proposal(body), "case.yaml");
    if (!read.ok()) diag::bug(shown(read.diagnostics.sorted().front()));
    auto found = risk::uncertainty_of(*read.value, {});
    if (!found.ok()) diag::bug(shown(found.diagnostics.sorted().front()));
    return std::move(*found.value);
}

const std::string staff =
    "inputs:\n  adviser: {value: 650 t.kr./FTE/year, range: {pert: [90%, 100%, 120%]}}\n"
    "  effect: {value: 4000, range: {uniform: [2000, 5000]}}\n"
    "recurring:\n  - {id: team, staff: {adviser: 2}}\n"
    "  - {id: saved, saving: effect, range: {uniform: [50%, 110%]}, phase_in: {2026: 0, 2027: 50%, 2028: 100%}}\n"
    "implementation:\n  - {id: start, total: 5000, period: 2026-01..2026-12}\n";

/// The value of a column in a draw, counted from 1.
double at(const Record& record, const std::string& address, int draw) {
    std::size_t column = 0;
    while (record.columns()[column].address != address) ++column;
    double found = 0;
    int before = 0;
    record.read([&](std::span<const double* const> columns, int count) {
        if (draw <= before + count) found = columns[column][draw - before - 1];
        before += count;
        return draw > before;
    });
    return found;
}

const std::string nought_by_nought =
    "inputs:\n  k: {value: 1, range: {discrete: {0: 50%, 1: 50%}}}\n  n: {value: 1, range: {discrete: {0: 50%, 1: 50%}}}\n"
    "recurring:\n  - {id: saved, saving: 10 * k / n}\n";

}  // namespace

TEST_CASE("A record of draws says of each what that draw alone says, to the bit") {
    const auto method = GENERATE(chance::Method::sobol, chance::Method::random, chance::Method::latin);
    const Uncertainty proposal = uncertain(staff);
    const Drawing drawing{method, 7, 3000};
    const Record record({&proposal}, drawing);
    for (const int draw : {1, 1024, 1025, 3000}) {
        const auto figures = risk::figures_of_draw(proposal, drawing, static_cast<std::uint64_t>(draw));
        const auto values = risk::values_of_draw(proposal, drawing, static_cast<std::uint64_t>(draw));
        CHECK(at(record, "adviser", draw) == values[0].second);
        CHECK(at(record, "net[2028]", draw) == figures.at("net.total", 2));
        CHECK(at(record, "balance[2031]", draw) == figures.at("balance.total", 5));
        CHECK(at(record, "npv", draw) == figures.scalar("npv"));
        CHECK(at(record, "payback.service.exact", draw) == figures.scalar("payback.service.exact"));
    }
}

TEST_CASE("Proposals together have columns of their own, and their sum") {
    const Uncertainty proposal = uncertain(staff);
    const Record record({&proposal, &proposal}, {chance::Method::sobol, 1, 10});
    CHECK(record.columns().front().address == "case.adviser");
    CHECK(at(record, "together.net[2027]", 4) == 2 * at(record, "case.net[2027]", 4));
    CHECK(at(record, "case-2.npv", 4) == at(record, "case.npv", 4));
    CHECK(at(record, "together.balance[2031]", 4) == Approx(2 * at(record, "case.balance[2031]", 4)));
}

TEST_CASE("A draw in which a formula divides by zero ends a simulation, which says how many and which is the first") {
    const Uncertainty proposal = uncertain(
        "inputs:\n  places: {value: 5, range: {discrete: {0%: 25%, 100%: 75%}}}\nrecurring:\n  - {id: saved, saving: 1200 / "
        "places}\n");
    const Drawing drawing{chance::Method::sobol, 1, 4096};
    const auto simulation = risk::simulate({&proposal}, drawing, {});
    REQUIRE(simulation.valueless);
    CHECK(simulation.valueless->draws == 1024);  // a quarter: even points hit it exactly
    std::uint64_t first = 1;
    while (risk::values_of_draw(proposal, drawing, first).front().second != 0) ++first;
    CHECK(simulation.valueless->first == first);
    CHECK(simulation.proposals.empty());
}

TEST_CASE("Nought by nought is told of, whether draws are kept or not, on any number of threads") {
    const Uncertainty proposal = uncertain(nought_by_nought);
    const Drawing drawing{chance::Method::sobol, 1, 65'536};
    for (const std::size_t room : {std::size_t{1} << 10, std::size_t{64} << 20})
        for (const int threads : {1, 3}) {
            risk::Effort effort;
            effort.room = room;
            effort.threads = threads;
            const auto simulation = risk::simulate({&proposal}, drawing, effort);
            REQUIRE(simulation.valueless);
            // The divisor is nought in half of all draws: a quarter 0/0, a quarter 10/0.
            CHECK(simulation.valueless->draws == 32'768);
        }
}

TEST_CASE("Which input and tornado come to an end where a draw is nought by nought") {
    const Uncertainty proposal = uncertain(nought_by_nought);
    const auto which = risk::which_input(proposal, {chance::Method::sobol, 1, 4'096}, {});
    CHECK(which.factors.size() == 2);
    const auto read = input::read_proposal_text(support::proposal(nought_by_nought), "case.yaml");
    CHECK(risk::tornado(*read.value, proposal, *risk::read_measure("npv"), risk::At::ends).rows.size() == 2);
}

TEST_CASE("A rule that holds in the plan and is broken in some draws is found, with how many and the first") {
    const Uncertainty proposal = uncertain(
        "payers: [{id: region, label: Regionen}]\n"
        "inputs:\n  part: {value: 80%, range: {uniform: [75%, 125%]}}\n"
        "recurring:\n  - {id: team, cost: 1000, payers: {region: {share: part + 10 %}, municipality: rest}}\n");
    const Drawing drawing{chance::Method::sobol, 1, 4096};
    const auto broken = risk::broken_rules({&proposal}, drawing, {});
    REQUIRE(broken.size() == 1);
    CHECK(broken[0].finding.code == "P756");
    CHECK(broken[0].draws == 1024);  // above 90 %: a quarter of 60 ... 100 %
    CHECK(risk::values_of_draw(proposal, drawing, broken[0].first).front().second > 0.9);
}
