#include "provenu/formula/program.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/books.hpp"
#include "support/formulas.hpp"

using namespace provenu;
using namespace provenu::formula;
using support::tree;

TEST_CASE("every step comes after its operands") {
    const Program program =
        flatten(support::book({{"a", tree("2 * 3 + 4")}, {"b", tree("max(a; a * a)")}, {"c", tree("b - a")}}));
    for (std::size_t step = 0; step < program.steps.size(); ++step)
        for (const Slot operand : program.steps[step].operands) CHECK(operand < step);
    CHECK(program.slots.size() == 3);
}

TEST_CASE("a branch that trees share is one step") {
    const Tree shared = tree("1 + 2");
    const Program program = flatten(support::book({{"a", make(Multiply{}, {shared, shared})}, {"b", make(Negate{}, {shared})}}));
    CHECK(program.steps.size() == 3 + 1 + 1);  // 1, 2 and their sum; the product; the negation
    CHECK(program.nodes.at(shared.get()) == program.steps[program.slots.at("b")].operands[0]);
}

TEST_CASE("every definition has a result of its own, also one that is only another name for one") {
    const Tree shared = tree("1 + 2");
    const Program program = flatten(support::book({{"a", tree("5")}, {"b", tree("a")}, {"c", shared}, {"d", shared}}));
    CHECK(program.slots.at("a") != program.slots.at("b"));
    CHECK(program.slots.at("c") != program.slots.at("d"));
    CHECK(program.slots.at("d") == program.steps.size() - 1);
}

TEST_CASE("names are bound: no step is a name") {
    const Program program = flatten(support::book({{"a", tree("5")}, {"b", tree("a + a")}}));
    const Step& sum = program.steps[program.slots.at("b")];
    CHECK(sum.operands == std::vector<Slot>{program.slots.at("a"), program.slots.at("a")});
    for (const Step& step : program.steps) CHECK_FALSE(std::holds_alternative<Name>(step.operation));
}

TEST_CASE("the shape follows from the operation and its operands") {
    const auto yearly = Shape::yearly;
    const auto scalar = Shape::scalar;
    CHECK(shape_of(Add{}, {scalar, scalar}) == scalar);
    CHECK(shape_of(Add{}, {scalar, yearly}) == yearly);
    CHECK(shape_of(Add{}, {}) == scalar);
    CHECK(shape_of(Extreme::least, {yearly, scalar}) == yearly);
    CHECK(shape_of(Negate{}, {yearly}) == yearly);
    CHECK(shape_of(Yearly{2026, true}, {scalar}) == yearly);
    CHECK(shape_of(Overlap{}, {scalar, scalar}) == yearly);
    CHECK(shape_of(Ramp::smooth, {scalar, scalar}) == yearly);
    CHECK(shape_of(Kernel::running, {scalar}) == yearly);
    CHECK(shape_of(Discount::start, {scalar}) == yearly);
    CHECK(shape_of(Pick{2026}, {yearly}) == scalar);
    CHECK(shape_of(PickCarried{}, {yearly}) == scalar);
    CHECK(shape_of(SumOver{{2026, 2031}}, {yearly}) == scalar);
    CHECK(shape_of(GreatestOver{{2026, 2031}}, {yearly}) == scalar);
    CHECK(shape_of(Moment::turn, {yearly}) == scalar);
    CHECK(shape_of(ReturnRate{{2026, 2031}, ReturnRate::Ask::only}, {yearly}) == scalar);
    CHECK(shape_of(Round::up, {scalar}) == scalar);
    CHECK(shape_of(Number{3, {}, {}, Style::plain}, {}) == scalar);
}

TEST_CASE("a tree's shape asks for the shapes of the names in it") {
    const auto of_name = [](const std::string& name) { return name == "series" ? Shape::yearly : Shape::scalar; };
    CHECK(shape_of(tree("rate * 3"), of_name) == Shape::scalar);
    CHECK(shape_of(tree("rate * (3 + series)"), of_name) == Shape::yearly);
    CHECK(shape_of(tree("rate * series[2029]"), of_name) == Shape::scalar);
}

TEST_CASE("names are visited in the order written, repeats included") {
    std::string visited;
    for_each_name(tree("b * max(a; c[2029]) - b"), [&](const Name& name) { visited += name.name; });
    CHECK(visited == "bacb");
}
