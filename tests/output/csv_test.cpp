#include <catch2/catch.hpp>

#include "documents.hpp"
#include "provenu/output/writers.hpp"

using namespace provenu;
using namespace provenu::output::documents;
using Role = Row::Role;

namespace {

const output::CsvDialect danish = output::csv_dialect(wording::Language::danish);
const output::CsvDialect english = output::csv_dialect(wording::Language::english);

}  // namespace

TEST_CASE("CSV has a header, every row but groups, figures as printed without thousands separators") {
    const auto document = table({row(Role::group, "", "Varige", {{}, {}}),
                                 row(Role::line, "recurring", "Drift", {figure(1417.5), figure(-12345.4)}),
                                 row(Role::line, "fte", "Hold", {figure(2.162, 1), {}})});
    CHECK(output::csv(document, danish) ==
          "section;line;area;2026;2027;value;note\n"
          "recurring;Drift;service;1418;-12345;;\n"
          "fte;Hold;service;2,2;;;\n");
    CHECK(output::csv(document, english) ==
          "section,line,area,2026,2027,value,note\n"
          "recurring,Drift,service,1418,-12345,,\n"
          "fte,Hold,service,2.2,,,\n");
}

TEST_CASE("CSV tells marks, notes and results in columns of their own") {
    Row marked = row(Role::line, "recurring", "Husleje", {figure(1), {}});
    marked.mark = "*";
    marked.reference = "1)";
    marked.note = "foreløbigt";
    Row result = row(Role::result, "payback_total", "Tid", {{}, {}});
    result.cells[1] = {};
    result.outcome = {"4 år (præcis 4,8; vender i 2030)", figure(4), "4 år (præcis 4,8; vender i 2030)"};
    CHECK(output::csv(table({marked, result}), danish) ==
          "section;line;area;2026;2027;value;note\n"
          "recurring;Husleje*;service;1;;;\"*; foreløbigt\"\n"
          "payback_total;Tid;;;;4;\"4 år (præcis 4,8; vender i 2030)\"\n");
}

TEST_CASE("CSV defuses texts that a spreadsheet would run, and leaves negative figures alone") {
    for (const std::string start : {"=", "+", "-", "@"}) {
        const std::string csv = output::csv(table({row(Role::line, "x", start + "1", {figure(-1), {}})}), danish);
        CHECK(csv.find("x;'" + start + "1;service;-1;") != std::string::npos);
    }
    CHECK(output::csv(table({row(Role::line, "x", "\t=1", {{}, {}})}), danish).find("x;' =1;") != std::string::npos);
}

TEST_CASE("CSV quotes a separator or a quote inside a text") {
    const auto document = table({row(Role::line, "x", "a;b \"c\", d", {{}, {}})});
    CHECK(output::csv(document, danish).find("x;\"a;b \"\"c\"\", d\";service") != std::string::npos);
    CHECK(output::csv(document, english).find("x,\"a;b \"\"c\"\", d\",service") != std::string::npos);
}

TEST_CASE("CSV starts with a byte order mark when asked, and lays several tables under one header") {
    auto document = table({row(Role::line, "recurring", "a", {figure(1), {}})});
    report::Table key_figures;
    key_figures.columns = {
        {"", "line", Column::Align::left}, {"Værdi", "value", Column::Align::right}, {"Enhed", "note", Column::Align::left}};
    Row cost;
    cost.section = "key_figure";
    cost.cells = {{std::string("Pris"), "", ""}, figure(23.333, 1), {std::string("kr. pr. plads"), "", ""}};
    key_figures.rows = {cost};
    document.items.emplace_back(key_figures);
    CHECK(output::csv(document, {';', ',', true}) ==
          "\xEF\xBB\xBF"
          "section;line;area;2026;2027;value;note\n"
          "recurring;a;service;1;;;\n"
          "key_figure;Pris;;;;23,3;kr. pr. plads\n");
}

TEST_CASE("the list of formats writes a document by name") {
    std::vector<std::string> names;
    for (const output::Format& format : output::formats()) names.emplace_back(format.name);
    CHECK(names == std::vector<std::string>{"table", "markdown", "csv"});
    const auto document = table({row(Role::line, "x", "a", {figure(1), {}})});
    CHECK(output::formats()[2].write(document, wording::Language::english) == output::csv(document, english));
}
