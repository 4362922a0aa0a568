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
