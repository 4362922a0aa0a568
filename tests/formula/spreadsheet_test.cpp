#include "provenu/formula/spreadsheet.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <string>
#include <vector>

#include "provenu/formula/program.hpp"

using namespace provenu;
using formula::make;
using formula::name;
using formula::number;
using formula::Tree;

namespace {

/// A book of the years 2026..2029 and two beyond. `a` and `b` are scalars, `f` and `g` yearly; the scalar `i` stands in a cell of
/// another sheet. The last one, `x`, is what is asked for.
formula::Book book_of(const Tree& asked) {
    formula::Book book;
    book.axis = {{2026, 2029}, 2};
    const auto define = [&](const std::string& id, Tree tree) {
        formula::Definition definition;
        definition.name = id;
        definition.shape = formula::shape_of(tree, [&](const std::string& of) { return book.find(of)->shape; });
        definition.tree = std::move(tree);
        book.index.emplace(id, book.definitions.size());
        book.definitions.push_back(std::move(definition));
    };
    define("i", number(650));
    define("a", number(2));
    define("b", number(3));
    define("f", make(formula::Yearly{2026, true}, {number(-100)}));
    define("g", make(formula::Yearly{2026, true}, {number(7)}));
    define("x", asked);
    return book;
}

/// Every row in the line of its number; scalars in column B, years in C to F, G and H beyond, I carried.
formula::Grid grid_of(const formula::Spreadsheet& sheet) {
    formula::Grid grid;
    grid.lines.resize(sheet.rows().size());
    std::iota(grid.lines.begin(), grid.lines.end(), 2);
    grid.value_column = 1;
    grid.first_column = 2;
    return grid;
}

/// Rows a 2, b 3, f 4, g 5, then what x needs, x last.
formula::Spreadsheet sheet_of(const formula::Book& book) {
    const auto input = [&](const Tree& tree) {
        return tree == book.find("i")->tree ? std::optional<std::string>("in_i") : std::nullopt;
    };
    return {book, {"i", "a", "b", "f", "g", "x"}, input};
}

std::string formula_of(const Tree& asked, int column) {
    const formula::Book book = book_of(asked);
    const formula::Spreadsheet sheet = sheet_of(book);
    return sheet.formula(*sheet.row_of("x"), column, grid_of(sheet));
}

/// The rows that stand between `g` and `x`, in one column.
std::vector<std::string> helpers_of(const Tree& asked, int column) {
    const formula::Book book = book_of(asked);
    const formula::Spreadsheet sheet = sheet_of(book);
    std::vector<std::string> formulas;
    for (std::size_t row = 4; row < *sheet.row_of("x"); ++row) formulas.push_back(sheet.formula(row, column, grid_of(sheet)));
    return formulas;
}

Tree month(int year, int month_of_year) {
    return formula::month(quantity::month_of(year, month_of_year));
}

struct Case {
    Tree tree;
    int column;
    std::string expected;
};

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) CHECK(formula_of(each.tree, each.column) == each.expected);
}

const Tree a = name("a"), b = name("b"), f = name("f"), g = name("g");

}  // namespace

TEST_CASE("arithmetic keeps its brackets where Excel would bind otherwise", "[spreadsheet]") {
    const Tree two = number(2), three = number(3);
    check({{formula::sum({a, b}), 0, "$B$2+$B$3"},
           {formula::difference(a, formula::sum({b, two})), 0, "$B$2-($B$3+2)"},
           {formula::product({a, formula::sum({b, two})}), 0, "$B$2*($B$3+2)"},
           {make(formula::Divide{}, {a, formula::product({b, two})}), 0, "$B$2/($B$3*2)"},
           {make(formula::Negate{}, {make(formula::Power{}, {two, two})}), 0, "-(2^2)"},
           {make(formula::Power{}, {make(formula::Negate{}, {two}), two}), 0, "(-2)^2"},
           {make(formula::Power{}, {two, make(formula::Power{}, {three, two})}), 0, "2^(3^2)"},
           {make(formula::Power{}, {make(formula::Power{}, {two, three}), two}), 0, "(2^3)^2"},
           {formula::sum({a, number(-3)}), 0, "$B$2+(-3)"},
           {make(formula::Extreme::least, {a, b}), 0, "MIN($B$2,$B$3)"},
           {make(formula::Extreme::greatest, {a, number(0)}), 0, "MAX($B$2,0)"},
           {make(formula::Add{}), 0, "0"},
           {make(formula::Multiply{}), 0, "1"},
           {number(0.1), 0, "0.1"},
           {number(1e-10), 0, "1E-10"}});
}

TEST_CASE("a yearly name stands in its own column, a scalar in its one cell, an input in its own sheet", "[spreadsheet]") {
    check({{formula::product({f, a}), 0, "C4*$B$2"},
           {formula::product({f, a}), 3, "F4*$B$2"},
           {formula::product({f, name("i")}), 6, "I4*in_i"},
           {make(formula::Pick{2028}, {f}), 0, "E4"},
           {make(formula::PickCarried{}, {f}), 0, "I4"}});
}

TEST_CASE("a series gives nothing outside its years, unless the last one holds", "[spreadsheet]") {
    const Tree ends = make(formula::Yearly{2027, false}, {a, b});
    const Tree holds = make(formula::Yearly{2027, true}, {a, b});
    check({{ends, 0, "0"}, {ends, 1, "$B$2"}, {ends, 2, "$B$3"}, {ends, 3, "0"}, {ends, 6, "0"}});
    check({{holds, 0, "0"}, {holds, 3, "$B$3"}, {holds, 6, "$B$3"}});
}

TEST_CASE("three rows and more are summed as ranges, neighbours as one", "[spreadsheet]") {
    check({{formula::sum({f, g}), 1, "D4+D5"}});
    check({{formula::sum({f, g, g, make(formula::Negate{}, {a})}), 1, "SUM(D4:D5,D5)-$B$2"}});
}

TEST_CASE("months of a year are counted on month numbers", "[spreadsheet]") {
    check({{make(formula::Overlap{}, {month(2026, 7), month(2028, 7)}), 0, "MAX(0,MIN(12*C$1+12,24342)-MAX(12*C$1,24318))"},
           {make(formula::Overlap{}, {month(2026, 7), month(2028, 7)}), 6, "0"},
           {make(formula::Overlap{}, {month(2026, 7)}), 1, "MAX(0,12*D$1+12-MAX(12*D$1,24318))"},
           {make(formula::Overlap{}, {month(2026, 7)}), 6, "12"}});
}

TEST_CASE("a ramp is the difference of its integral over the year", "[spreadsheet]") {
    const std::string u1 = "MAX(0,MIN(1,(12*C$1+12-$B$2)/MAX($B$3-$B$2,1E-9)))";
    const std::string u0 = "MAX(0,MIN(1,(12*C$1-$B$2)/MAX($B$3-$B$2,1E-9)))";
    const std::string full = "MAX(0,MIN(12,12*C$1+12-MAX($B$2,$B$3)))";
    check({{make(formula::Ramp::linear, {a, b}), 0, "((" + u1 + "^2/2-(" + u0 + "^2/2))*MAX($B$3-$B$2,1E-9)+" + full + ")/12"},
           {make(formula::Ramp::smooth, {a, b}), 0,
            "((" + u1 + "^3*(1-" + u1 + "/2)-(" + u0 + "^3*(1-" + u0 + "/2)))*MAX($B$3-$B$2,1E-9)+" + full + ")/12"},
           {make(formula::Ramp::linear, {a, b}), 6, "1"}});
}

TEST_CASE("a kernel is a sum of products with clamped weights over the years so far", "[spreadsheet]") {
    const std::string late = "(1-ABS((E$1-$C$1:E$1)-$B$2/12))";
    check({{make(formula::Kernel::running, {f}), 2, "SUM($C4:E4)"},
           {make(formula::Kernel::running, {f}), 6, "SUM($C4:F4)"},
           {make(formula::Kernel::delay, {f, a}), 2, "SUMPRODUCT($C4:E4,(ABS(" + late + ")-ABS(" + late + "-1)+1)/2)"},
           {make(formula::Kernel::delay, {f, a}), 6, "I4"},
           {make(formula::Kernel::stay_start, {f, a}), 1,
            "SUMPRODUCT($C4:D4,(ABS(($B$2-(D$1-$C$1:D$1)))-ABS(($B$2-(D$1-$C$1:D$1))-1)+1)/2)"},
           {make(formula::Kernel::leave_start, {f, a}), 0,
            "IF($B$2>0,SUMPRODUCT($C4:C4,(ABS((1-((C$1-$C$1:C$1))/$B$2))-ABS((1-((C$1-$C$1:C$1))/$B$2)-1)+1)/2),0)"}});
    CHECK(formula_of(make(formula::Kernel::stay_middle, {f, a}), 1).find("((D$1-$C$1:D$1)>=1)*(") != std::string::npos);
    CHECK(formula_of(make(formula::Kernel::leave_middle, {f, a}), 1).find("((D$1-$C$1:D$1)+1)/$B$2") != std::string::npos);
}

TEST_CASE("a flow that is no plain name gets a row of its own", "[spreadsheet]") {
    const Tree flow = formula::product({f, a});
    CHECK(helpers_of(make(formula::Kernel::running, {flow}), 1) == std::vector<std::string>{"D4*$B$2"});
    check({{make(formula::Kernel::running, {flow}), 1, "SUM($C6:D6)"},
           {make(formula::SumOver{{2026, 2029}}, {flow}), 0, "SUM($C$6:$F$6)"}});
}

TEST_CASE("what looks over years takes those years, not the others", "[spreadsheet]") {
    check({{make(formula::SumOver{{2027, 2028}}, {f}), 0, "SUM($D$4:$E$4)"},
           {make(formula::GreatestOver{{2026, 2029}}, {f}), 0, "MAX($C$4:$F$4)"},
           {make(formula::GreatestYear{{2026, 2029}}, {f}), 0, "$C$1+MATCH(MAX($C$4:$F$4),$C$4:$F$4,0)-1"}});
}

TEST_CASE("a turn is the last crossing of a balance that is continued beyond the table", "[spreadsheet]") {
    const Tree turn = make(formula::Moment::turn, {f});
    const std::string noise = "1E-10*MAX(MAX($C$4:$H$4),-MIN($C$4:$H$4))";
    const std::string crosses = "IF(AND(D6>" + noise + ",E6<=" + noise + "),E$1-C$1+MIN(1,D6/(D6-E6)),0)";
    CHECK(helpers_of(turn, 2) == std::vector<std::string>{"SUM($C4:E4)", crosses});
    CHECK(helpers_of(turn, 0) == std::vector<std::string>{"SUM($C4:C4)", ""});
    CHECK(formula_of(turn, 0) == "IF(H6>" + noise + ",1E+99,IF(MAX($C$7:$H$7)=0,-1E+99,MAX($C$7:$H$7)))");

    const Tree outlay = make(formula::Moment::first_outlay, {f});
    CHECK(helpers_of(outlay, 2) == std::vector<std::string>{"IF(E4>" + noise + ",1,0)"});
    CHECK(formula_of(outlay, 0) == "IF(SUM($C$6:$H$6)=0,0,MATCH(1,$C$6:$H$6,0)-1)");
}

TEST_CASE("a present value stands on a row of factors", "[spreadsheet]") {
    check({{make(formula::Discount::start, {f}), 2, "E6"},
           {make(formula::Discount::middle, {f}), 2, "E6/SQRT(1+F4)"},
           {make(formula::Discount::end, {f}), 5, "H6/(1+H4)"},
           {make(formula::Discount::end, {f}), 6, "0"}});
    CHECK(helpers_of(make(formula::Discount::start, {f}), 0) == std::vector<std::string>{"1"});
    CHECK(helpers_of(make(formula::Discount::start, {f}), 2) == std::vector<std::string>{"D6/(1+E4)"});
}

TEST_CASE("a rate of return is asked for where the flow changes its sign once", "[spreadsheet]") {
    const formula::ReturnRate only{{2026, 2029}, formula::ReturnRate::Ask::only};
    const formula::ReturnRate count{{2026, 2029}, formula::ReturnRate::Ask::count};
    const std::string changes = "SUMPRODUCT(($C$6:$E$6<>0)*($C$6:$E$6<>$D$6:$F$6))";
    const std::string rate = formula_of(make(only, {f}), 0);
    const std::string first = "IF(" + changes + "=1,IFERROR(IF(IRR($C$4:$F$4,0.1)>-1,IRR($C$4:$F$4,0.1),1/0),IFERROR(";
    CHECK(rate.substr(0, first.size()) == first);
    CHECK(formula_of(make(count, {f}), 0) == "IF(" + changes + "<=1," + changes + ",\"–\")");
}

TEST_CASE("rounding forgives binary noise as the engine does", "[spreadsheet]") {
    check({{make(formula::Round::down, {formula::sum({a, b})}), 0, "INT(($B$2+$B$3)+1E-9)"},
           {make(formula::Round::up, {formula::sum({a, b})}), 0, "-INT(1E-9-($B$2+$B$3))"},
           {make(formula::Round::nearest, {a}), 0, "ROUND($B$2,0)"}});
}

TEST_CASE("what has more operands than a cell takes is put together of parts", "[spreadsheet]") {
    const std::vector<Tree> terms(1000, formula::product({f, a}));
    const auto parts = helpers_of(make(formula::Add{}, terms), 0);
    CHECK(parts.size() > 3);
    for (const std::string& part : parts) CHECK(part.size() < 8192);
    CHECK(formula_of(make(formula::Add{}, terms), 1) == "SUM(D6:D" + std::to_string(5 + parts.size()) + ")");
    const std::vector<Tree> inputs(60, name("i"));
    CHECK(formula_of(make(formula::Multiply{}, inputs), 1) == "$B$6*$B$7");
    CHECK(formula_of(make(formula::Extreme::greatest, inputs), 1) == "MAX($B$6,$B$7)");
}

TEST_CASE("a formula deeper than a cell takes is broken into rows", "[spreadsheet]") {
    Tree deep = f;
    for (int level = 0; level < 200; ++level) deep = make(formula::Extreme::least, {number(level), deep});
    for (const std::string& row : helpers_of(deep, 0)) CHECK(std::count(row.begin(), row.end(), '(') <= 60);
    CHECK(helpers_of(deep, 0).size() >= 4);
}

TEST_CASE("columns are called by letters", "[spreadsheet]") {
    CHECK(formula::column_letters(0) == "A");
    CHECK(formula::column_letters(25) == "Z");
    CHECK(formula::column_letters(26) == "AA");
    CHECK(formula::column_letters(701) == "ZZ");
    CHECK(formula::column_letters(702) == "AAA");
}
