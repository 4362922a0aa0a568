#include "provenu/portfolio/overview.hpp"

#include <catch2/catch.hpp>

#include "support/proposals.hpp"

using namespace provenu;

namespace {

support::Computed proposal(const std::string& id, const std::string& body,
                           const std::string& head = "years: 2026..2029\nunit: 1000 DKK\n") {
    return support::compute("kind: proposal\nformat: 1\nid: " + id + "\ntitle: A case\n" + head + "price_level: 2027\n" + body);
}

const std::string cheaper_homes =
    "recurring:\n  - {id: homes, saving: {2027..: 300}}\nimplementation:\n  - {id: start, cost: {2026: 500}}\n";
const std::string transfers = "recurring:\n  - {id: benefits, area: transfers, cost: {2027..: 100}}\n";

diag::Result<portfolio::Overview> overview_of(const support::Computed& left, const support::Computed& right) {
    const std::vector<portfolio::Member> members{{&left.plan, &left.figures}, {&right.plan, &right.figures}};
    return portfolio::overview(members);
}

std::vector<double> table(const portfolio::Overview& overview, const std::string& name) {
    return overview.figures.table(name);
}

std::string told(const diag::Diagnostics& diagnostics) {
    std::string all;
    for (const auto& found : diagnostics.sorted()) all += support::shown(found).substr(0, support::shown(found).find(" |"));
    return all;
}

using Years = std::vector<double>;

}  // namespace

TEST_CASE("Proposals add up by area and year, and their balance turns as a whole", "[portfolio]") {
    const auto result = overview_of(proposal("one", cheaper_homes), proposal("two", transfers));
    REQUIRE(result.ok());
    const auto& all = *result.value;
    CHECK(table(all, "recurring.service") == Years{0, -300, -300, -300});
    CHECK(table(all, "recurring.transfers") == Years{0, 100, 100, 100});
    CHECK(table(all, "recurring.total") == Years{0, -200, -200, -200});
    CHECK(table(all, "net") == Years{500, -200, -200, -200});
    CHECK(table(all, "balance") == Years{500, 300, 100, -100});
    CHECK(all.figures.scalar("turn") == 3.5);  // 100 of the 200 of 2029 are needed
    CHECK(all.figures.scalar("turn_year") == 2029);
    CHECK(all.figures.scalar("investment_need") == 500);
    CHECK(all.figures.scalar("full_phase_in") == -200);
}

TEST_CASE("Money of another size is added as the first proposal counts it", "[portfolio]") {
    const auto other =
        proposal("two", "recurring:\n  - {id: homes, cost: {2026..: 0.2}}\n", "years: 2026..2029\nunit: 1 mio. DKK\n");
    const auto result = overview_of(proposal("one", cheaper_homes), other);
    REQUIRE(result.ok());
    CHECK(table(*result.value, "net") == Years{500 + 200, -300 + 200, -300 + 200, -300 + 200});
}

TEST_CASE("Before its table a proposal counts nothing, after it what its lines go on with", "[portfolio]") {
    const auto later =
        proposal("two", "recurring:\n  - {id: homes, cost: {2028..: 50}}\n", "years: 2028..2031\nunit: 1000 DKK\n");
    const auto result = overview_of(proposal("one", cheaper_homes), later);
    REQUIRE(result.ok());
    CHECK(table(*result.value, "net") == Years{500, -300, -250, -250, -250, -250});
    CHECK(result.value->continues);
}

TEST_CASE("Amounts of different price levels are not added", "[portfolio]") {
    const auto dear =
        support::compute("kind: proposal\nformat: 1\nid: two\ntitle: A\nyears: 2026..2029\nprice_level: 2026\n" + transfers);
    const auto result = overview_of(proposal("one", cheaper_homes), dear);
    CHECK_FALSE(result.value);
    CHECK(told(result.diagnostics) == "P980: one is in the prices of 2027 and two in those of 2026: they are not added");
}

TEST_CASE("What proposals use of one frame is held against it together", "[portfolio]") {
    const std::string frame = "frames:\n  - {id: pool, limit: {2026: 800, 2027: 0}}\n";
    const auto result =
        overview_of(proposal("one", cheaper_homes + frame),
                    proposal("two", "implementation:\n  - {id: more, cost: {2026: 400, 2027: 350, 2028: 10}}\n" + frame));
    REQUIRE(result.ok());
    CHECK(table(*result.value, "frame.pool.used") == Years{900, 50, -290, -300});
    CHECK(table(*result.value, "frame.pool.missing") == Years{100, 50, 0, 0});
    CHECK(result.value->frames.front().given == std::vector<bool>{true, true, false, false});
}

TEST_CASE("Frames of one name that are not the same are not added", "[portfolio]") {
    const auto result = overview_of(proposal("one", cheaper_homes + "frames:\n  - {id: pool, limit: 800}\n"),
                                    proposal("two", transfers + "frames:\n  - {id: pool, limit: 900}\n"));
    REQUIRE(result.ok());
    CHECK(result.value->frames.empty());
    CHECK(told(result.diagnostics) ==
          "P981: one, two do not mean the same by the frame pool, so what they use of it is not added");
}

TEST_CASE("A proposal that knows nothing of a frame is told not to be counted in it", "[portfolio]") {
    const auto result =
        overview_of(proposal("one", cheaper_homes + "frames:\n  - {id: pool, limit: 800}\n"), proposal("two", transfers));
    REQUIRE(result.ok());
    CHECK(told(result.diagnostics) ==
          "P982: what two uses of the frame pool is not counted: the file does not speak of that frame");
}

TEST_CASE("Payers add up, and who is silent pays from the municipality's budget", "[portfolio]") {
    const auto shared = proposal("one", "recurring:\n  - {id: homes, saving: 300, payers: {region: 25 %, municipality: rest}}\n");
    const auto result = overview_of(shared, proposal("two", transfers));
    REQUIRE(result.ok());
    CHECK(table(*result.value, "payer.region.net") == Years{-75, -75, -75, -75});
    CHECK(table(*result.value, "payer.municipality.net") == Years{-225, -125, -125, -125});
    CHECK(table(*result.value, "payer.municipality.balance") == Years{-225, -350, -475, -600});
}
