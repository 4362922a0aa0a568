#include <catch2/catch.hpp>
#include <string>

#include "documents.hpp"
#include "provenu/output/page.hpp"
#include "provenu/output/writers.hpp"

using namespace provenu;
using namespace provenu::output::documents;
using report::Document;
using report::Heading;
using report::Paragraph;

namespace {

std::string page(const Document& document, const report::Data& data = report::Data(nullptr)) {
    return output::html({wording::Language::danish, "Forslag", document, data});
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// What stands between the tags of `main`.
std::string body(const Document& document) {
    const std::string whole = page(document);
    const std::size_t at = whole.find("<main>\n") + 7;
    return whole.substr(at, whole.find("</main>") - at);
}

}  // namespace

TEST_CASE("a page says its language, asks nothing of a network and names its title") {
    const std::string whole = page({{Heading{"Forslag", 1}}});
    CHECK(whole.starts_with("<!DOCTYPE html>\n<html lang=\"da\">"));
    CHECK(has(whole, "content=\"default-src 'none';"));
    CHECK(has(whole, "<title>Forslag</title>"));
    CHECK(!has(whole, "http://"));
    CHECK(!has(whole, "https://"));
}

TEST_CASE("headings skip no level and each of the second begins a section") {
    const Document document{{Heading{"A", 1}, Heading{"B", 2}, Paragraph{"b"}, Heading{"C", 4}, Heading{"D", 2}}};
    CHECK(body(document) ==
          "<h1>A</h1>\n<section>\n<h2>B</h2>\n<p>b</p>\n<h3>C</h3>\n</section>\n<section>\n<h2>D</h2>\n</section>\n");
}

TEST_CASE("a chain of reasoning is a list in lists") {
    report::Chain chain;
    chain.links = {{0, "a"}, {1, "b"}, {2, "c"}, {1, "d"}, {0, "e"}};
    std::string list = body({{chain}});
    std::erase(list, '\n');
    const std::string begin = "<ul class=\"chain\"><li>";
    CHECK(list == begin + "a" + begin + "b" + begin + "c</li></ul></li><li>d</li></ul></li><li>e</li></ul>");
}

TEST_CASE("a table has a caption, headings of columns and rows, and figures to the right") {
    auto document = table({row(Row::Role::line, "recurring", "Drift", {figure(1417.5), figure(-7200)})});
    const std::string text = body(document);
    CHECK(has(text, "<caption id=\"table-1\">Tabel 1</caption>"));
    CHECK(has(text, "<td class=\"unit\">1.000 kr.</td>"));
    CHECK(has(text, "<th scope=\"col\" class=\"number\">2026</th>"));
    CHECK(has(text,
              "<tr class=\"line\"><th scope=\"row\">Drift</th><td>Service</td><td class=\"number\">1.418</td>"
              "<td class=\"number\">-7.200</td></tr>"));
}

TEST_CASE("a result spans the years, a group all columns, and begins a body of the table") {
    Row result = row(Row::Role::result, "payback", "Tilbagebetaling", {{}, {}});
    result.outcome = report::Outcome{"4 år", figure(4), ""};
    Row group;
    group.role = Row::Role::group;
    group.cells = {{std::string("Drift"), "", ""}, {}, {}, {}};
    const std::string text = body(table({result, group}));
    CHECK(has(text, "<th scope=\"row\">Tilbagebetaling</th><td class=\"words\" colspan=\"3\">4 år</td>"));
    CHECK(has(text, "</tbody>\n<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"4\">Drift</th></tr>"));
}

TEST_CASE("a figure that is explained is a button that keeps its lines") {
    auto explained = figure(12);
    explained.explanation = "a \"b\" <c>\n  d & e";
    CHECK(has(body(table({row(Row::Role::line, "x", "Drift", {explained})})),
              "<button type=\"button\" class=\"why\" data-why=\"a &quot;b&quot; &lt;c&gt;&#10;  d &amp; e\">12</button>"));
}

TEST_CASE("words in a column of figures may break, figures may not") {
    const report::Cell words{std::string("2021: 1,5; 2022: 6,75; 2023: 12,375"), "", ""};
    const std::string text = body(table({row(Row::Role::line, "x", "Drift", {figure(-1234567.25, 2), words})}));
    CHECK(has(text, "<td class=\"number\">-1.234.567,25</td><td class=\"number long\">2021: 1,5;"));
}

TEST_CASE("wide tables are printed on a sheet lying down, and wider ones in smaller letters") {
    auto document = table({});
    auto& columns = std::get<report::Table>(document.items.front()).columns;
    columns.resize(8);
    CHECK(has(body(document), "<div class=\"table portrait\">"));
    columns.resize(9);
    CHECK(has(body(document), "<div class=\"table landscape\">"));
    columns.resize(16);
    CHECK(has(body(document), "<div class=\"table dense\">"));
}

TEST_CASE("the data in a page cannot end its script and are otherwise those that json writes") {
    const report::Data data(report::Data::Object{{"title", "</script><!-- <b>"}, {"net", report::Data::List{1.5, -2.0}}});
    const std::string whole = page({}, data);
    const std::string begin = "<script type=\"application/json\" id=\"figures\">\n";
    const std::size_t at = whole.find(begin) + begin.size();
    std::string written = whole.substr(at, whole.find("</script>", at) - at);
    CHECK(!has(written, "<"));
    for (std::size_t mark = 0; (mark = written.find("\\u003c")) != std::string::npos;) written.replace(mark, 6, "<");
    CHECK(written == output::json(data));
}

TEST_CASE("a picture stands in the page with its words below its caption") {
    report::Chart chart;
    chart.id = "net";
    chart.caption = "Netto & balance";
    chart.alternative = "Op <og> ned.";
    chart.categories = {"2026"};
    chart.series = {{report::Chart::Series::Kind::columns, "Netto", {1}}};
    const std::string text = body({{chart}});
    CHECK(has(text, "<figure id=\"chart-net\">"));
    CHECK(has(text, "role=\"img\""));
    CHECK(has(text, "aria-label=\"Netto &amp; balance\""));
    CHECK(has(text, "<figcaption><strong>Netto &amp; balance</strong> <span>Op &lt;og&gt; ned.</span></figcaption>"));
}
