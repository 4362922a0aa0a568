#include "provenu/whatif/comparison.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "support/scenarios.hpp"

using namespace provenu;
using namespace provenu::support;

namespace {

Computed saving(const std::string& id, int a_year, const std::string& unit = "1000 DKK") {
    return compute("kind: proposal\nformat: 1\nid: " + id + "\ntitle: " + id + "\nyears: 2026..2029\nunit: " + unit +
                   "\nprice_level: 2027\nrecurring:\n  - {id: saved, saving: {2027..: " + std::to_string(a_year) +
                   "}}\nimplementation:\n  - {id: project, cost: {2026: 100}}\n");
}

whatif::Case of(const Computed& computed) {
    return {&computed.plan, &computed.figures};
}

}  // namespace

TEST_CASE("the change is against the proposal's first scenario") {
    const auto base = saving("a", 50);
    const auto weak = saving("a", 40);
    const auto comparison = whatif::compare({{of(base), of(weak)}}, whatif::Order::given);
    REQUIRE(comparison.rows.size() == 2);
    CHECK_FALSE(comparison.rows[0].change);
    CHECK(comparison.rows[1].change->net[1] == 10);
    CHECK(comparison.rows[1].change->full_phase_in == 10);
    CHECK(comparison.rows[1].change->payback_total == Approx((1 + 100.0 / 40) - (1 + 100.0 / 50)));
}

TEST_CASE("proposals are sorted as asked, best first") {
    const auto slow = saving("slow", 20);
    const auto quick = saving("quick", 100);
    const auto never = saving("never", 0);
    const auto ids = [&](whatif::Order order) {
        std::string all;
        for (const auto& row : whatif::compare({{of(never)}, {of(slow)}, {of(quick)}}, order).rows) all += row.of.plan->id + " ";
        return all;
    };
    CHECK(ids(whatif::Order::given) == "never slow quick ");
    CHECK(ids(whatif::Order::payback) == "quick slow never ");
    CHECK(ids(whatif::Order::npv) == "quick slow never ");
    CHECK(ids(whatif::Order::full_phase_in) == "quick slow never ");
    CHECK(ids(whatif::Order::name) == "never quick slow ");
    CHECK(std::isinf(whatif::compare({{of(never)}}, whatif::Order::given).rows[0].figures.payback_total));
}

TEST_CASE("amounts are brought to the first proposal's unit") {
    const auto thousands = saving("a", 50);
    const auto millions = saving("b", 50, "1 mio. kr.");
    const auto comparison = whatif::compare({{of(thousands)}, {of(millions)}}, whatif::Order::given);
    CHECK(comparison.rows[1].figures.net[1] == -50000);
    CHECK(comparison.rows[1].figures.peak == 100000);
}

TEST_CASE("every order has a name that reads back") {
    for (const auto name : whatif::names_of_orders()) CHECK(whatif::read_order(name));
    CHECK_FALSE(whatif::read_order("beauty"));
}
