#include "tables/figures.hpp"

#include <catch2/catch.hpp>

#include "tables/reading.hpp"

namespace provenu::tables {
namespace {

using Values = std::vector<std::optional<double>>;
constexpr std::optional<double> blank;

/// The figures of one line under as many years.
Values values(const std::string& cells, const std::string& above = "") {
    const auto count = static_cast<int>(std::count(cells.begin(), cells.end(), '|')) + 1;
    std::string heading = above + "\tlinje";
    for (int i = 0; i < count; ++i) heading += "\t" + std::to_string(2026 + i);
    std::string row = "\n\tSupervision\t" + cells + "\n";
    std::replace(row.begin(), row.end(), '|', '\t');
    return read(heading + row).rows.at(0).values;
}

std::string codes(const std::string& cells) {
    std::string row = "\tx\t2026\t2027\n\ty\t" + cells + "\n";
    std::replace(row.begin(), row.end(), '|', '\t');
    std::string all;
    for (const auto& each : read_text(row).diagnostics.sorted())
        if (each.severity == diag::Severity::error) all += each.code;
    return all;
}

TEST_CASE("Below zero is a minus in front or behind, a Unicode minus, a dash or parentheses") {
    CHECK(values("-5|\u22125|\u20135|5-|(5)|- 5|+5|5*") == Values{-5., -5., -5., -5., -5., -5., 5., 5.});
}

TEST_CASE("A dash alone is empty, as an empty cell is; nought is nought") {
    CHECK(values("-|\u2013|\u2014||0") == Values{blank, blank, blank, blank, 0.});
}

TEST_CASE("A figure that reads in one way settles those that read in two") {
    CHECK(values("1.234|1.234.567") == Values{1234., 1234567.});
    CHECK(values("1.234|0,5") == Values{1234., .5});
    CHECK(values("1,234|0.5") == Values{1234., .5});
    CHECK(values("1.234|2.5") == Values{1.234, 2.5});
    CHECK(values("1.234|1.234,5") == Values{1234., 1234.5});
    CHECK(values("1 234|1\u00A0234,5") == Values{1234., 1234.5});
}

TEST_CASE("Else the unit above settles it, else whole figures below a thousand") {
    CHECK(values("1.234|5.000", "1.000 kr.\n") == Values{1234., 5000.});
    CHECK(values("1,234|5,000", "DKK 1,000\n") == Values{1234., 5000.});
    CHECK(values("1.234|820") == Values{1234., 820.});
}

TEST_CASE("What still reads in two ways is refused with both readings, and so are two decimal marks in one table") {
    CHECK(codes("1.234|5.678") == "P882P882");
    CHECK(codes("1.234|8200") == "P882");
    CHECK(codes("1,5|1.5") == "P891");
    CHECK(codes("1.2.3|5") == "P883");
    CHECK(codes("#REF!|=SUM(A1)") == "P890P890");
}

TEST_CASE("Semicolons between the cells say that the comma is the decimal mark") {
    CHECK(read(";linje;2026;2027\n;Supervision;1.234;5.678\n").rows.at(0).values == Values{1234., 5678.});
}

TEST_CASE("The last digit printed is the step of the table") {
    CHECK(read(";l;2026;2027\n;x;1;2\n").step == 1);
    CHECK(read(";l;2026;2027\n;x;1,2;2\n").step == Approx(.1));
    CHECK(read(";l;2026;2027\n;x;1,25;2,1\n").step == Approx(.01));
}

}  // namespace
}  // namespace provenu::tables
