#include "provenu/output/pictures.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <string>

#include "output/canvas.hpp"

using namespace provenu;
using report::Bars;
using report::Chart;
using Kind = Chart::Series::Kind;

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// Net -100, 300 and the balance -100, 200.
Chart two_years() {
    Chart chart;
    chart.id = "net";
    chart.caption = "Netto";
    chart.unit = "1.000 kr.";
    chart.alternative = "Op og ned.";
    chart.categories = {"2026", "2027"};
    chart.series = {{Kind::columns, "Netto", {-100, 300}}, {Kind::line, "Balance", {-100, 200}}};
    return chart;
}

int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++found;
    return found;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// The value of an attribute of the element that begins with `start`.
double attribute(const std::string& svg, const std::string& start, const std::string& name) {
    const std::size_t at = svg.find(start);
    REQUIRE(at != std::string::npos);
    const std::size_t value = svg.find(name + "=\"", at) + name.size() + 2;
    return std::stod(svg.substr(value, svg.find('"', value) - value));
}

}  // namespace

// The axis runs from -100 to 300 over 280 pixels: 0.7 a unit. Ticks of 100 are 70 apart.
TEST_CASE("columns begin at the line of nought and are as long as the axis says") {
    Chart chart = two_years();
    chart.series.pop_back();
    const std::string svg = output::svg(chart, {});
    const std::string saved = "<rect x=\"";
    const std::size_t first = svg.find(saved);
    const std::size_t legend = svg.find(saved, first + 1);
    const std::string below = svg.substr(legend);  // behind the legend's sample
    const double zero = attribute(svg, "stroke=\"#1b2430\" stroke-width=\"1.5\"", "stroke-width");
    CHECK(zero == 1.5);
    CHECK(attribute(below, saved, "height") == Approx(70));                                       // 100 x 0.7
    CHECK(attribute(below.substr(1), saved, "height") == Approx(210));                            // 300 x 0.7
    CHECK(attribute(below.substr(1), saved, "y") + 210 == Approx(attribute(below, saved, "y")));  // both at nought
}

TEST_CASE("a line goes through the middle of its categories at its values") {
    const std::string svg = output::svg(two_years(), {});
    const std::size_t last = svg.rfind("<polyline points=\"");  // over its halo
    const std::string points = svg.substr(last + 18, svg.find('"', last + 18) - last - 18);
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    REQUIRE(std::sscanf(points.c_str(), "%lf,%lf %lf,%lf", &x1, &y1, &x2, &y2) == 4);
    CHECK(y1 - y2 == Approx(210));                                                             // from -100 to 200
    CHECK(has(svg, "<text x=\"" + output::digits(x1) + "\" y=\"" + output::digits(y1 + 20)));  // 2026 below -100, the lowest tick
    CHECK(has(svg, "<text x=\"" + output::digits(x2)));
    CHECK(x2 - x1 == Approx((710 - (x1 - (x2 - x1) / 2)) / 2));  // two categories side by side up to the edge of 10
}

TEST_CASE("a picture says what it is and what it shows, and figures as its reader writes them") {
    Chart chart = two_years();
    chart.series[0].values = {-1000, 3000};
    const std::string danish = output::svg(chart, {});
    CHECK(has(danish, "role=\"img\""));
    CHECK(has(danish, "<title>Netto</title>\n<desc>Op og ned.</desc>"));
    CHECK(has(danish, ">3.000</text>"));
    CHECK(has(danish, ">1.000 kr.</text>"));
    CHECK(has(output::svg(chart, {.language = wording::Language::english}), ">3,000</text>"));
}

TEST_CASE("a year without a value breaks the line") {
    Chart chart = two_years();
    chart.categories = {"1", "2", "3", "4", "5"};
    chart.series = {{Kind::line, "a", {1, 2, nothing, 4, 5}}};
    CHECK(count(output::svg(chart, {}), "<polyline") == 2 * 3);  // the legend's and two pieces, each over its halo
}

TEST_CASE("lines are told apart without colours: by dashes and by the form of their points") {
    Chart chart = two_years();
    chart.series = {{Kind::line, "a", {1, 2}}, {Kind::line, "b", {2, 3}}, {Kind::line, "c", {3, 4}}, {Kind::line, "d", {4, 5}}};
    const std::string svg = output::svg(chart, {});
    CHECK(count(svg, "<circle") == 3);  // the first: its sample and two points
    for (const char* dashes : {"\"7 4\"", "\"2 3\"", "\"10 3 2 3\""}) CHECK(count(svg, dashes) == 2);
}

TEST_CASE("what a label says is no markup") {
    Chart chart = two_years();
    chart.caption = "</title><script>alert(1)</script>";
    chart.series[0].label = "\"><b>&\x01";
    chart.categories[0] = "<2026>";
    const std::string svg = output::svg(chart, {});
    CHECK(!has(svg, "<script"));
    CHECK(!has(svg, "<b>"));
    CHECK(has(svg, "&quot;&gt;&lt;b&gt;&amp;</text>"));
    CHECK(has(svg, "&lt;2026&gt;"));
}

TEST_CASE("in a page a picture takes the page's colours, alone it has its own") {
    const std::string page = output::svg(two_years(), {.in_page = true});
    CHECK(page.starts_with("<svg"));
    CHECK(has(page, "var(--chart-1)"));
    CHECK(!has(page, "#"));
    CHECK(!has(output::svg(two_years(), {}), "var("));
}

TEST_CASE("years that find no room side by side are named now and then") {
    Chart chart = two_years();
    chart.categories.clear();
    for (int year = 2026; year < 2066; ++year) chart.categories.push_back(std::to_string(year));
    chart.series = {{Kind::columns, "Netto", std::vector<double>(40, 1)}};
    const std::string svg = output::svg(chart, {.width = 360});
    CHECK(has(svg, ">2026</text>"));
    CHECK(!has(svg, ">2027</text>"));
}

TEST_CASE("bars of a tornado part at the planned value") {
    Bars bars;
    bars.caption = "Udsving";
    bars.bars = {{"Løn", -100, 300, ""}};
    bars.line = 0;
    bars.from_name = "lav";
    bars.to_name = "høj";
    const std::string svg = output::svg(bars, {});
    const std::size_t plain = svg.rfind("<rect x=\"");
    const std::size_t light = svg.rfind("<polygon points=\"");
    const double width = attribute(svg.substr(plain), "<rect", "width");
    double left = 0, top = 0, right = 0;
    REQUIRE(std::sscanf(svg.c_str() + light + 17, "%lf,%lf %lf", &left, &top, &right) == 3);
    CHECK(right - left == Approx(3 * width).margin(0.02));                                   // 300 against 100
    CHECK(attribute(svg.substr(plain), "<rect", "x") + width == Approx(left).margin(0.02));  // they meet
    CHECK(has(svg, ">lav</text>"));
}
