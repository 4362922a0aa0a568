#include "provenu/formula/words.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "provenu/evaluate/evaluate.hpp"
#include "support/books.hpp"
#include "support/formulas.hpp"

using namespace provenu;
using namespace provenu::formula;
using support::tree;
using wording::Language;

namespace {

/// The last definition in words, in a year.
std::string said(std::vector<std::pair<std::string, Tree>> definitions, int year = 2026, Language language = Language::english) {
    const Book book = support::book(definitions);
    const Program program = flatten(book);
    const auto results = evaluate::trace(program);
    const Reading reading{book, language, [&](const Tree& branch, int column) {
                              const auto& block = results[program.nodes.at(branch.get())];
                              return block(0, block.cols() == 1 ? 0 : column);
                          }};
    return in_words(book.definitions.back().tree, book.axis.column(year), reading);
}

std::string said(const std::string& written) {
    return said({{"adviser", tree("650")},
                 {"leader", tree("700")},
                 {"share", tree("16,1 %")},
                 {"loss", tree("-40")},
                 {"none", tree("0")},
                 {"x", tree(written)}});
}

Tree fte(double count) {
    return number(count, unit_of(quantity::Dimension::fte));
}

Tree months(int from, int until) {
    return make(Overlap{}, {month({12 * 2026 + from - 1}), month({12 * 2026 + until - 1})});
}

Tree twelfths(int from, int until) {
    return make(Divide{}, {months(from, until), number(12)});
}

Tree post(double count, const std::string& rate) {
    return product({fte(count), name(rate)});
}

const std::vector<std::pair<std::string, Tree>> rates{
    {"adviser", tree("650")},     {"leader", tree("700")},       {"psychologist", tree("800")},
    {"coordinator", tree("910")}, {"case_officer", tree("630")}, {"academic", tree("810")},
};

std::string said_of_staff(Tree cost, int year, Language language = Language::english) {
    auto definitions = rates;
    definitions.emplace_back("line", std::move(cost));
    return said(definitions, year, language);
}

}  // namespace

TEST_CASE("a line of staff is said as share of the year, posts and rates") {
    const Tree anchoring =
        sum({product({twelfths(7, 31), post(3, "academic")}), product({twelfths(7, 19), post(0.5, "academic")})});
    CHECK(said_of_staff(anchoring, 2026) == "6/12 x (3 FTE x 810) + 6/12 x (0.5 FTE x 810)");
    CHECK(said_of_staff(anchoring, 2027) == "3 FTE x 810 + 6/12 x (0.5 FTE x 810)");
    CHECK(said_of_staff(anchoring, 2028) == "6/12 x (3 FTE x 810)");
    CHECK(said_of_staff(anchoring, 2029) == "0");
    CHECK(said_of_staff(anchoring, 2026, Language::danish) == "6/12 x (3 årsværk x 810) + 6/12 x (0,5 årsværk x 810)");
}

TEST_CASE("among several posts FTE goes without saying, and a post of one is its rate") {
    const Tree posts = sum({post(16, "adviser"), post(1, "leader"), post(11, "adviser"), post(1, "psychologist"),
                            post(3, "adviser"), post(1, "coordinator"), post(4, "case_officer")});
    CHECK(said_of_staff(product({twelfths(7, 31), posts}), 2026) ==
          "6/12 x (16 x 650 + 700 + 11 x 650 + 800 + 3 x 650 + 910 + 4 x 630)");
    CHECK(said_of_staff(product({twelfths(7, 31), posts}), 2027) == "16 x 650 + 700 + 11 x 650 + 800 + 3 x 650 + 910 + 4 x 630");
}

TEST_CASE("formulas are said with their figures, in no more brackets than they need") {
    struct Case {
        std::string written;
        std::string expected;
    };
    const Case cases[] = {
        {"adviser", "650"},
        {"3 * adviser", "3 x 650"},
        {"3 * (adviser + leader)", "3 x (650 + 700)"},
        {"adviser + none + leader", "650 + 700"},
        {"none * 3 + 0", "0"},
        {"1 * adviser", "650"},
        {"100 % * adviser", "650"},
        {"adviser - leader", "650 - 700"},
        {"adviser - (leader - 30)", "650 - (700 - 30)"},
        {"adviser - 2 * leader", "650 - 2 x 700"},
        {"-adviser", "-650"},
        {"-(adviser + leader)", "-(650 + 700)"},
        {"-(2 * adviser)", "-2 x 650"},
        {"-(2 * loss)", "-2 x -40"},
        {"-(loss * 2)", "-(-40 x 2)"},
        {"3 * -(2 * adviser)", "3 x (-2 x 650)"},
        {"adviser / (3 / 17)", "650 / (3/17)"},
        {"adviser / loss", "650 / -40"},
        {"adviser + loss", "650 - 40"},
        {"adviser - loss", "650 + 40"},
        {"-loss", "40"},
        {"3 / 17", "3/17"},
        {"(adviser + leader) / 2", "(650 + 700) / 2"},
        {"adviser / (2 * 3)", "650 / (2 x 3)"},
        {"adviser / 2 / 5", "650/2 / 5"},
        {"share * adviser", "16.1 % x 650"},
        {"50 % * (adviser + 1)", "50 % x (650 + 1)"},
        {"2 ^ 3 ^ 2", "2^(3^2)"},
        {"(2 ^ 3) ^ 2", "(2^3)^2"},
        {"(3 / 17) ^ 2", "(3/17)^2"},
        {"loss ^ 2", "(-40)^2"},
        {"-2 ^ 2", "-2^2"},
        {"(adviser + 1) ^ 2", "(650 + 1)^2"},
        {"max(0; adviser - 20)", "max(0; 650 - 20)"},
        {"min(adviser; leader; 3 * 5)", "min(650; 700; 3 x 5)"},
        {"adviser[2029] + 1", "650 + 1"},
        {"1234567.89", "1,234,567.9"},
        {"0.00345 * 3", "0.00345 x 3"},
    };
    for (const auto& [written, expected] : cases) {
        CAPTURE(written);
        CHECK(said(written) == expected);
    }
}

TEST_CASE("a series says the year in question, and nothing before, after or carried") {
    const Tree stops = make(Yearly{2027, false}, {tree("2 * 3"), tree("7")});
    const Tree holds = make(Yearly{2027, true}, {tree("2 * 3"), tree("7")});
    CHECK(said({{"x", stops}}, 2026) == "0");
    CHECK(said({{"x", stops}}, 2027) == "2 x 3");
    CHECK(said({{"x", stops}}, 2028) == "7");
    CHECK(said({{"x", stops}}, 2029) == "0");
    CHECK(said({{"x", holds}}, 2029) == "7");
    CHECK(said({{"x", make(PickCarried{}, {holds})}}) == "7");
    CHECK(said({{"x", make(PickCarried{}, {stops})}}) == "0");
}

TEST_CASE("balances and sums are said year by year, moments in a sentence") {
    const Tree flow = make(Yearly{2026, false}, {tree("100"), tree("0"), tree("-30"), tree("-90")});
    CHECK(said({{"flow", flow}, {"x", make(Kernel::running, {name("flow")})}}, 2028) == "100 - 30");
    CHECK(said({{"flow", flow}, {"x", make(SumOver{{2026, 2029}}, {name("flow")})}}) == "100 - 30 - 90");
    CHECK(said({{"flow", flow}, {"x", make(Moment::turn, {name("flow")})}}) ==
          "3 + 70/90 years (the balance is 70 at the end of 2028 and changes by -90 in 2029)");
    CHECK(said({{"x", make(Moment::turn, {tree("5")})}}) == "the balance never falls to zero for good");
    CHECK(said({{"x", make(Moment::turn, {tree("-5")})}}) == "the balance is never above zero");
    CHECK(said({{"flow", flow}, {"x", make(Moment::first_outlay, {name("flow")})}}) == "the first year with an outlay is 2026");
    CHECK(said({{"x", make(Moment::first_outlay, {tree("-5")})}}) == "there is none");
}

TEST_CASE("stocks and delays say what they do in a sentence") {
    const Tree added = make(Yearly{2027, true}, {tree("5")});
    CHECK(said({{"x", make(Kernel::stay_start, {added, tree("2.5")})}}, 2029) ==
          "12.5 still there of 5 + 5 + 5 who came, staying 2.5 years");
    CHECK(said({{"x", make(Kernel::delay, {added, tree("6")})}}, 2027) ==
          "6 months later: half of 2026 (0) and half of 2027 (5)");
}

TEST_CASE("a definition's value is said as percent where it was written so, and in words where it is no number") {
    const auto value = [](const Tree& tree) {
        const Book book = support::book({{"x", tree}});
        const Program program = flatten(book);
        const auto results = evaluate::trace(program);
        return value_in_words(book.definitions[0], 0, {book, Language::english, [&](const Tree& branch, int) {
                                                           return results[program.nodes.at(branch.get())](0, 0);
                                                       }});
    };
    CHECK(value(tree("16,1 %")) == "16.1 %");
    CHECK(value(tree("1417.5")) == "1,417.5");
    CHECK(value(make(Moment::turn, {tree("5")})) == "the balance never falls to zero for good");
    CHECK(value(make(Moment::turn, {tree("-5")})) == "the balance is never above zero");
    const Tree flow = make(Yearly{2026, false}, {tree("100"), tree("-104")});
    CHECK(value(make(ReturnRate{{2026, 2031}, ReturnRate::Ask::only}, {flow})) == "4 %");
}
