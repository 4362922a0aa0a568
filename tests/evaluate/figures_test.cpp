#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "provenu/evaluate/evaluate.hpp"
#include "support/books.hpp"
#include "support/formulas.hpp"
#include "support/proposals.hpp"

using namespace provenu;
using support::tree;

namespace {

/// The finding of division by zero in a proposal, `P430 at 9:3 in 2027`, or nothing.
std::string not_finite(const std::string& blocks) {
    const auto found = support::compute(support::proposal(blocks));
    const auto mistakes = evaluate::check_finite(found.plan.book, found.figures).sorted();
    if (mistakes.empty()) return "";
    return support::located(mistakes.front()) + " in " + mistakes.front().arguments.at(1).value;
}

}  // namespace

TEST_CASE("no figure is minus nought") {
    const auto book = support::book({{"a", tree("0")}, {"b", tree("-a")}, {"c", tree("a * -5")}});
    const auto figures = evaluate::evaluate(formula::flatten(book));
    CHECK_FALSE(std::signbit(figures.scalar("b")));
    CHECK_FALSE(std::signbit(figures.scalar("c")));
    CHECK_FALSE(std::signbit(figures.table("c").front()));
}

TEST_CASE("a scalar has its value in every year, and a series its carried level") {
    const auto series = formula::make(formula::Yearly{2027, true}, {tree("5"), tree("7")});
    const auto figures = evaluate::evaluate(formula::flatten(support::book({{"a", tree("3")}, {"s", series}})));
    CHECK(figures.table("a") == std::vector<double>(6, 3));
    CHECK(figures.table("s") == std::vector<double>{0, 5, 7, 7, 7, 7});
    CHECK(figures.carried("s") == 7);
    CHECK(figures.has("s"));
    CHECK_FALSE(figures.has("t"));
}

TEST_CASE("a division by zero is found at the name that divides, with its first year") {
    const std::string line = "recurring:\n  - {id: a, label: A, cost: x}\n";
    CHECK(not_finite("inputs:\n  y: {2026: 2, 2027: 0, 2028..: 1}\n  x: 10 / y\n" + line) == "P430 at 10:3 in 2027");
    CHECK(not_finite("inputs:\n  y: {2026..: 2}\n  x: 10 / y\n" + line).empty());
    CHECK(not_finite("inputs:\n  y: 300\n  x: 10 ^ y * 10 ^ y\n" + line) == "P430 at 10:3 in 2026");
}

TEST_CASE("what never pays back is infinite by right, and no mistake") {
    CHECK(not_finite("recurring:\n  - {id: a, label: A, cost: 5}\n").empty());
    CHECK(
        not_finite("recurring:\n  - {id: a, label: A, cost: 5}\nkey_figures:\n  - {id: k, label: K, value: payback}\n").empty());
}
