#include <catch2/catch.hpp>

#include "tables/reading.hpp"

namespace provenu::tables {
namespace {

using Values = std::vector<std::optional<double>>;
constexpr std::optional<double> blank;

TEST_CASE("A table with a section column is read cell by cell, empty cells as empty") {
    const auto table = read(
        "section,line,area,2026,2027,2028,value,note\n"
        "recurring,\"Støtte, i hjemmet\",service,,-5090,0,,*\n"
        "recurring_total_service,\"Samlet, Service*\",,,-5090,0,,\n"
        "net,Samlet økonomisk påvirkning,,,-5090.5,,,\n"
        "payback_service,Tilbagebetalingstid,,,,,4,\n");
    CHECK(table.years == quantity::Years{2026, 2028});
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[0].section == "recurring");
    CHECK(table.rows[0].label == "Støtte, i hjemmet");
    CHECK(table.rows[0].area == "service");
    CHECK(table.rows[0].values == Values{blank, -5090.0, 0.0});
    CHECK(table.rows[0].note == "*");
    CHECK(table.rows[0].place.line == 2);
    CHECK(table.rows[0].places[1].column == 40);
    CHECK(table.rows[1].area == "service");
    CHECK(table.rows[2].values == Values{blank, -5090.5, blank});
    CHECK(table.rows[3].value == 4.0);
    CHECK(table.step == 0.1);
}

TEST_CASE("The published tables of two committees are read as printed") {
    const auto pathway = read_file("examples/copenhagen/pathway-programme/printed.csv");
    REQUIRE(pathway.rows.size() == 18);
    CHECK(pathway.years == quantity::Years{2026, 2031});
    CHECK(pathway.rows[0].values == Values{blank, -5090.0, -10180.0, -20940.0, -23320.0, -25120.0});
    CHECK(pathway.rows[5].area == "transfers");
    CHECK(pathway.rows[15].section == "net");
    CHECK(pathway.rows[15].values == Values{2725.0, 5447.0, -562.0, -6885.0, -8800.0, -10140.0});
    CHECK(pathway.rows[17].value == 4.0);
    const auto teams = read_file("examples/copenhagen/specialist-teams/printed.csv");
    REQUIRE(teams.rows.size() == 17);
    CHECK(teams.rows[6].section == "recurring_total_service");
    CHECK(teams.rows[1].values == Values{blank, 1959.0, 5550.0, 11100.0, 11100.0, 11100.0});
    CHECK(teams.step == 1);
}

TEST_CASE("Years out of order, unknown sections and cells too many are found where they stand") {
    CHECK(findings("section,line,2026,2028\nnet,x,1,2\n").starts_with("table.csv:1:19: error P884"));
    CHECK(findings("section,line,2026\nrecuring,x,1\n").starts_with("table.csv:2:1: error P885"));
    CHECK(findings("section,line,2026\nnet,Samlet, service,1\n").starts_with("table.csv:2:21: error P880"));
    CHECK(findings("section,line,2026\nnet,Samlet,mange\n").starts_with("table.csv:2:12: error P883"));
}

TEST_CASE("What this program prints beside a Table 1 is left out") {
    const auto table = read(
        "section;line;area;2026;2027;value;note\n"
        "net;Samlet økonomisk påvirkning;;-5;7;;\n"
        "npv;Nutidsværdi;;;;-17944;\n"
        "irr;Intern rente;;;;0,4684;\n"
        "fte;Team;;2,0;13,4;;\n"
        "frame_freed;Frigjort;;1;2;;\n");
    CHECK(table.rows.size() == 1);
}

TEST_CASE("A payback in words gives its years") {
    const auto years = [](const std::string& cell) {
        return read("section,line,2026,value\npayback_total,Tilbagebetalingstid,," + cell + "\n").rows[0].value;
    };
    CHECK(years("4 år (vender i 2030)") == 4.0);
    CHECK(years("\"4,5\"") == 4.5);
    CHECK(years("\"2034, efter tabellens år (8 år; præcis 8,2)\"") == 8.0);
    CHECK_FALSE(years("tilbagebetales ikke").has_value());
}

}  // namespace
}  // namespace provenu::tables
