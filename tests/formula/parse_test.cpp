#include "provenu/formula/parse.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "support/formulas.hpp"

using namespace provenu;
using provenu::support::bracketed;

namespace {

/// The first mistake as `P406 at 3 wide 2`, or the tree where there is none.
std::string outcome(const std::string& text) {
    const auto result = formula::parse(text, support::place_of(text));
    if (result.ok()) return bracketed(*result.value);
    const auto found = result.diagnostics.sorted().front();
    return found.code + " at " + std::to_string(found.place.column) + " wide " + std::to_string(found.place.width);
}

struct Case {
    std::string written;
    std::string expected;
};

}  // namespace

TEST_CASE("a formula binds as in school: powers, then products, then sums") {
    const Case cases[] = {
        {"1 + 2 * 3", "(1 + (2 * 3))"},
        {"(1 + 2) * 3", "((1 + 2) * 3)"},
        {"a - b - c", "(a + -(b) + -(c))"},
        {"a - (b - c)", "(a + -((b + -(c))))"},
        {"a + b + c", "(a + b + c)"},
        {"a + (b + c)", "(a + (b + c))"},
        {"a * b * c", "(a * b * c)"},
        {"a / b / c", "((a / b) / c)"},
        {"a / b * c", "((a / b) * c)"},
        {"-2 ^ 2", "-((2 ^ 2))"},
        {"(-2) ^ 2", "(-(2) ^ 2)"},
        {"2 ^ -1", "(2 ^ -(1))"},
        {"2 ^ 3 ^ 2", "(2 ^ (3 ^ 2))"},
        {"-2 * 3", "(-(2) * 3)"},
        {"2 * -3", "(2 * -(3))"},
        {"- -3", "-(-(3))"},
        {"+3", "3"},
        {"2 * 3 ^ 2", "(2 * (3 ^ 2))"},
    };
    for (const auto& [written, expected] : cases) {
        CAPTURE(written);
        CHECK(outcome(written) == expected);
    }
}

TEST_CASE("numbers take a percent sign or a unit, in Danish or English") {
    const Case cases[] = {
        {"50%", "0.5%"},
        {"16,1 %", "0.161%"},
        {"3/17", "(3 / 17)"},
        {"0,125", "0.125"},
        {"1.234.567,89", "1234567.89"},
        {"650 t.kr./FTE/year", "650 e3 kr./FTE/year"},
        {"650 t.kr./årsværk/år", "650 e3 kr./FTE/year"},
        {"46,2 mio. kr.", "46.2 e6 kr."},
        {"525500 kr.", "525500 e0 kr."},
        {"116 t.kr./month * 12 months/year", "(116 e3 kr./month * 12 months/year)"},
        {"3 FTE * adviser", "(3 FTE * adviser)"},
        {"20 places - 3", "(20 places + -(3))"},
        {"20 * places", "(20 * places)"},
    };
    for (const auto& [written, expected] : cases) {
        CAPTURE(written);
        CHECK(outcome(written) == expected);
    }
}

TEST_CASE("names may hold Danish letters, and a year may be picked") {
    const Case cases[] = {
        {"børn * måneder", "(børn * måneder)"},
        {"pris_2 + æble", "(pris_2 + æble)"},
        {"-recurring.total[2031]", "-(recurring.total[2031])"},
        {"saving[ 2029 ] / 2", "(saving[2029] / 2)"},
        {"max(0; places - 20)", "max(0; (places + -(20)))"},
        {"min(1; 2; max(a; b))", "min(1; 2; max(a; b))"},
        {"min (1; 2)", "min(1; 2)"},
        {"min * max", "(min * max)"},
    };
    for (const auto& [written, expected] : cases) {
        CAPTURE(written);
        CHECK(outcome(written) == expected);
    }
}

TEST_CASE("the signs of a text editor mean minus and times, and its spaces are spaces") {
    CHECK(outcome("a − b") == "(a + -(b))");
    CHECK(outcome("3 × b") == "(3 * b)");
    CHECK(outcome("3×4") == "(3 * 4)");
    CHECK(outcome("a\xC2\xA0+\tb\n+ c") == "(a + b + c)");
}

TEST_CASE("a name knows where in its formula it stands, in characters") {
    const auto tree = formula::parse("åæø × 3 − båd", {}).value;
    std::vector<int> offsets;
    formula::for_each_name(*tree, [&](const formula::Name& name) { offsets.push_back(name.offset); });
    CHECK(offsets == std::vector<int>{0, 10});
}

TEST_CASE("each mistake has its code, and its column counted in characters") {
    const Case cases[] = {
        {"2 * 1.234", "P401 at 5 wide 5"},
        {"åæø + 12,500", "P401 at 7 wide 6"},
        {"1 + 010", "P402 at 5 wide 3"},
        {"1.2.3", "P402 at 1 wide 5"},
        {"2 * Families", "P403 at 5 wide 8"},
        {"2 * Ærø", "P403 at 5 wide 3"},
        {"max(a, b)", "P404 at 6 wide 1"},
        {"a & b", "P405 at 3 wide 1"},
        {"a € b", "P405 at 3 wide 1"},
        {"a b", "P406 at 3 wide 1"},
        {"å 3", "P406 at 3 wide 1"},
        {"5 families", "P413 at 3 wide 8"},
        {"(a; b)", "P406 at 3 wide 1"},
        {"(a b)", "P406 at 4 wide 1"},
        {"a]", "P406 at 2 wide 1"},
        {"(a + b)[2029]", "P406 at 8 wide 1"},
        {"", "P407 at 1 wide 1"},
        {"a +", "P407 at 4 wide 1"},
        {"a * * b", "P407 at 5 wide 1"},
        {"()", "P407 at 2 wide 1"},
        {"max(; 2)", "P407 at 5 wide 1"},
        {"a + b)", "P408 at 6 wide 1"},
        {"2 * (a + b", "P409 at 5 wide 1"},
        {"min(1; 2", "P409 at 4 wide 1"},
        {"net[2029", "P409 at 4 wide 1"},
        {"net[", "P409 at 4 wide 1"},
        {"net[29]", "P411 at 5 wide 2"},
        {"net[next]", "P411 at 5 wide 4"},
        {"net[2029 kr.]", "P411 at 5 wide 8"},
        {"net[2029 %]", "P411 at 5 wide 6"},
        {"net[]", "P411 at 5 wide 1"},
        {"a + mxa(1; 2)", "P412 at 5 wide 3"},
        {"sum(1; 2)", "P412 at 1 wide 3"},
        {"max(1,2)", "P414 at 1 wide 3"},
        {"2 * min(a)", "P414 at 5 wide 3"},
    };
    for (const auto& [written, expected] : cases) {
        CAPTURE(written);
        CHECK(outcome(written) == expected);
    }
}

TEST_CASE("all the words that mean nothing are found in one go") {
    const auto result = formula::parse("Ab + 1.234 & c", support::place_of(""));
    CHECK(result.diagnostics.sorted().size() == 3);
    CHECK_FALSE(result.value);
}

TEST_CASE("a number in a formula that reads in two ways is refused with both readings") {
    const auto found = formula::parse("1.234", {}).diagnostics.sorted().front();
    CHECK(found.arguments.at(1).value == "1234");
    CHECK(found.arguments.at(2).value == "1.2340");
}

namespace {

std::string repeated(const std::string& piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
}

}  // namespace

TEST_CASE("a formula nested too deeply is refused, however it nests") {
    const std::string deep_but_fine = repeated("(", 50) + "1" + repeated(")", 50);
    CHECK(outcome(deep_but_fine) == "1");
    for (const std::string piece : {"(", "-", "2^", "a/", "a*b/", "max(1; ", "(a/"}) {
        CAPTURE(piece);
        CHECK(outcome(repeated(piece, 1000) + "1").substr(0, 4) == "P410");
    }
}

TEST_CASE("a sum may be as long as it likes: it nests no deeper") {
    const auto tree = formula::parse(repeated("a + b - ", 80'000) + "1", {}).value;
    REQUIRE(tree);
    CHECK((*tree)->operands.size() == 2 * 80'000 / 8 + 1);
}

TEST_CASE("a formula of any length and made of anything is read to its end") {
    CHECK(outcome(repeated("(", 1 << 20)).substr(0, 4) == "P410");
    for (const std::string piece :
         {"1+", "1 ", "a-", "åæø", "a*", "max(", "a/", "1,5 kr./FTE + ", "[", "€", "1.234 ", ";", "-"}) {
        CAPTURE(piece);
        CHECK_FALSE(
            outcome(repeated(piece, 1 << 17)).empty());  // minutes, were any of it quadratic; the runner's limit would tell
    }
}
