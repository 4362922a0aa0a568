#include "tables/workbook.hpp"

#include <zip.h>

#include <catch2/catch.hpp>
#include <utility>

#include "tables/reading.hpp"
#include "tables/styles.hpp"

namespace provenu::tables {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;
using Values = std::vector<std::optional<double>>;
constexpr std::optional<double> blank;

/// A zip archive of these parts, in memory.
std::string packed(const Parts& parts) {
    zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(memory);
    zip_t* zip = zip_open_from_source(memory, ZIP_TRUNCATE, nullptr);
    for (const auto& [name, text] : parts)
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), ZIP_FL_OVERWRITE);
    REQUIRE(zip_close(zip) == 0);
    REQUIRE(zip_source_open(memory) == 0);
    std::string bytes(1u << 20, '\0');
    bytes.resize(static_cast<std::size_t>(zip_source_read(memory, bytes.data(), bytes.size())));
    zip_source_close(memory);
    zip_source_free(memory);
    return bytes;
}

const std::string rels_head = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
std::string relation(const std::string& id, const std::string& type, const std::string& target) {
    return "<Relationship Id='" + id + "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type +
           "' Target='" + target + "'/>";
}

/// A workbook with one sheet of these rows.
Parts book(const std::string& rows, const std::string& behind = "") {
    return {{"_rels/.rels", rels_head + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
            {"xl/workbook.xml", "<workbook xmlns:r='x'><sheets><sheet name='Ark1' sheetId='1' r:id='r1'/></sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels", rels_head + relation("r1", "worksheet", "worksheets/sheet1.xml") +
                                               relation("r2", "sharedStrings", "/xl/strings.xml") +
                                               relation("r3", "styles", "styles.xml") + "</Relationships>"},
            {"xl/strings.xml",
             "<sst><si><t>Effekt</t></si><si><r><t>Varig </t></r><r><t>effekt</t></r><rPh><t>x</t></rPh></si></sst>"},
            {"xl/styles.xml",
             "<styleSheet><numFmts><numFmt numFmtId='200' formatCode='#,##0,;-#,##0.0,'/></numFmts>"
             "<cellXfs><xf numFmtId='0'/><xf numFmtId='3'/><xf numFmtId='200'/></cellXfs></styleSheet>"},
            {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>"}};
}

const std::string years = "<row r='1'><c r='B1'><v>2026</v></c><c r='C1' t='str'><v>2027</v></c></row>";

std::string told(const Parts& parts, const std::string& name = {}) {
    return findings(read_workbook(packed(parts), "book.xlsx", name).diagnostics);
}

TEST_CASE("Shared, rich and inline texts, numbers and stored results of formulas are read") {
    const auto sheet = read_workbook(packed(book(years + "<row><c t='s'><v>1</v></c><c s='1'><v>-12.6</v></c>"
                                                         "<c><f>B2*2</f><v>-25.2</v></c></row>"
                                                         "<row r='4'><c r='A4' t='inlineStr'><is><t>Mere</t></is></c>"
                                                         "<c r='C4' s='2'><v>1500</v></c></row>")),
                                     "book.xlsx", "");
    REQUIRE(sheet.ok());
    const auto table = published(*sheet.value);
    REQUIRE(table.ok());
    REQUIRE(table.value->rows.size() == 2);
    CHECK(table.value->rows[0].label == "Varig effekt");
    CHECK(table.value->rows[0].values == Values{-12.6, -25.2});
    CHECK(table.value->rows[1].label == "Mere");
    CHECK(table.value->rows[1].values == Values{blank, 1.5});  // shown in thousands
    CHECK(table.value->rows[1].places[1].line == 4);
    CHECK(table.value->rows[1].places[1].column == 3);
    CHECK(table.value->sheet == "Ark1");
}

TEST_CASE("Hidden rows are left out, merged cells say how far they reach") {
    const auto sheet =
        read_workbook(packed(book("<row r='1'><c t='s'><v>0</v></c></row><row r='2' hidden='1'><c><v>7</v></c></row>",
                                  "<mergeCells><mergeCell ref='A1:B3'/></mergeCells>")),
                      "book.xlsx", "Ark1");
    REQUIRE(sheet.ok());
    CHECK(sheet.value->rows.size() == 1);
    CHECK(sheet.value->rows[0][0].rows == 3);
    CHECK(sheet.value->hidden_rows == 1);
}

TEST_CASE("Errors and formulas without a result are no figures") {
    const auto sheet =
        read_workbook(packed(book(years + "<row><c t='s'><v>0</v></c><c t='e'><v>#REF!</v></c><c><f>SUM(B3:B9)</f></c></row>")),
                      "book.xlsx", "");
    REQUIRE(sheet.ok());
    const auto told_of = findings(published(*sheet.value).diagnostics);
    CHECK(told_of.find("book.xlsx:2:2: error P890: #REF! stands") != std::string::npos);
    CHECK(told_of.find("book.xlsx:2:3: error P890: =SUM(B3:B9) stands") != std::string::npos);
}

TEST_CASE("A number format says decimals and division by thousands, not texts around them") {
    const auto each = [](const char* code) { return std::pair(number_format(code).decimals, number_format(code).thousands); };
    CHECK(each("#,##0") == std::pair(0, 0));
    CHECK(each("#,##0.00;[Red]-#,##0.000") == std::pair(2, 0));
    CHECK(each("0.0\" mio. kr.\"") == std::pair(1, 0));
    CHECK(each("#,##0,") == std::pair(0, 1));
    CHECK(each("#,##0.0,,") == std::pair(1, 2));
    CHECK(each("_-* #,##0_-;-* #,##0_-") == std::pair(0, 0));
    CHECK(number_format("General").general);
}

TEST_CASE("A sheet is chosen by name, whatever its capitals; an unknown name gets the list") {
    CHECK(told(book(years), "ark1").empty());
    CHECK(told(book(years), "Ark2").starts_with("book.xlsx: error P889: there is no sheet Ark2\n   hint: its sheets are Ark1"));
}

TEST_CASE("Damaged and hostile workbooks are refused, each with what is wrong with it") {
    const auto without = [](const std::string& name) {
        Parts parts = book(years);
        std::erase_if(parts, [&](const auto& part) { return part.first == name; });
        return told(parts);
    };
    const auto with = [](const std::string& name, const std::string& text) {
        Parts parts = book(years);
        for (auto& part : parts)
            if (part.first == name) part.second = text;
        return told(parts);
    };
    CHECK(without("xl/workbook.xml").find("P888: this workbook cannot be read: it is neither") != std::string::npos);
    CHECK(without("xl/worksheets/sheet1.xml").find("a part that it names is missing") != std::string::npos);
    CHECK(with("xl/worksheets/sheet1.xml", "<worksheet><sheetData>").find("no well-formed XML") != std::string::npos);
    CHECK(told(book("<row><c t='s'><v>2</v></c></row>")).find("a cell refers to what is not there") != std::string::npos);
    CHECK(told(book("<row r='9999999'><c><v>2</v></c></row>")).find("a cell refers to what is not there") != std::string::npos);
    CHECK(with("xl/worksheets/sheet1.xml", "<worksheet>" + std::string(40u << 20, ' ') + "</worksheet>")
              .find("it unpacks to more than any table needs") != std::string::npos);
    std::string wide;
    for (int i = 1; i <= 31; ++i)
        wide += "<row r='" + std::to_string(i) + "'><c r='XFD" + std::to_string(i) + "'><v>1</v></c></row>";
    CHECK(told(book(wide)).find("P886: more than 500000 cells") != std::string::npos);
    CHECK(findings(read_workbook("PK\x03\x04 and nothing", "book.xlsx", "").diagnostics).find("zip archive") !=
          std::string::npos);
    CHECK(told({{"content.xml", "x"}}).find("OpenDocument") != std::string::npos);
}

TEST_CASE("Control characters and broken UTF-8 of a workbook do not come along") {
    const auto sheet = read_workbook(packed(book("<row><c t='inlineStr'><is><t>a&#x85;b\xFF\xE2\x80\xA8"
                                                 "c</t></is></c></row>")),
                                     "book.xlsx", "");
    REQUIRE(sheet.ok());
    CHECK(sheet.value->rows[0][0].text == "a b c");
}

TEST_CASE("A municipality's workbook gives the same table as the published CSV") {
    const auto book = read_file("tests/cli/files/tables/municipality.xlsx");
    const auto csv = read_file("examples/copenhagen/pathway-programme/printed.csv");
    CHECK(book.title == "Forløbsprogram for unge i midlertidige botilbud");
    CHECK(book.price_level == 2027);
    REQUIRE(book.rows.size() == csv.rows.size());
    for (std::size_t i = 0; i < csv.rows.size(); ++i) {
        CAPTURE(csv.rows[i].label);
        CHECK(book.rows[i].section == csv.rows[i].section);
        CHECK(book.rows[i].label == csv.rows[i].label);
        CHECK(book.rows[i].values == csv.rows[i].values);
        CHECK(book.rows[i].value == csv.rows[i].value);
        if (is_line(csv.rows[i])) CHECK(book.rows[i].area == csv.rows[i].area);
    }
}

}  // namespace
}  // namespace provenu::tables
