#include <catch2/catch.hpp>

#include "input/findings.hpp"

namespace provenu::input {
namespace {

using Case = std::pair<std::string, Findings>;

std::string line(const std::string& rest) {
    return "recurring:\n  - {id: a, " + rest + "}\n";
}

const model::Measure& measure_of(const model::Proposal& read) {
    return read.lines[0].parts[0].components[0].measure;
}

TEST_CASE("Each way of saying an amount is read as what it is") {
    CHECK(std::holds_alternative<model::Amount>(measure_of(proposal(line("cost: 100")))));
    CHECK(std::holds_alternative<model::ShareOf>(measure_of(proposal(line("cost: {share: 0.6 %, of: b}")))));
    CHECK(std::holds_alternative<model::Priced>(measure_of(proposal(line("cost: {quantity: 20, price: 95 t.kr.}")))));
    CHECK(std::holds_alternative<model::Staff>(measure_of(proposal(line("cost: {staff: {adviser: 16}}")))));
    CHECK(std::holds_alternative<model::Staff>(measure_of(proposal(line("staff: {adviser: 16}")))));
    CHECK(std::holds_alternative<model::Total>(measure_of(proposal(line("total: 1036, period: 2026")))));
    const auto total = std::get<model::Total>(measure_of(proposal(line("total: {quantity: 37, price: 28}, period: 2026"))));
    CHECK(std::holds_alternative<model::Priced>(total.amount));
}

TEST_CASE("The key gives the sign, and several keys add up") {
    const auto read = proposal(line("cost: 1, saving: 2, income: 3, staff: {adviser: 1}"));
    const auto& components = read.lines[0].parts[0].components;
    REQUIRE(components.size() == 4);
    CHECK(components[0].effect == model::Effect::cost);
    CHECK(components[1].effect == model::Effect::saving);
    CHECK(components[2].effect == model::Effect::income);
    CHECK(components[3].effect == model::Effect::cost);
}

TEST_CASE("Amounts said twice, by halves or not at all are found") {
    const auto each = GENERATE(values<Case>({
        {line("label: x"), {"P601"}},
        {line("parts: []"), {"P603"}},
        {line("cost: 1, parts: [{cost: 2}]"), {"P602"}},
        {line("parts: [{label: x}]"), {"P601"}},
        {line("cost: {share: 3 %}"), {"P303"}},
        {line("cost: {share: 3 %, of: b, quantity: 3, price: 2}"), {"P618"}},
        {line("cost: {}"), {"P506"}},
        {line("total: {quantity: 3}"), {"P303"}},
        {line("staff: {}"), {"P610"}},
        {line("staff: []"), {"P610"}},
        {line("staff: [{adviser: 3}, {adviser: 2}]"), {}},
        {line("staff: 3"), {"P316"}},
        {line("staff: {adviser: [3]}"), {"P314"}},
        {line("cost: \"\""), {"P407"}},
        {"recurring: []\n", {"P604"}},
        {"", {"P604"}},
    }));
    INFO(each.first);
    CHECK(codes(each.first) == each.second);
}

TEST_CASE("A line keeps its section, area, conversion, leader, tags and where it is from") {
    const auto read = proposal(
        "recurring:\n  - {id: a, cost: 1, area: transfers, converted_from: service, follows: b, tags: [x, y], source: s, note: "
        "n}\n"
        "implementation:\n  - {id: b, cost: 2, period: 2026}\n");
    REQUIRE(read.lines.size() == 2);
    CHECK(read.lines[0].area.value == "transfers");
    CHECK(read.lines[0].converted_from->value == "service");
    CHECK(read.lines[0].follows->value == "b");
    CHECK(read.lines[0].tags == std::vector<std::string>{"x", "y"});
    CHECK(read.lines[1].section == model::Section::implementation);
    CHECK(read.lines[1].area.value.empty());
}

TEST_CASE("A handover comes after its team begins") {
    const std::string rest = ", staff: {adviser: 16}, implementation: {id: t-before}, recurring: {id: t-after, area: service}}\n";
    const auto read = proposal("handovers:\n  - {id: t, from: 2026-07, at: 2028-07" + rest);
    REQUIRE(read.handovers.size() == 1);
    CHECK(read.handovers[0].at.value == quantity::month_of(2028, 7));
    CHECK(read.handovers[0].recurring.id.value == "t-after");
    CHECK(codes("handovers:\n  - {id: t, from: 2028-07, at: 2026-07" + rest) == Findings{"P520"});
    CHECK(codes("handovers:\n  - {id: t, from: 2026" + rest) == Findings{"P303", "P206"});
}

TEST_CASE("An input is one of a value, a stock and a rate") {
    const auto each = GENERATE(values<Case>({
        {"{value: 1, source: x}", {}},
        {"{2027: 1, 2028..: 2}", {}},
        {"{value: {2027: 1}}", {}},
        {"{rate: {pay: 520 t.kr., overhead: 20 %, hours: 1500, per: hour}}", {}},
        {"{label: x}", {"P617"}},
        {"{value: 1, stock: {add: 1, from: 2027}}", {"P617"}},
        {"{rate: {pay: 520 t.kr., per: hour}}", {"P616"}},
        {"{rate: {pay: 520 t.kr., overhead: -20 %}}", {"P210"}},
        {"{rate: {hours: 1500}}", {"P303"}},
    }));
    INFO(each.first);
    CHECK(codes("inputs: {x: " + each.first + "}\n" + one_line) == each.second);
}

TEST_CASE("A range is ordered and holds its value") {
    const auto each = GENERATE(values<Case>({
        {"value: 650 t.kr., range: {pert: [70%, 100%, 110%]}", {}},
        {"value: 650 t.kr., range: {triangular: [600, 650, 700]}", {}},  // bare bounds are in the value's unit
        {"value: 650 t.kr., range: {uniform: [0.6 mio. kr., 0.7 mio. kr.]}", {}},
        {"value: 650 t.kr., range: {pert: [700, 800, 900]}", {"P213"}},
        {"value: 650 t.kr., range: {pert: [70%, 60%, 110%]}", {"P212"}},
        {"value: 650 t.kr., range: {pert: [70%, 80%, 90%]}", {"P215"}},
        {"value: 650 t.kr., range: {pert: [70%, 110%]}", {"P211"}},
        {"value: 650 t.kr., range: {uniform: [70%, 100%, 110%]}", {"P211"}},
        {"value: 650 t.kr., range: {uniform: [70%, 110%], pert: [70%, 100%, 110%]}", {"P214"}},
        {"value: 650 t.kr., range: {beta: [70%, 110%]}", {"P302"}},
    }));
    INFO(each.first);
    CHECK(codes("inputs: {x: {" + each.first + "}}\n" + one_line) == each.second);
}

TEST_CASE("A mistake inside a quoted or folded formula stands where it is or at its text") {
    CHECK(findings(heading + "inputs:\n  a: \"3 * (4\"\n" + one_line) == Findings{"8:11 P409"});
    CHECK(findings(heading + "inputs:\n  a: >\n    3 *\n    (4\n" + one_line).front().substr(0, 4) == "8:7 ");
}

}  // namespace
}  // namespace provenu::input
