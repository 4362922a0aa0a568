#include <catch2/catch.hpp>

#include "input/findings.hpp"

namespace provenu::input {
namespace {

using Case = std::pair<std::string, Findings>;

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

TEST_CASE("What yaml-cpp would let pass is refused where it stands") {
    const auto each = GENERATE(values<Case>({
        {"title: \"open\nformat: 1\n", {"1:8 P115"}},
        {"format: 1\nfoo\nkind: proposal\n", {"2:1 P116"}},
        {"title: \"a\" b\n", {"1:12 P112"}},
        {"a: {b: 1\nc: 2\n", {"1:4 P117"}},
        {"a: [1, 2\nb: 2\n", {"1:4 P117"}},
        {"title: a: b\n", {"1:9 P111"}},
        {"a:\n   b: 1\n  c: 2\n", {"3:3 P112"}},
        {"kind: proposal\n\tformat: 1\n", {"2:1 P114"}},
        {"a: @x\n", {"1:4 P113"}},
        {"a: \"\\q\"\n", {"1:5 P118"}},
    }));
    CHECK(findings(each.first) == each.second);
}

TEST_CASE("Anchors, aliases, tags, directives and second documents are refused") {
    const auto each = GENERATE(values<Case>({
        {"a: &x [1]\nb: *x\n", {"1:4 P121"}},
        {"a: *x\n", {"1:4 P121"}},
        {"a: !!str 1\n", {"1:4 P122"}},
        {"a: ! 1\n", {"1:4 P122"}},
        {"%YAML 1.1\n---\na: 1\n", {"1:1 P125"}},
        {"a: 1\n---\nb: 2\n", {"2:1 P124"}},
    }));
    CHECK(findings(each.first) == each.second);
}

TEST_CASE("A file of nested aliases is refused at its first anchor, not expanded") {
    std::string bomb = "a0: &a0 [x, x]\n";
    for (int i = 1; i < 60; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + ", " + before + "]\n";
    }
    CHECK(findings(bomb) == Findings{"1:5 P121"});
}

TEST_CASE("Nesting stops at 64 levels in every style") {
    CHECK(findings(repeated("[", 10'000)) == Findings{"1:65 P120"});
    CHECK(findings(repeated("{a: ", 10'000)) == Findings{"1:257 P120"});
    CHECK(findings(repeated("- ", 10'000) + "x") == Findings{"1:129 P120"});
    CHECK(findings(repeated("? ", 10'000) + "x") == Findings{"1:129 P120"});
    CHECK(findings(repeated("[", 64) + repeated("]", 64)) == Findings{"1:1 P320"});
}

TEST_CASE("The number of values and the length of one are bounded") {
    CHECK(findings(repeated("- 1\n", 2'000'001)) == Findings{"2000000:3 P126"});
    CHECK(findings("kind: >\n" + repeated("  word\n", 20'000)) == Findings{"1:7 P128"});
}

TEST_CASE("Keys are texts, each once, and merge keys are refused") {
    const auto doubled = findings(heading + one_line + "years: 2026..2030\n");
    CHECK(doubled == Findings{"9:1 P306"});
    CHECK(findings(heading + "inputs: {a: 1, b: 2, a: 3}\n" + one_line) == Findings{"7:22 P306"});
    CHECK(findings(heading + "<<: {owner: x}\n" + one_line) == Findings{"7:1 P123"});
    CHECK(findings(heading + "? [a]\n: 1\n" + one_line) == Findings{"7:3 P127"});
    const auto text = shown(read_proposal_text(heading + one_line + "years: 2026..2030\n", "school.yaml").diagnostics);
    CHECK(text.find("years stands twice, first on line 5") != std::string::npos);
}

TEST_CASE("yaml-cpp's positions from zero and in bytes become lines and columns of characters") {
    CHECK(findings(heading + one_line + "notes: [æøå, {ja: x}]\n") == Findings{"9:15 P302"});
    CHECK(findings(heading + "inputs:\n  rødgrød: 1.234\n" + one_line) == Findings{"8:12 P401"});
    CHECK(findings(heading + "inputs:\n  a: \"1.234\"\n" + one_line) == Findings{"8:7 P401"});  // behind the mark
}

TEST_CASE("Numbers that yaml-cpp reads in silence are refused") {
    for (const std::string text : {"010", ".nan", ".inf", "-.inf", "0x10", "1e999", "1_000"}) {
        INFO(text);
        CHECK_FALSE(codes("inputs: {a: " + text + "}\n" + one_line).empty());
    }
    CHECK(codes("inputs:\n  a: 3,5\n" + one_line).empty());  // a Danish number, not 0
}

}  // namespace
}  // namespace provenu::input
