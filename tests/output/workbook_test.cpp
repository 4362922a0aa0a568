#include "provenu/output/workbook.hpp"

#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <system_error>

#include "output/workbook_charts.hpp"

using namespace provenu;

namespace {

report::Workbook small_workbook() {
    report::Workbook workbook;
    report::WorkSheet sheet;
    sheet.name = "One";
    sheet.cells.push_back({0, 0, report::LiveFormula{"1+1", 2.0}, {}, 0});
    workbook.sheets.push_back(sheet);
    return workbook;
}

/// No file can be opened while it lives.
class WithoutFiles {
 public:
    WithoutFiles() {
        ::getrlimit(RLIMIT_NOFILE, &before_);
        const rlimit none{0, before_.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &none);
    }
    ~WithoutFiles() { ::setrlimit(RLIMIT_NOFILE, &before_); }
    WithoutFiles(const WithoutFiles&) = delete;
    WithoutFiles& operator=(const WithoutFiles&) = delete;

 private:
    rlimit before_{};
};

}  // namespace

TEST_CASE("a workbook that cannot be written is a finding that says why", "[workbook]") {
    // A sanitizer looks at an object's class through a pipe, once: it must have seen this one while files can be opened.
    REQUIRE_FALSE(std::generic_category().message(EMFILE).empty());
    const auto bytes = [] {
        const WithoutFiles without;
        return output::xlsx(small_workbook());
    }();
    REQUIRE_FALSE(bytes.ok());
    CHECK(bytes.diagnostics.sorted().front().code == "P910");
}

TEST_CASE("what a spreadsheet cannot hold makes no file, but a finding", "[workbook]") {
    const auto code_of = [](const report::Workbook& workbook) {
        const auto bytes = output::xlsx(workbook);
        return bytes.ok() ? std::string("none") : bytes.diagnostics.sorted().front().code;
    };
    report::Workbook workbook = small_workbook();
    CHECK(code_of(workbook) == "none");
    SECTION("two sheets of one name, whatever the capitals") {
        workbook.sheets.push_back(workbook.sheets.front());
        workbook.sheets.back().name = "ONE";
    }
    SECTION("a name of a sheet beyond 31 characters") {
        workbook.sheets.front().name = std::string(32, 'a');
    }
    SECTION("a formula of nothing") {
        workbook.sheets.front().cells.front().content = report::LiveFormula{"", 0.0};
    }
    SECTION("a formula beyond 8,192 characters") {
        workbook.sheets.front().cells.front().content = report::LiveFormula{"1" + std::string(8'192, '0'), 0.0};
    }
    SECTION("a cell below the last line") {
        workbook.sheets.front().cells.front().line = 1'048'576;
    }
    SECTION("a name of cells that is none") {
        workbook.names.push_back({"1 st", "=One!$A$1"});
    }
    CHECK(code_of(workbook) == "P910");
}

TEST_CASE("the same workbook gives the same bytes, an archive", "[workbook]") {
    const auto bytes = output::xlsx(small_workbook());
    REQUIRE(bytes.ok());
    CHECK(bytes.value->substr(0, 2) == "PK");
    CHECK(*bytes.value == *output::xlsx(small_workbook()).value);
}

TEST_CASE("series that are lines leave the columns, and take their axes along", "[workbook]") {
    const std::string columns =
        "<c:plotArea><c:barChart><c:barDir val=\"col\"/><c:ser>net</c:ser><c:ser>balance</c:ser><c:axId val=\"1\"/><c:axId "
        "val=\"2\"/>"
        "</c:barChart><c:catAx/></c:plotArea>";
    const std::string both =
        "<c:plotArea><c:barChart><c:barDir val=\"col\"/><c:ser>net</c:ser><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>"
        "<c:lineChart><c:grouping val=\"standard\"/><c:ser>balance</c:ser><c:marker val=\"1\"/><c:axId val=\"1\"/><c:axId "
        "val=\"2\"/>"
        "</c:lineChart><c:catAx/></c:plotArea>";
    const std::vector<report::SheetChart::Series> series{{"net", "", "", false}, {"balance", "", "", true}};
    CHECK(output::with_lines(columns, series) == both);
}
