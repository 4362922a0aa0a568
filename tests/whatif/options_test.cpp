#include <catch2/catch.hpp>

#include "provenu/whatif/comparison.hpp"
#include "support/scenarios.hpp"

using namespace provenu;
using namespace provenu::support;

namespace {

const std::vector<std::string> add_ons{R"(  - id: evenings
    option: evenings
    cost: {2026: 60, 2027..: 40}
)",
                                       R"(  - id: weekends
    option: weekends
    cost: 7
    period: 2027-07..
)",
                                       R"(  - id: summer
    option: summer
    saving: 3
  - id: summer-rent
    option: summer
    area: transfers
    cost: 2
)"};

/// The library with the add-ons of a set, as options or written into it.
std::string library(unsigned chosen, bool as_options) {
    std::string text = "recurring:\n  - id: opening\n    cost: 100\n";
    for (std::size_t i = 0; i < add_ons.size(); ++i) {
        if ((chosen >> i & 1U) == 0) continue;
        std::string lines = add_ons[i];
        for (auto at = lines.find("    option:"); !as_options && at != std::string::npos; at = lines.find("    option:"))
            lines.erase(at, lines.find('\n', at) - at + 1);
        text += lines;
    }
    return proposal(text);
}

}  // namespace

TEST_CASE("three add-ons give eight combinations, each equal to a file written without the rest") {
    const std::string text = library(7, true);
    const auto proposed = proposal_of(text);
    REQUIRE(proposed.options.size() == 3);
    auto scenes = whatif::combinations(whatif::as_proposed(), proposed.options, 8);
    scenes.insert(scenes.begin(), whatif::as_proposed());
    REQUIRE(scenes.size() == 8);
    for (unsigned chosen = 0; chosen < 8; ++chosen) {
        const auto changed = whatif::apply(proposed, scenes[chosen].changes);
        const auto plan = *compile::compile(changed.value->proposal).value;
        const auto figures = evaluate::evaluate(formula::flatten(plan.book));
        const auto written = compute(library(chosen, false));
        CHECK(plan.lines.size() == written.plan.lines.size());
        for (const char* name : {"net.total", "net.service", "recurring.service", "recurring.transfers", "balance.total"})
            CHECK(figures.table(name) == written.table(name));
        CHECK(figures.scalar("npv") == written["npv"]);
        CHECK(figures.carried("recurring.total") == written.carried("recurring.total"));
    }
}

TEST_CASE("an option is left unless its block includes it, and switches change that") {
    const std::string text = proposal(R"(
options:
  - {id: evenings, included: yes}
  - {id: weekends}
recurring:
  - {id: evening-opening, option: evenings, cost: 60}
  - {id: weekend-opening, option: weekends, cost: 7}
)");
    CHECK(compute(text).at("net.total", 2028) == 60);
    CHECK(under(text, {"{turn_on: weekends}"}).at("net.total", 2028) == 67);
    CHECK(under(text, {"{turn_off: evenings}"}).at("net.total", 2028) == 0);
    const auto scenes = whatif::combinations(whatif::as_proposed(), proposal_of(text).options, 8);
    REQUIRE(scenes.size() == 3);
    CHECK(scenes[0].name.id == "base-evenings");
    CHECK(scenes[1].name.id == "base+weekends");
    CHECK(scenes[2].name.id == "base-evenings+weekends");
}

TEST_CASE("with many options each is switched alone, and all are taken") {
    std::vector<model::Option> options(7);
    for (std::size_t i = 0; i < options.size(); ++i) options[i].id.value = std::string(1, static_cast<char>('a' + i));
    const auto scenes = whatif::combinations(whatif::as_proposed(), options, 64);
    REQUIRE(scenes.size() == 8);
    CHECK(scenes[0].name.id == "base+a");
    CHECK(scenes[7].name.id == "base+a+b+c+d+e+f+g");
}
