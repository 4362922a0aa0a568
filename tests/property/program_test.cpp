#include <rapidcheck/catch.h>

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "provenu/evaluate/evaluate.hpp"
#include "support/batches.hpp"
#include "support/direct.hpp"
#include "support/plain_loop.hpp"
#include "support/random_books.hpp"

using namespace provenu;
using namespace provenu::support;

namespace {

/// Draws for some of the book's inputs, of one length.
evaluate::Draws some_draws(const formula::Book& book) {
    const int rows = *rc::gen::inRange(1, 6);
    evaluate::Draws draws;
    for (const auto& definition : book.definitions) {
        if (!definition.name.starts_with("in") || *rc::gen::inRange(0, 3) == 0) continue;
        Eigen::ArrayXd values(rows);
        for (int row = 0; row < rows; ++row) values(row) = any_number();
        draws.emplace(definition.name, values);
    }
    return draws;
}

std::map<std::string, double> row_of(const evaluate::Draws& draws, int row) {
    std::map<std::string, double> values;
    for (const auto& [name, drawn] : draws) values[name] = drawn(row);
    return values;
}

int rows_of(const evaluate::Draws& draws) {
    return draws.empty() ? 1 : static_cast<int>(draws.begin()->second.size());
}

/// Draws of some inputs, more than a pack and not of a round number, repeating a few values.
evaluate::Draws many_draws(const formula::Book& book) {
    evaluate::Draws draws = some_draws(book);
    const int rows = *rc::gen::element(1, 7, 64, 300);
    for (auto& [name, values] : draws) {
        const Eigen::ArrayXd few = values;
        values.resize(rows);
        for (int row = 0; row < rows; ++row) values(row) = few(row % few.size()) + static_cast<double>(row / few.size());
    }
    return draws;
}

evaluate::Draws row_alone(const evaluate::Draws& draws, int row) {
    evaluate::Draws one;
    for (const auto& [name, values] : draws) one[name] = values.segment(draws.empty() ? 0 : row, 1);
    return one;
}

std::vector<evaluate::Wanted> some_wanted(const formula::Book& book) {
    std::vector<evaluate::Wanted> wanted;
    for (int i = *rc::gen::inRange(1, 5); i > 0; --i) {
        const auto which = *rc::gen::inRange<std::size_t>(0, book.definitions.size());
        wanted.push_back({book.definitions[which].name, *rc::gen::inRange(0, book.axis.columns())});
    }
    return wanted;
}

double value_of(const evaluate::Block& block, int row, int column) {
    return block(block.rows() == 1 ? 0 : row, block.cols() == 1 ? 0 : column);
}

bool same_bits(double left, double right) {
    return std::bit_cast<std::uint64_t>(left) == std::bit_cast<std::uint64_t>(right) || (std::isnan(left) && std::isnan(right));
}

/// Nought has no sign.
bool same_value(double left, double right) {
    return same_bits(left + 0.0, right + 0.0);
}

/// The greatest size of anything computed on the way: what an error is measured against.
double scale_of(const PlainLoop& loop, const formula::Program& program) {
    double scale = 1;
    for (formula::Slot slot = 0; slot < program.steps.size(); ++slot)
        for (const double value : loop.result(slot))
            if (std::isfinite(value)) scale = std::max(scale, std::abs(value));
    return scale;
}

}  // namespace

TEST_CASE("a table is bit for bit what a plain loop makes of it") {
    rc::prop("rows equal the loop", [] {
        const formula::Book book = random_book(false);
        const formula::Program program = formula::flatten(book);
        const auto figures = evaluate::evaluate(program);
        const PlainLoop loop(program, {});
        for (const auto& [name, slot] : program.slots) {
            const auto& expected = loop.result(slot);
            for (std::size_t column = 0; column < expected.size(); ++column)
                RC_ASSERT(same_bits(value_of(figures.block(name), 0, static_cast<int>(column)), expected[column]));
        }
    });
}

TEST_CASE("draws are what a plain loop makes of each, to the noise of adding in another order") {
    rc::prop("blocks equal the loop to 1e-12", [] {
        const formula::Book book = random_book(true);
        const formula::Program program = formula::flatten(book);
        const evaluate::Draws draws = some_draws(book);
        const auto figures = evaluate::evaluate(program, draws);
        for (int row = 0; row < rows_of(draws); ++row) {
            const PlainLoop loop(program, row_of(draws, row));
            const double scale = scale_of(loop, program);
            RC_PRE(scale < 1e6);
            for (const auto& [name, slot] : program.slots)
                for (std::size_t column = 0; column < loop.result(slot).size(); ++column)
                    RC_ASSERT(std::abs(value_of(figures.block(name), row, static_cast<int>(column)) -
                                       loop.result(slot)[column]) <= 1e-12 * scale);
        }
    });
}

TEST_CASE("a draw has the same bits alone, among others, wanted alone, and with any set of instructions") {
    rc::prop("draws do not depend on their company", [] {
        const formula::Book book = random_book(false);
        const formula::Program program = formula::flatten(book);
        const evaluate::Draws draws = many_draws(book);
        const auto figures = evaluate::evaluate(program, draws);
        const auto wanted = some_wanted(book);
        for (const auto instructions :
             {processor::Instructions::baseline, processor::Instructions::avx2, processor::Instructions::avx512}) {
            if (!processor::has(instructions)) continue;
            const Eigen::ArrayXXd all = run_batch(program, draws, wanted, instructions);
            const int row = *rc::gen::inRange(0, rows_of(draws));
            const Eigen::ArrayXXd alone = run_batch(program, row_alone(draws, row), wanted, instructions);
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                const auto result = static_cast<Eigen::Index>(i);
                RC_ASSERT(same_bits(all(row, result), alone(0, result)));
                for (int each = 0; each < all.rows(); ++each)
                    RC_ASSERT(same_value(all(each, result), value_of(figures.block(wanted[i].name), each, wanted[i].column)));
            }
        }
    });
}

TEST_CASE("the order of definitions changes not one bit") {
    rc::prop("inputs turned round", [] {
        formula::Book book = random_book(false);
        const evaluate::Draws draws = some_draws(book);
        const auto here = evaluate::evaluate(formula::flatten(book), draws);
        const auto inputs = std::ranges::find_if(book.definitions, [](const auto& each) { return each.name[0] == 'o'; });
        std::reverse(book.definitions.begin(), inputs);
        const auto there = evaluate::evaluate(formula::flatten(book), draws);
        for (const auto& definition : book.definitions) {
            const auto& block = here.block(definition.name);
            for (Eigen::Index i = 0; i < block.size(); ++i) RC_ASSERT(same_bits(block(i), there.block(definition.name)(i)));
        }
    });
}

TEST_CASE("the flat program agrees with its trees, computed directly from what their nodes mean") {
    rc::prop("blocks equal the trees to 1e-12", [] {
        const formula::Book book = random_book(true);
        const formula::Program program = formula::flatten(book);
        const evaluate::Draws draws = some_draws(book);
        const auto figures = evaluate::evaluate(program, draws);
        const int row = *rc::gen::inRange(0, rows_of(draws));
        const double scale = scale_of(PlainLoop(program, row_of(draws, row)), program);
        RC_PRE(scale < 1e6);  // where amounts cancel, an error is relative to what cancelled
        const Direct direct(book, row_of(draws, row));
        for (const auto& definition : book.definitions)
            for (const int column : {0, 1, 3, 5, 7, book.axis.carried()}) {
                const double found = value_of(figures.block(definition.name), row, column);
                RC_ASSERT(std::abs(found - direct.named(definition.name, column)) <= 1e-12 * scale);
            }
    });
}

TEST_CASE("what no draw reaches is computed once") {
    const auto program = formula::flatten(book({{"a", formula::number(2)},
                                                {"b", formula::number(3)},
                                                {"c", formula::product({formula::name("b"), formula::number(5)})}}));
    const auto figures = evaluate::evaluate(program, {{"a", Eigen::ArrayXd::LinSpaced(7, 0, 6)}});
    CHECK(figures.block("a").rows() == 7);
    CHECK(figures.block("c").rows() == 1);
}

TEST_CASE("draws of a name do not touch what it is named after") {
    const auto program =
        formula::flatten(book({{"a", formula::number(2)}, {"b", formula::name("a")}, {"c", formula::name("a")}}));
    const auto figures = evaluate::evaluate(program, {{"b", Eigen::ArrayXd::Constant(2, 9)}});
    CHECK(figures.scalar("a") == 2);
    CHECK(figures.scalar("b") == 9);
    CHECK(figures.scalar("c") == 2);
}
