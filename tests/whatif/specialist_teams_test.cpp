// The Copenhagen specialist teams with training as the paper prints it: what delays and weaker savings do to the whole table.

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "support/scenarios.hpp"

using namespace provenu;
using namespace provenu::support;

namespace {

/// The example, its training typed as printed: 350 in 2026 and 700 in 2027.
std::string specialist_teams() {
    std::ifstream file(PROVENU_EXAMPLES "/copenhagen/specialist-teams/proposal.yaml");
    std::stringstream read;
    read << file.rdbuf();
    std::string text = read.str();
    const std::string derived = "    total: {quantity: 37 persons, price: 28 t.kr./person}\n    period: 2026-07..2027-12\n";
    text.replace(text.find(derived), derived.size(), "    cost: {2026: 350, 2027: 700}\n");
    return text.substr(0, text.find("printed:"));
}

void check_table(const Computed& computed, const std::string& name, const std::vector<double>& expected) {
    const auto values = computed.table(name);
    REQUIRE(values.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) CHECK(values[i] == Approx(expected[i]).epsilon(1e-9).margin(0.06));
}

const std::vector<double> recurring{0, -10066.176470588, -14895, -15450, -19400, -21050};

}  // namespace

TEST_CASE("specialist teams, recurring six months late: each year is the mean of itself and the year before") {
    const auto late = under(specialist_teams(), {"{delay: recurring, months: 6}"});
    std::vector<double> means{0};
    for (std::size_t i = 1; i < recurring.size(); ++i) means.push_back((recurring[i - 1] + recurring[i]) / 2);
    CHECK(means[1] == Approx(-5033.088));
    CHECK(means[2] == Approx(-12480.588));
    check_table(late, "recurring.total", means);
    CHECK(late["payback.total.exact"] == Approx(5.28).margin(0.005));
    CHECK(late["full_phase_in"] == -21050);
    CHECK(late.table("recurring.total").back() == Approx(-20225));
}

TEST_CASE("specialist teams, savings half a year late: costs run as planned") {
    const auto standard = *input::read_scenarios("std/standard").value;
    const auto late = under(specialist_teams(), standard, "late");
    check_table(late, "net.total", {14792.5, 23341.3, 5595, -9695, -17425, -20225});
    CHECK(late["payback.total.exact"] == Approx(5.82).margin(0.005));
}

TEST_CASE("specialist teams: the base scenario is the proposal to the last bit, and so is 100 % of all effects") {
    const auto standard = *input::read_scenarios("std/standard").value;
    const auto proposed = compute(specialist_teams());
    const auto base = under(specialist_teams(), standard, "base");
    const auto all = under(specialist_teams(), {"{scale: {kind: saving}, by: 100 %}"});
    for (const char* name : {"net.total", "balance.total", "recurring.net_efficiency"}) {
        CHECK(base.table(name) == proposed.table(name));
        CHECK(all.table(name) == proposed.table(name));
    }
    for (const char* name : {"npv", "payback.total.exact", "peak", "irr"}) {
        CHECK(base[name] == proposed[name]);
        CHECK(all[name] == proposed[name]);
    }
}

TEST_CASE("specialist teams: late and weak is late, then weak") {
    const auto standard = *input::read_scenarios("std/standard").value;
    const auto both = under(specialist_teams(), standard, "late-and-weak");
    const auto in_turn = under(specialist_teams(), {"{delay: effects, months: 6}", "{scale: {kind: saving}, by: 80 %}"});
    CHECK(both.table("net.total") == in_turn.table("net.total"));
    CHECK(both["payback.total.exact"] == in_turn["payback.total.exact"]);
}
