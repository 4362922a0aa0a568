#include <catch2/catch.hpp>

#include "input/findings.hpp"

namespace provenu::input {
namespace {

using Case = std::pair<std::string, Findings>;
using quantity::month_of;

std::string line(const std::string& rest) {
    return "recurring:\n  - {id: a, " + rest + "}\n";
}

model::Series series_of(const std::string& text) {
    const auto read = proposal(line("saving: " + text));
    return std::get<model::Series>(std::get<model::Amount>(read.lines[0].parts[0].components[0].measure));
}

TEST_CASE("A series is consecutive years in any order, the last of which may hold") {
    const auto series = series_of("{2029..: 3, 2027: 1, 2028: 2}");
    CHECK(series.first == 2027);
    CHECK(series.values.size() == 3);
    CHECK(series.holds);
    CHECK_FALSE(series_of("{2027: 1}").holds);
}

TEST_CASE("Mistakes of a series are found at their year") {
    const auto each = GENERATE(values<Case>({
        {"{2027: 1, 2029: 3}", {"8:31 P502"}},
        {"{2027..: 1, 2028: 3}", {"8:22 P503"}},
        {"{2027: 1, 2027..: 3}", {"8:31 P505"}},
        {"{2027: 1, 28: 3}", {"8:31 P501"}},
        {"{2027: 1, 2028.: 3}", {"8:31 P501"}},
        {"{2027: 1, 2301: 3}", {"8:31 P504"}},
        {"{2027: 1, 2028: [3]}", {"8:37 P311"}},
        {"{2027: 1, 2028: 3 +}", {"8:40 P407"}},
    }));
    INFO(each.first);
    CHECK(findings(heading + line("saving: " + each.first)) == each.second);
}

TEST_CASE("Shares are at most 1 unless written in percent, and not negative") {
    const auto each = GENERATE(values<Case>({
        {"{2027: 3/17, 2028: 50%, 2029: 1}", {}},
        {"{2027: 105%}", {}},
        {"{2027: 50}", {"P507"}},
        {"{2027: 17/3}", {"P507"}},
        {"{2027: -0.5}", {"P508"}},
        {"{2027: -5 %}", {"P508"}},
    }));
    INFO(each.first);
    CHECK(codes(line("cost: 1, phase_in: " + each.first)) == each.second);
}

TEST_CASE("A ramp's last month belongs to it") {
    const auto read = proposal(line("cost: 1, phase_out: {ramp: smooth, from: 2027-01, to: 2028-12}"));
    const auto ramp = std::get<model::RampProfile>(read.lines[0].parts[0].timing.phase_out->value);
    CHECK(ramp.shape == formula::Ramp::smooth);
    CHECK(ramp.from == month_of(2027, 1));
    CHECK(ramp.until == month_of(2029, 1));
    CHECK(codes(line("cost: 1, phase_in: {ramp: linear, from: 2028-01, to: 2027-12}")) == Findings{"P509"});
    CHECK(codes(line("cost: 1, phase_in: {ramp: linaer, from: 2027-01}")) == Findings{"P303", "P334"});
}

TEST_CASE("Periods go from their first to their last month, or on") {
    const auto read = proposal(line("cost: 1, period: [2026-07..2026-12, 2028, 2030-01..]"));
    const auto& periods = read.lines[0].parts[0].timing.periods;
    REQUIRE(periods.size() == 3);
    CHECK(periods[0].value == quantity::Period{month_of(2026, 7), month_of(2027, 1)});
    CHECK(periods[1].value == quantity::Period{month_of(2028, 1), month_of(2029, 1)});
    CHECK(periods[2].value == quantity::Period{month_of(2030, 1), std::nullopt});
}

TEST_CASE("Periods that are none, run backwards or overlap are found") {
    const auto each = GENERATE(values<Case>({
        {"2026-13", {"P206"}},
        {"1850", {"P207"}},
        {"next year", {"P207"}},
        {"2028-06..2026-07", {"P511"}},
        {"[2026, 2026-07..2027-06]", {"P515"}},
        {"[2026-01.., 2028]", {"P515"}},
    }));
    INFO(each.first);
    CHECK(codes(line("cost: 1, period: " + each.first)) == each.second);
}

TEST_CASE("A part takes over what it does not say of its time from its line") {
    const auto read = proposal(
        "recurring:\n  - id: a\n    period: 2026..2028\n    phase_in: {2026: 50%}\n    parts:\n"
        "      - {cost: 1}\n      - {cost: 2, period: 2027}\n");
    const auto& parts = read.lines[0].parts;
    CHECK(parts[0].timing.periods[0].value.from == month_of(2026, 1));
    CHECK(parts[1].timing.periods[0].value.from == month_of(2027, 1));
    CHECK(parts[1].timing.phase_in.has_value());
}

TEST_CASE("A stock says from when, in order, and how long") {
    const auto each = GENERATE(values<Case>({
        {"{add: 5, from: 2027, until: 2030, stay: 3, entry: middle, ceiling: 40, initial: 10}", {}},
        {"{add: {2027: 5, 2028..: 8}, stay: {2026: 3, 2028: 2.5}, initial: {count: 10, stay: 2}}", {}},
        {"{add: 5}", {"P517"}},
        {"{add: 5, from: 2030, until: 2027}", {"P516"}},
        {"{add: 5, from: 2030, stay: 0}", {"P519"}},
        {"{add: 5, from: 2027, fade: {1: 50%, 2: 100%, 3..: 30%}}", {}},
        {"{add: 5, from: 2027, stay: 3, fade: {1: 50%}}", {"P521"}},
        {"{add: 5, from: 2027, initial: 3, fade: {1: 50%}}", {"P522"}},
        {"{add: 5, from: 2027, fade: {0: 50%, 1: 100%}}", {"P523"}},
        {"{add: 5, from: 2027, fade: {1: 50%, 3: 100%}}", {"P523"}},
        {"{add: 5, from: 2027, fade: {1..: 50%, 2: 100%}}", {"P523"}},
        {"{add: 5, from: 2027, fade: {first: 50%}}", {"P523"}},
        {"{add: 5, from: 2027, fade: {1: 50}}", {"P507"}},
        {"{add: 5, from: 2027, fade: {1: -5%}}", {"P508"}},
        {"{from: 2030}", {"P303"}},
        {"{add: 5, from: 2030, entry: end}", {"P335"}},
    }));
    INFO(each.first);
    CHECK(codes("inputs: {families: {stock: " + each.first + "}}\n" + one_line) == each.second);
}

TEST_CASE("A changed stay applies to entrants from its year") {
    const auto read = proposal("inputs: {x: {stock: {add: 5, from: 2027, stay: {2028: 2.5, 2026: 3}}}}\n" + one_line);
    const auto& stay = std::get<model::Stock>(read.inputs.back().value).stay;
    REQUIRE(stay.size() == 2);
    CHECK(stay[0].from == 2026);
    CHECK(stay[1].from == 2028);
}

}  // namespace
}  // namespace provenu::input
