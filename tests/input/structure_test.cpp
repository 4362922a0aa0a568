#include <catch2/catch.hpp>

#include "input/findings.hpp"

namespace provenu::input {
namespace {

using Case = std::pair<std::string, Findings>;

TEST_CASE("Every mistake of a file is found in one go") {
    const auto all = findings(
        "kind: proposal\nformat: 1\nid: School\ntitel: x\nyears: 2031..2026\nrecurring:\n  - {id: a, cost: [1]}\n  - {idd: b}\n");
    CHECK(all == Findings{"3:5 P330", "4:1 P301", "5:8 P513", "7:19 P314", "8:6 P301"});
}

TEST_CASE("Values of a wrong kind say what the key takes") {
    const auto each = GENERATE(values<Case>({
        {"owner: [a]\n" + one_line, {"P311"}},
        {"recurring: none\n", {"P312"}},
        {"recurring: {a: 1}\n", {"P312"}},
        {"discount: 4 %\n" + one_line, {"P313"}},
        {"title_: x\n" + one_line, {"P301"}},
        {"zzz: x\n" + one_line, {"P302"}},
        {"recurring:\n  - {id: a, cost: [1]}\n", {"P314"}},
        {"recurring:\n  - {id: a, cost: 1, period: {from: 2026-01}}\n", {"P315"}},
        {"recurring: [a]\n", {"P313"}},
        {"inputs: {a: [1]}\n" + one_line, {"P314"}},
        {"notes: [[a]]\n" + one_line, {"P314"}},
    }));
    CHECK(codes(each.first) == each.second);
}

TEST_CASE("A missing value is found at its key or dash") {
    CHECK(findings(heading + "owner:\n" + one_line) == Findings{"7:1 P304"});
    CHECK(findings(heading + "inputs:\n  a:\n  b: 1\n" + one_line) == Findings{"8:3 P304"});
    CHECK(findings(heading + "notes:\n  -\n  - a\n" + one_line) == Findings{"8:3 P304"});
    CHECK(findings(heading + "inputs: {a: {2027: , 2028: 1}}\n" + one_line) == Findings{"7:14 P304"});
}

TEST_CASE("A comma in a flow map is told to be quoted") {
    const auto result = read_proposal_text(heading + "recurring:\n  - {id: a, label: Teams, projects, cost: 1}\n", "school.yaml");
    CHECK(shown(result.diagnostics) ==
          "school.yaml:8:27: error P305: projects is a key without a value\n"
          "    8 |   - {id: a, label: Teams, projects, cost: 1}\n"
          "      |                           ^^^^^^^^\n"
          "   hint: quote a text with a comma: label: \"Teams, projects\"\n");
}

TEST_CASE("Words that YAML reads as null or truth are texts where texts are asked for") {
    const auto read = proposal("owner: null\nsource: ~\nnotes: [yes, null, 'no']\n" + one_line);
    CHECK(read.owner == "null");
    CHECK(read.source == "~");
    REQUIRE(read.notes.size() == 3);
    CHECK(read.notes[0].danish == "yes");
    CHECK(read.notes[1].danish == "null");
}

TEST_CASE("Truth is said in Danish or English") {
    const auto overhead_in_cash = [](const std::string& word) {
        const auto read =
            proposal("inputs:\n  a: {rate: {pay: 500 t.kr., overhead: 20 %, overhead_in_cash: " + word + "}}\n" + one_line);
        return std::get<model::Rate>(read.inputs.back().value).overhead_in_cash;
    };
    for (const std::string word : {"yes", "true", "ja"}) CHECK(overhead_in_cash(word));
    for (const std::string word : {"no", "false", "nej"}) CHECK_FALSE(overhead_in_cash(word));
    CHECK(codes("inputs:\n  a: {rate: {pay: 500 t.kr., overhead_in_cash: maybe}}\n" + one_line) == Findings{"P201"});
}

TEST_CASE("A file says that it is a proposal in a format this program knows") {
    const auto each = GENERATE(values<Case>({
        {"format: 1\n", {"1:1 P319"}},
        {"- a\n", {"1:1 P320"}},
        {"just a text\n", {"1:1 P320"}},
        {"kind: proposel\n", {"1:7 P321"}},
        {"kind: rates\n", {"1:7 P322"}},
    }));
    CHECK(findings(each.first) == each.second);
    CHECK(findings("kind: proposal\nformat: 2\nid: a\ntitle: a\nyears: 2026..2027\n" + one_line) == Findings{"2:9 P323"});
}

TEST_CASE("Addresses are well formed, not reserved, and stand once") {
    const auto each = GENERATE(values<Case>({
        {"recurring:\n  - {id: Team, cost: 1}\n", {"P330"}},
        {"recurring:\n  - {id: team_a, cost: 1}\n", {}},
        {"recurring:\n  - {id: 2-teams, cost: 1}\n", {"P330"}},
        {"recurring:\n  - {id: \"\", cost: 1}\n", {"P330"}},
        {"inputs: {a-b: 1}\n" + one_line, {"P331"}},
        {"inputs: {Æble: 1}\n" + one_line, {"P331"}},
        {"inputs: {æble_2: 1}\n" + one_line, {}},
        {"inputs: {npv: 1}\n" + one_line, {"P332"}},
        {"recurring:\n  - {id: payback, cost: 1}\n", {"P332"}},
        {"inputs: {line: 1}\n" + one_line, {"P333"}},
        {"budgets: {line: 1}\n" + one_line, {"P333"}},
        {"key_figures: [{id: line, value: 1}]\n" + one_line, {"P333"}},
        {"implementation:\n  - {id: line, cost: 1, period: 2026}\n" + one_line, {"P333"}},
    }));
    CHECK(codes(each.first) == each.second);
    const auto text = shown(read_proposal_text(heading + "inputs: {line: 1}\n" + one_line, "a.yaml").diagnostics);
    CHECK(text.find("8:10: error") == std::string::npos);
    CHECK(text.find("a.yaml:9:10: error P333: line is already taken on line 7") != std::string::npos);
}

TEST_CASE("A text in one language serves for the other") {
    CHECK(proposal(one_line).title.english == "School");
    const auto read = proposal("notes: [{da: ja}, {en: yes}, {da: a, en: b}]\n" + one_line);
    CHECK(read.notes[0].english == "ja");
    CHECK(read.notes[1].danish == "yes");
    CHECK(read.notes[2].english == "b");
}

}  // namespace
}  // namespace provenu::input
