#include "provenu/evaluate/batch.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "provenu/evaluate/evaluate.hpp"
#include "support/batches.hpp"
#include "support/books.hpp"
#include "support/formulas.hpp"
#include "support/plain_loop.hpp"

using namespace provenu;
using namespace provenu::support;
using formula::make;
using formula::name;
using formula::number;

namespace {

using Definitions = std::vector<std::pair<std::string, formula::Tree>>;

formula::Program program_of(const Definitions& definitions) {
    return formula::flatten(book(definitions));
}

Eigen::ArrayXd between(double low, double high, int count = 37) {
    std::mt19937 generator(1);
    Eigen::ArrayXd values(count);
    for (double& value : values)
        value = low + (high - low) * static_cast<double>(generator()) / static_cast<double>(std::mt19937::max());
    return values;
}

formula::Tree yearly(const std::vector<std::string>& formulas) {
    std::vector<formula::Tree> years;
    for (const std::string& each : formulas) years.push_back(tree(each));
    return make(formula::Yearly{2026, true}, std::move(years));
}

/// Every value of every definition against a plain loop over each draw.
void check_against_loop(const Definitions& definitions, const evaluate::Draws& draws) {
    const auto program = program_of(definitions);
    const auto figures = evaluate::evaluate(program, draws);
    const auto rows = static_cast<int>(draws.begin()->second.size());
    for (int row = 0; row < rows; ++row) {
        std::map<std::string, double> drawn;
        for (const auto& [each, values] : draws) drawn[each] = values(row);
        const PlainLoop loop(program, drawn);
        for (const auto& [each, slot] : program.slots) {
            const evaluate::Block& block = figures.block(each);
            for (Eigen::Index column = 0; column < block.cols(); ++column) {
                CAPTURE(each, column, row);
                const double expected = loop.result(slot)[static_cast<std::size_t>(column)];
                CHECK(block(block.rows() == 1 ? 0 : row, column) == Approx(expected).epsilon(1e-12).margin(1e-9));
            }
        }
    }
}

}  // namespace

TEST_CASE("1000, -1100, 300, -400 crosses first after 1.909 years and pays back for good after 3.5") {
    const Definitions definitions{{"x", number(1)},
                                  {"flow", yearly({"1000 * x", "-1100 * x", "300 * x", "-400 * x", "0", "0"})},
                                  {"short", yearly({"1000 * x", "-1100 * x", "0", "0", "0", "0"})},
                                  {"turn", make(formula::Moment::turn, {name("flow")})},
                                  {"first", make(formula::Moment::turn, {name("short")})}};
    const auto found = run_batch(program_of(definitions), {{"x", between(0.5, 2)}}, {{"turn"}, {"first"}});
    for (Eigen::Index row = 0; row < found.rows(); ++row) {
        CHECK(found(row, 0) == Approx(3.5).epsilon(1e-14));
        CHECK(found(row, 1) == Approx(1 + 1000.0 / 1100).epsilon(1e-14));
    }
}

TEST_CASE("moments of drawn flows are those of each draw by itself") {
    Definitions definitions{{"x", number(1)}, {"y", number(1)}, {"z", number(1)}};
    definitions.emplace_back("flow", yearly({"x", "y - x", "z", "y", "-0.3 * x", "z + y"}));
    definitions.emplace_back("turn", make(formula::Moment::turn, {name("flow")}));
    definitions.emplace_back("outlay", make(formula::Moment::first_outlay, {name("flow")}));
    const quantity::Years years{2027, 2033};
    definitions.emplace_back("most", make(formula::GreatestOver{years}, {name("flow")}));
    definitions.emplace_back("when", make(formula::GreatestYear{years}, {name("flow")}));
    definitions.emplace_back("rate", make(formula::ReturnRate{years, formula::ReturnRate::Ask::count}, {name("flow")}));
    const Eigen::ArrayXd x = between(-5, 9, 203);
    check_against_loop(definitions, {{"x", x}, {"y", x.reverse() - 3}, {"z", (x * 7.3).sin()}});
}

TEST_CASE("months of a delay, a period and a ramp may be drawn") {
    const double january = 12 * 2027;
    const Definitions definitions{
        {"months", number(7)},
        {"from", number(january)},
        {"until", number(january + 24)},
        {"size", number(10)},
        {"flow", yearly({"10", "size * 20", "30", "size", "50", "60"})},
        {"late", make(formula::Kernel::delay, {name("flow"), name("months")})},
        {"period", make(formula::Overlap{}, {name("from"), name("until")})},
        {"for_ever", make(formula::Overlap{}, {name("from")})},
        {"linear", make(formula::Ramp::linear, {name("from"), name("until")})},
        {"smooth", make(formula::Ramp::smooth, {name("from"), name("until")})},
    };
    check_against_loop(definitions, {{"months", between(0, 40)},
                                     {"size", between(1, 3)},
                                     {"from", between(january - 12, january + 30)},
                                     {"until", between(january, january + 60).reverse()}});
}

TEST_CASE("the years that people stay may be drawn, and a balance runs over drawn years") {
    using formula::Kernel;
    Definitions definitions{{"stay", number(3)}, {"size", number(5)}};
    definitions.emplace_back("added", yearly({"0", "size", "5", "size * 2", "5", "5"}));
    for (const Kernel kernel : {Kernel::stay_start, Kernel::stay_middle, Kernel::leave_start, Kernel::leave_middle})
        definitions.emplace_back("kernel" + std::to_string(static_cast<int>(kernel)),
                                 make(kernel, {name("added"), name("stay")}));
    definitions.emplace_back("balance", make(Kernel::running, {name("added")}));
    check_against_loop(definitions, {{"stay", between(-1, 6)}, {"size", between(1, 9)}});
}

TEST_CASE("a discount rate may be drawn") {
    using formula::Discount;
    Definitions definitions{{"rate", number(0.035)}, {"later", number(0.025)}};
    definitions.emplace_back("rates", yearly({"rate", "rate", "rate", "later"}));
    definitions.emplace_back("start", make(Discount::start, {name("rates")}));
    definitions.emplace_back("middle", make(Discount::middle, {name("rates")}));
    definitions.emplace_back("end", make(Discount::end, {name("rate")}));
    check_against_loop(definitions, {{"rate", between(0, 0.1)}, {"later", between(-0.01, 0.05)}});
}

TEST_CASE("products, quotients, powers, extremes and roundings of drawn values") {
    Definitions definitions{{"x", number(1)}, {"y", number(1)}};
    definitions.emplace_back("series", yearly({"x", "2 * y", "0", "x + y", "7", "-x"}));
    for (const std::string formula : {"x * (1 + y) * (2 - x)", "(x - 3) / (1 + y * y)", "5 / (2 + x)", "3 * x / (2 * y + 9) / 4",
                                      "(x + 10) ^ 0.5", "0 * x", "x - x", "-(x * 0.25) * y"})
        definitions.emplace_back("f" + std::to_string(definitions.size()), tree(formula));
    definitions.emplace_back("least", make(formula::Extreme::least, {name("x"), name("y"), number(0.5)}));
    definitions.emplace_back("greatest", make(formula::Extreme::greatest, {tree("x * y"), number(-1)}));
    definitions.emplace_back("down", make(formula::Round::down, {name("series")}));
    definitions.emplace_back("up", make(formula::Round::up, {name("series")}));
    definitions.emplace_back("nearest", make(formula::Round::nearest, {name("x")}));
    definitions.emplace_back("discounted", tree("series * x / 3"));
    check_against_loop(definitions, {{"x", between(-5, 5)}, {"y", between(-4, 3).reverse()}});
}

TEST_CASE("hundreds of drawn lines add up") {
    Definitions definitions;
    evaluate::Draws draws;
    std::vector<formula::Tree> lines;
    for (int i = 0; i < 300; ++i) {
        const std::string own = "x" + std::to_string(i);
        definitions.emplace_back(own, number(i));
        draws[own] = between(-1, 1, 5) + i;
        lines.push_back(formula::product({name(own), yearly({"0.5", "1", "0"})}));
    }
    definitions.emplace_back("net", formula::sum(lines));
    definitions.emplace_back("balance", make(formula::Kernel::running, {name("net")}));
    definitions.emplace_back("all", make(formula::SumOver{{2026, 2031}}, {name("net")}));
    check_against_loop(definitions, draws);
}

TEST_CASE("drawn lines add up to the same bits in any order") {
    Definitions definitions;
    evaluate::Draws draws;
    std::vector<formula::Tree> lines;
    for (int i = 0; i < 10; ++i) {
        const std::string own = "x" + std::to_string(i);
        definitions.emplace_back(own, number(i));
        draws[own] = between(-1, 1) / (i + 3);
        for (const double share : {0.1, 0.7, 1.0 / 3}) lines.push_back(formula::product({name(own), number(share * (i + 1))}));
    }
    definitions.emplace_back("here", formula::sum(lines));
    std::shuffle(lines.begin(), lines.end(), std::mt19937(1));
    definitions.emplace_back("there", formula::sum(lines));
    const auto found = run_batch(program_of(definitions), draws, {{"here"}, {"there"}});
    CHECK((found.col(0) == found.col(1)).all());
}

TEST_CASE("a result is a polynomial of what is drawn, multiplied out, unless it divides or asks when") {
    const Definitions definitions{
        {"a", number(1)},         {"b", number(2)},        {"net", tree("(a + 3) * (b - 2) * 5 + a * a - 7")},
        {"ratio", tree("a / b")}, {"half", tree("b / 2")}, {"turn", make(formula::Moment::turn, {name("net")})}};
    const std::vector<std::string> drawn{"a", "b"};
    const std::vector<evaluate::Wanted> wanted{{"net"}, {"ratio"}, {"turn"}, {"half"}};
    const evaluate::Batch batch(program_of(definitions), drawn, wanted);
    const auto polynomial = batch.polynomial(0);  // 5ab - 10a + 15b - 30 + aa - 7
    REQUIRE(polynomial);
    CHECK(polynomial->constant == -37);
    std::map<std::vector<int>, double> terms;
    for (const auto& term : polynomial->terms) terms[term.inputs] = term.factor;
    CHECK(terms == std::map<std::vector<int>, double>{{{0}, -10}, {{0, 0}, 1}, {{0, 1}, 5}, {{1}, 15}});
    CHECK_FALSE(batch.polynomial(1));
    CHECK_FALSE(batch.polynomial(2));
    REQUIRE(batch.polynomial(3));
    CHECK(batch.polynomial(3)->terms.front().factor == 0.5);
}

TEST_CASE("what no draw reaches, what is drawn itself and what is asked for twice are given all the same") {
    const Definitions definitions{{"a", number(1)}, {"b", tree("2 * a")}, {"c", number(7)}};
    const auto found = run_batch(program_of(definitions), {{"a", between(0, 1)}}, {{"c"}, {"a"}, {"b"}, {"b", 3}, {"a", 2}});
    CHECK((found.col(0) == 7).all());
    CHECK((found.col(1) == between(0, 1)).all());
    CHECK((found.col(2) == 2 * between(0, 1)).all());
    CHECK((found.col(3) == found.col(2)).all());
    CHECK((found.col(4) == found.col(1)).all());
}

TEST_CASE("the same products in other years, and the years after the table, are computed once") {
    Definitions definitions{{"x", number(1)}, {"y", number(1)}};
    definitions.emplace_back("line", formula::product({tree("x * y"), yearly({"0.1", "0.5", "0.9", "1"})}));
    const auto program = program_of(definitions);
    const auto figures = evaluate::evaluate(program, {{"x", between(1, 2)}, {"y", between(2, 3)}});
    const Eigen::ArrayXd product = between(1, 2) * between(2, 3);
    CHECK((figures.block("line").col(0) == product * 0.1).all());
    CHECK((figures.block("line").col(9) == product).all());
}
