#include <catch2/catch.hpp>

#include "tables/reading.hpp"

namespace provenu::tables {
namespace {

using Row = std::vector<std::string>;

std::vector<Row> cells_of(const std::string& text) {
    diag::Diagnostics found;
    const auto source = diag::as_text(text, "table.csv", found);
    REQUIRE(source);
    const auto sheet = sheet_of(source, found);
    REQUIRE(sheet);
    std::vector<Row> rows;
    for (const auto& row : sheet->rows) {
        rows.emplace_back();
        for (const Cell& cell : row) rows.back().push_back(cell.text);
    }
    return rows;
}

TEST_CASE("Separators are told from decimal commas and commas in labels") {
    CHECK(separator_of("a,b,2026\nx,y,1\n") == ',');
    CHECK(separator_of("a;b;2026\nx, y;z;1,5\n") == ';');
    CHECK(separator_of("a\tb\t2026\nx; y\tz\t1,5\n") == '\t');
    CHECK(separator_of("Tabel 1, i 1.000 kr.\n\"x; y\",z,1\n\"v; w\",z,1\n") == ',');
    CHECK(separator_of("sep=;\na,b;c\n") == ';');
}

TEST_CASE("Cells in quotation marks hold separators, doubled quotation marks and line ends") {
    CHECK(cells_of("\"a, \"\"b\"\"\",c\r\n\"to\nlinjer\",d\r\n") == std::vector<Row>{{"a, \"b\"", "c"}, {"to linjer", "d"}});
    CHECK(cells_of("sep=;\na;b\n") == std::vector<Row>{{"a", "b"}});
    CHECK(cells_of("\xEF\xBB\xBFø;\xC2\xA0 2026 ;\n\nb") == std::vector<Row>{{"ø", "2026", ""}, {}, {"b"}});
}

TEST_CASE("The apostrophe before what would be a formula is taken away again") {
    CHECK(cells_of("'-Huslejetilskud,'=x,'s-Gravenhage\n") == std::vector<Row>{{"-Huslejetilskud", "=x", "'s-Gravenhage"}});
}

TEST_CASE("An open quotation mark and text behind a closed one are found where they stand") {
    CHECK(findings("a,b\nc,\"d\n").starts_with("table.csv:2:3: error P880: this cannot be read as CSV: this quotation mark"));
    CHECK(findings("a,b\n\"c\"d,e\n").starts_with("table.csv:2:4: error P880: this cannot be read as CSV: text follows"));
}

TEST_CASE("A place counts characters, not bytes") {
    diag::Diagnostics found;
    const auto sheet = sheet_of(diag::as_text("æøå,\"å\",2026\n", "table.csv", found), found);
    REQUIRE(sheet);
    CHECK(sheet->rows[0][2].place.column == 9);
    CHECK(sheet->rows[0][2].place.width == 4);
}

TEST_CASE("More cells than any table has are refused") {
    std::string text;
    for (int i = 0; i < 501; ++i) text += std::string(1000, ',') + "\n";
    CHECK(findings(text).starts_with("table.csv: error P886: more than 500000 cells"));
}

TEST_CASE("Excel's Windows-1252 is read and said; damaged UTF-8 and what is no text are not") {
    const auto read = read_sheet_bytes(
        "Omr\xE5"
        "de;2026;2027\n\xD8"
        "konomi \x96 10 \x80;1;2\n",
        "excel.csv");
    REQUIRE(read.ok());
    CHECK(read.value->rows[0][0].text == "Område");
    CHECK(read.value->rows[1][0].text == "Økonomi \u2013 10 \u20AC");
    CHECK(findings(read.diagnostics).find("warning P898") != std::string::npos);
    CHECK_FALSE(read_sheet_bytes("Omr\xC3\xA5"
                                 "de \xC3\x98kon\xE5;1\n",
                                 "damaged.csv")
                    .ok());
    CHECK_FALSE(read_sheet_bytes("a\x81"
                                 "b;1\n",
                                 "other.csv")
                    .ok());
    CHECK_FALSE(read_sheet_bytes(std::string("a\xE5\0b;1\n", 7), "binary.csv").ok());
}

}  // namespace
}  // namespace provenu::tables
