#include <catch2/catch.hpp>

#include "tables/reading.hpp"

namespace provenu::tables {
namespace {

using Values = std::vector<std::optional<double>>;
constexpr std::optional<double> blank;

/// The sections of the rows, one a line, with their areas.
std::string sections_of(const PublishedTable& table) {
    std::string all;
    for (const PublishedRow& row : table.rows) all += row.section + (row.area.empty() ? "" : "/" + row.area) + "\n";
    return all;
}

const char* const of_a_paper =
    "Forløbsprogram for unge;;;;\n"
    "Tabel 1. Økonomi;;;;\n"
    ";;;;\n"
    "1.000 kr., 2027-p/l;Styringsområde;2026;2027;2028\n"
    "Varige ændringer;;;;\n"
    "Køb af pladser;Service;;-5.090;-10.180\n"
    "Huslejetilskud*;Overførsler;;180;370\n"
    "Samlet varig ændring, Service*;;;-5.090;-10.180\n"
    "Heraf nettoeffektivisering*;;;-4.910;-9.810\n"
    "Samlet varig ændring;;;-4.910;-9.810\n"
    "Implementering;;;;\n"
    "Projektledelse;Service;810;1.215;0\n"
    "Samlede implementeringsomkostninger;;810;1.215;0\n"
    "Samlet økonomisk påvirkning;;810;-3.695;-9.810\n"
    "Tilbagebetalingstid baseret på totaløkonomi;4 år;;;\n"
    ";;;;\n"
    "* Beløbet flyttes.;;;;\n";

TEST_CASE("A paper's table is found by its years, headings and totals") {
    const auto table = read(of_a_paper);
    CHECK(table.title == "Forløbsprogram for unge");
    CHECK(table.unit->exponent == 3);
    CHECK(table.price_level == 2027);
    CHECK(table.years == quantity::Years{2026, 2028});
    CHECK(sections_of(table) ==
          "recurring/service\nrecurring/transfers\nrecurring_total_service/service\nrecurring_net_efficiency\n"
          "recurring_total\nimplementation/service\nimplementation_total\nnet\npayback_total\n");
    CHECK(table.rows[1].label == "Huslejetilskud*");
    CHECK(table.rows[0].values == Values{blank, -5090., -10180.});
    CHECK(table.rows[5].values == Values{810., 1215., 0.});
    CHECK(table.rows[8].value == 4.);
}

TEST_CASE("Without headings lines belong to the total below them") {
    CHECK(sections_of(read("x;2026;2027\nEffekt;;-100\nSamlet varig ændring;;-100\n"
                           "Start;50;\nSamlede implementeringsomkostninger;50;\nI alt;50;-100\n")) ==
          "recurring\nrecurring_total\nimplementation\nimplementation_total\nnet\n");
}

TEST_CASE("A heading with figures is the total of the lines below it, or the only line") {
    CHECK(sections_of(
              read("x;2026;2027\nVarige ændringer;;-100\nEffekt;;-60\nMere effekt;;-40\nImplementering;50;\nI alt;50;-100\n")) ==
          "recurring_total\nrecurring\nrecurring\nimplementation\nnet\n");
}

TEST_CASE("A heading's word is a line's name where the lines below do not add up to its figures") {
    CHECK(sections_of(read("x;2026;2027\nÅrlig drift;5;5\nEffekt;;-60\nI alt;5;-55\n")) == "recurring\nrecurring\nnet\n");
}

TEST_CASE("One sum below both groups is the net of all") {
    CHECK(sections_of(read("x;2026;2027\nVarige ændringer;;\nEffekt;;-60\nImplementering;;\nStart;50;\nI alt;50;-60\n")) ==
          "recurring\nimplementation\nnet\n");
}

TEST_CASE("The group may stand in a column of its own, and the years may be repeated under each group") {
    CHECK(sections_of(read("Art;Linje;2026;2027\nVarig;Effekt på køb;;-100\nVarig;Drift af team;;40\n"
                           "Implementering;Projektledelse;50;\n;Samlet økonomisk påvirkning;50;-60\n")) ==
          "recurring\nrecurring\nimplementation\nnet\n");
    CHECK(sections_of(read("Varige ændringer;2026;2027\nEffekt;;-100\nImplementering;2026;2027\nProjektledelse;50;\n")) ==
          "recurring\nimplementation\n");
}

TEST_CASE("Anlæg is one-off spending of that area, and a heading of an area holds for the rows below it") {
    CHECK(sections_of(read("x;2026;2027\nDrift;;\nLøn;7;7\nDrift i alt;7;7\nAnlæg;;\nBro;50;9\nAnlæg i alt;50;9\n"
                           "Overførsler;;\nHusleje;1;1\nNetto i alt;58;17\n")) ==
          "recurring\nrecurring_total\nimplementation/capital\nimplementation_total_capital/capital\n"
          "implementation/transfers\nnet\n");
}

TEST_CASE("A total's label may stand in any column before the years, that of areas too") {
    const auto table = read(
        "Område;Linje;2026;2027\nService;Løn;7;8\nOverførsler;Leje;5;6\nI alt drift;;12;14\n"
        "Engangsudgifter;;;\nService;Kurser;3;\nI alt engangsudgifter;;3;\nNettoeffekt;;15;14\n");
    CHECK(sections_of(table) ==
          "recurring/service\nrecurring/transfers\nrecurring_total\nimplementation/service\nimplementation_total\nnet\n");
    CHECK(table.rows[2].label == "I alt drift");
}

TEST_CASE("Where words do not tell what a total adds, its figures do") {
    const auto table = read(
        "x;2026;2027\nSundhedshus;;\nLøn;70;80\nLeje;50;60\nSundhedshus i alt;120;140\n"
        "Ny skole;;\nLærere;31;32\nNy skole i alt;31;32\nI alt;151;172\n");
    CHECK(sections_of(table) == "recurring\nrecurring\nsubtotal\nrecurring\nsubtotal\nnet\n");
    CHECK(table.rows[2].parts == std::vector<std::size_t>{0, 1});
    CHECK(table.rows[4].parts == std::vector<std::size_t>{3});
}

TEST_CASE("A slip in a line leaves the totals that agree with each other what they are") {
    CHECK(sections_of(read("x;2026;2027\nDrift;;\nLøn;70;80\nLeje;50;6\nDrift i alt;120;140\nAnlæg;;\nBro;9;8\n"
                           "Anlæg i alt;9;8\nNetto i alt;129;148\nAkkumuleret;129;277\n")) ==
          "recurring\nrecurring\nrecurring_total\nimplementation/capital\nimplementation_total_capital/capital\nnet\nbalance\n");
}

TEST_CASE("A row without a word for it is a total where it adds the rows above it, and the totals below agree only then") {
    const char* const text =
        "x;2026;2027;2028\nDrift;;;\nLøn;710;803;617\nLeje;502;611;433\nNye opgaver;1212;1414;1050\nDrift i alt;1212;1414;1050\n";
    CHECK(sections_of(read(text)) == "recurring\nrecurring\nsubtotal\nrecurring_total\n");
    CHECK(sections_of(read("x;2026;2027;2028\nDrift;;;\nLøn;710;803;617\nLeje;502;611;433\nNye opgaver;1212;1414;1050\n"
                           "Drift i alt;2424;2828;2100\n")) == "recurring\nrecurring\nrecurring\nrecurring_total\n");
}

TEST_CASE("A column that adds the years up is no year, and its years are known") {
    const auto table = read("x;2026;2027;2028;I alt 2026-27\nEffekt;1;2;3;3\n");
    CHECK(table.sum_heading == "I alt 2026-27");
    CHECK(table.sum_years == quantity::Years{2026, 2027});
    CHECK(table.rows[0].sum == 3.);
    CHECK(read("x;2026;2027;Total\nEffekt;1;2;3\n").sum_years == quantity::Years{2026, 2027});
    CHECK(read("x;2026;2027;Note\nEffekt;1;2;3\n").sum_heading.empty());
    CHECK(read("x;2026;2027;2015-2020\nEffekt;1;2;3\n").sum_heading.empty());
}

TEST_CASE("The unit that figures are rounded to shows in all of them, a slip or two in a large table aside") {
    CHECK(rounding_units(read("x;2026;2027;2028\nA;100;300;700\nB;1200;500;900\n")) == std::vector<double>{100, 50, 25, 10, 1});
    CHECK(rounding_units(read("x;2026;2027\nA;100;305\nB;1200;507\n")) == std::vector<double>{1});
    CHECK(rounding_units(read("x;2026;2027\nA;100;300\n")) == std::vector<double>{1});
    CHECK(
        rounding_units(read("x;2026;2027;2028;2029;2030;2031\nA;110;320;730;240;560;870\nB;980;170;1304;650;430;20\n")).front() ==
        10);
}

TEST_CASE("What stands below the table, and another table, is left out and said") {
    const auto read = read_text(std::string(of_a_paper) + "Årsværk;;2;3;3\nTabel 2;;2026;2027;2028\nAndet;;1;2;3\n");
    REQUIRE(read.ok());
    CHECK(read.value->rows.size() == 9);
    CHECK(findings(read.diagnostics).find("another table with years of its own follows and is left out") != std::string::npos);
}

TEST_CASE("A merged cell of an area covers the rows below it") {
    Sheet sheet;
    sheet.path = "book.xlsx";
    const auto text = [](const std::string& written, int rows = 1) {
        Cell cell;
        cell.text = written;
        cell.rows = rows;
        return cell;
    };
    sheet.rows = {{text(""), text("Styringsområde"), text("2026"), text("2027")},
                  {text("Den ene"), text("Anlæg", 2), text("1"), text("2")},
                  {text("Den anden"), text(""), text("1"), text("2")},
                  {text("Den tredje"), text(""), text("1"), text("2")}};
    const auto table = published(sheet);
    REQUIRE(table.ok());
    CHECK(sections_of(*table.value) == "recurring/capital\nrecurring/capital\nrecurring\n");
}

TEST_CASE("A text without years is no table, and one without rows has no lines") {
    CHECK(findings("Forslag;x\ny;z\n").find("error P881: no table was found: no row has years") != std::string::npos);
    CHECK(findings("Forslag;2026;2027\n").find("error P881: no table was found: it has no lines") != std::string::npos);
}

}  // namespace
}  // namespace provenu::tables
