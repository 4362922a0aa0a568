#include "provenu/input/import.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "input/findings.hpp"
#include "support/proposals.hpp"
#include "tables/reading.hpp"

namespace provenu::input {
namespace {

ImportChoices choices() {
    return {wording::Language::danish, "table.csv", "table"};
}

/// The proposal of a CSV text with a section column, from its first section on.
std::string lines_of(const std::string& rows) {
    const auto table = tables::read("section,line,area,2026,2027,2028,value,note\n" + rows);
    const auto made = proposal_of_table(table, choices());
    REQUIRE(made.ok());
    std::string kept;
    std::istringstream lines(*made.value);
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
        inside = (inside || line == "recurring:" || line == "implementation:") && !line.starts_with("printed:");
        if (inside && !line.starts_with("#") && !line.empty()) kept += line + "\n";
    }
    return kept;
}

TEST_CASE("A row is a saving or a cost by its sign, and goes on where its last year has an amount") {
    CHECK(lines_of("recurring,Effekt,,,-10,-20,,\nrecurring,Gennemgang,,,5,,,\nimplementation,Start,,7,,8,,\n") ==
          "recurring:\n"
          "  - id: effekt\n    label: \"Effekt\"\n    saving: {2027: 10, 2028..: 20}\n"
          "  - id: gennemgang\n    label: \"Gennemgang\"\n    cost: {2027: 5}\n"
          "implementation:\n"
          "  - id: start\n    label: \"Start\"\n    parts:\n      - cost: {2026: 7}\n      - cost: {2028: 8}\n");
}

TEST_CASE("Empty cells stay empty and noughts stay noughts") {
    CHECK(lines_of("recurring,Effekt,,0,,0,,\nrecurring,Ender,,,-10,0,,\n") ==
          "recurring:\n"
          "  - id: effekt\n    label: \"Effekt\"\n    parts:\n      - cost: {2026: 0}\n      - cost: {2028: 0}\n"
          "  - id: ender\n    label: \"Ender\"\n    saving: {2027: 10, 2028: 0}\n");
}

TEST_CASE("A row whose signs change has its costs and its savings side by side") {
    CHECK(lines_of("recurring,Skift,,5,-10,20,,\n") ==
          "recurring:\n  - id: skift\n    label: \"Skift\"\n"
          "    # Rækken skifter fortegn: udgifter og besparelser hver for sig.\n"
          "    cost: {2026: 5, 2027: 0, 2028..: 20}\n    saving: {2027: 10}\n");
}

TEST_CASE("Labels become ids that are plain, each once and none of the program's own") {
    const auto text = lines_of(
        "recurring,Ærø & Ørsted på Å,,1,1,1,,\nrecurring,Net,,1,1,1,,\nrecurring,net*,,1,1,1,,\nrecurring,§§,,1,1,1,,\n"
        "recurring,\"say \"\"hi\"\": \\ # x\",,1,1,1,,\n");
    CHECK(text.find("id: aeroe-oersted-paa-aa\n    label: \"Ærø & Ørsted på Å\"") != std::string::npos);
    CHECK(text.find("id: net-line\n    label: \"Net\"") != std::string::npos);
    CHECK(text.find("id: net-line-2\n    label: \"net\"") != std::string::npos);
    CHECK(text.find("id: line\n    label: \"§§\"") != std::string::npos);
    CHECK(text.find("label: \"say \\\"hi\\\": \\\\ # x\"") != std::string::npos);
}

TEST_CASE("A figure with three decimals is written so that it reads in one way") {
    CHECK(lines_of("recurring,A,,1.2345,0.5,-0.125,,\nrecurring,B,,1.234,1.234567,,,\n").find("{2026: 1.2340, 2027: 1.234567}") !=
          std::string::npos);
}

TEST_CASE("The lines that net efficiency counts besides service are converted from it, a slip in one year or not") {
    const std::string rows =
        "recurring,Effekt,service,-100,-200,-300,,\nrecurring,Husleje,transfers,10,20,30,,\nrecurring,Anden,capital,5,5,5,,\n";
    const auto converted = [&](const std::string& net) {
        const auto text = lines_of(rows + "recurring_net_efficiency,Heraf nettoeffektivisering,," + net + ",,\n");
        const auto at = text.rfind("converted_from: service");
        return at == std::string::npos ? "" : text.find("id: anden") < at ? "both" : "husleje";
    };
    CHECK(converted("-90,-180,-270") == std::string("husleje"));
    CHECK(converted("-90,-810,-270") == std::string("husleje"));
    CHECK(converted("-85,-175,-265") == std::string("both"));
    CHECK(converted("-100,-200,-300") == std::string());
}

TEST_CASE("A table of totals alone makes no proposal") {
    const auto made = proposal_of_table(tables::read("section,line,2026\nnet,Netto,5\n"), choices());
    CHECK(shown(made.diagnostics).starts_with("table.csv: error P881: no table was found: it has no lines"));
}

/// A printed table imported and computed: each line comes out as printed, and so do the totals that the table adds up rightly.
void comes_out_as_printed(const std::string& path, const std::vector<std::string>& wrong_totals) {
    const auto table = tables::read_file(path);
    const auto made = proposal_of_table(table, {wording::Language::danish, PROVENU_TESTS "/../" + path, "table"});
    REQUIRE(made.ok());
    const auto computed = support::compute(*made.value);
    std::size_t line = 0;
    for (const auto& row : table.rows) {
        if (row.section.starts_with("payback") || std::ranges::find(wrong_totals, row.section) != wrong_totals.end()) continue;
        std::string name = tables::is_line(row) ? computed.plan.lines.at(line++).id : row.section;
        if (const auto at = name.find("_total"); at != std::string::npos)
            name.replace(at, 6, at + 6 == name.size() ? ".total" : "");
        if (const auto at = name.find("_service"); at != std::string::npos) name[at] = '.';
        if (const auto at = name.find("_transfers"); at != std::string::npos) name[at] = '.';
        if (name == "recurring_net_efficiency") name = "recurring.net_efficiency";
        if (name == "net") name = "net.total";
        CAPTURE(path, row.label, name);
        for (std::size_t i = 0; i < row.values.size(); ++i)
            CHECK(computed.table(name)[i] == Approx(row.values[i].value_or(0)).margin(1e-9));
    }
}

TEST_CASE("The published tables make proposals that give their printed rows exactly") {
    // In the pathway programme's paper the net of 2030 and 2031 does not follow from its rows.
    comes_out_as_printed("examples/copenhagen/pathway-programme/printed.csv", {"net"});
    comes_out_as_printed("tests/cli/files/tables/municipality.xlsx", {"net"});
    // The specialist teams' rows are rounded and add up to 16,667 in 2027; the paper prints 16,666 of unrounded figures.
    comes_out_as_printed("examples/copenhagen/specialist-teams/printed.csv", {"net"});
}

}  // namespace
}  // namespace provenu::input
