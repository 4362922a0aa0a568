#include "provenu/portfolio/claims.hpp"

#include <catch2/catch.hpp>

#include "support/proposals.hpp"

using namespace provenu;

namespace {

support::Computed claiming(const std::string& id, const std::string& share, const std::string& budget = "12 mio. kr.",
                           const std::string& last = "2028") {
    return support::compute("kind: proposal\nformat: 1\nid: " + id + "\ntitle: A case\nyears: 2026.." + last +
                            "\nunit: 1000 DKK\nprice_level: 2027\nbudgets: {residential: " + budget +
                            "}\nrecurring:\n  - {id: homes, saving: {share: " + share + ", of: residential}}\n");
}

std::string told(const portfolio::Claims& claims) {
    std::string all;
    for (const auto& found : claims.diagnostics.sorted())
        all += support::shown(found).substr(0, support::shown(found).find(" |"));
    return all;
}

portfolio::Claims claims_of(const support::Computed& left, const support::Computed& right) {
    const std::vector<portfolio::Member> members{{&left.plan, &left.figures}, {&right.plan, &right.figures}};
    return portfolio::claims(members);
}

}  // namespace

TEST_CASE("What proposals claim of one budget adds up, and too much of it is told") {
    const auto claims = claims_of(claiming("one", "15 %"), claiming("two", "12 %"));
    REQUIRE(claims.claims.size() == 1);
    CHECK(claims.claims[0].claimed[0] == Approx(0.27 * 12e6));
    CHECK(claims.claims[0].share[0] == Approx(0.27));
    CHECK(told(claims) == "P761: one, two together claim 27 % of residential in 2026; 20 % is held to be reasonable");
}

TEST_CASE("A claim goes on after its proposal's own table") {
    const auto claims = claims_of(claiming("one", "15 %", "12 mio. kr.", "2026"), claiming("two", "12 %"));
    REQUIRE(claims.claims.size() == 1);
    CHECK(claims.claims[0].share.back() == Approx(0.27));
}

TEST_CASE("Claims within reason are told nobody") {
    CHECK(told(claims_of(claiming("one", "8 %"), claiming("two", "12 %"))).empty());
}

TEST_CASE("Budgets of one name and different amounts are not added") {
    const auto claims = claims_of(claiming("one", "15 %"), claiming("two", "15 %", "13 mio. kr."));
    CHECK(claims.claims.empty());
    CHECK(told(claims) == "P762: one, two do not call residential the same amount in 2026, so their claims are not added");
}
