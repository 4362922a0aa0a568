#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "provenu/evaluate/batch.hpp"
#include "support/books.hpp"

// Nanoseconds a draw of a book of 20 inputs: eleven lines of drawn quantities and prices, some of them times a share that all
// benefits have, and nine certain lines; six years' net, present value and payback.

namespace {

using namespace provenu;
using formula::name;
using formula::number;
using Profile = std::array<double, 6>;

struct Line {
    std::string id;
    std::vector<std::string> drawn;
    double certain = 1;
    Profile profile;
};

const std::vector<Line> lines{
    {"licences", {"x1", "x2"}, 1, {.5, 1, 1, 1, 1, 1}},
    {"days", {"x3", "x4"}, 1, {.7, .3, 0, 0, 0, 0}},
    {"hardware", {"x5", "x6"}, 1, {1, 0, 0, .2, 0, 0}},
    {"training", {"x7", "x8"}, 1, {.6, .4, .1, .1, .1, .1}},
    {"staff", {"x9"}, 2, {.5, 1, 1, 1, 1, 1}},
    {"migration", {"x10"}, 1, {1, 0, 0, 0, 0, 0}},
    {"fees", {}, 42, {1, 1, 1, 1, 1, 1}},
    {"audits", {}, 20, {0, 1, 0, 1, 0, 1}},
    {"hours", {"x11", "x12", "x20"}, -1, {0, .4, .8, 1, 1, 1}},
    {"errors", {"x13", "x14", "x20"}, -1, {0, .3, .7, 1, 1, 1}},
    {"cases", {"x15", "x16", "x20"}, -1, {0, .5, 1, 1, 1, 1}},
    {"sheets", {"x17", "x18", "x20"}, -1, {0, .5, 1, 1, 1, 1}},
    {"old", {"x19", "x20"}, -1, {0, 0, .5, 1, 1, 1}},
    {"others-1", {"x20"}, -48, {0, .5, 1, 1, 1, 1}},
    {"others-2", {"x20"}, -15, {0, 1, 1, 1, 1, 1}},
    {"others-3", {"x20"}, -18, {0, 0, 1, 1, 1, 1}},
    {"others-4", {"x20"}, -15, {0, 0, 0, 1, 1, 1}},
    {"others-5", {"x20"}, -8, {0, .5, .5, 1, 1, 1}},
    {"others-6", {"x20"}, -10, {0, 1, 1, 1, 1, 1}},
    {"others-7", {"x20"}, -9, {0, 0, 1, 1, 1, 1}},
};

formula::Tree tree_of(const Line& line) {
    std::vector<formula::Tree> shares;
    for (const double share : line.profile) shares.push_back(number(share));
    std::vector<formula::Tree> factors{number(line.certain)};
    for (const std::string& each : line.drawn) factors.push_back(name(each));
    factors.push_back(formula::make(formula::Yearly{2026, true}, std::move(shares)));
    return formula::product(std::move(factors));
}

formula::Book proposal() {
    std::vector<std::pair<std::string, formula::Tree>> definitions;
    for (int i = 1; i <= 20; ++i) definitions.emplace_back("x" + std::to_string(i), number(1));
    std::vector<formula::Tree> names;
    for (const Line& line : lines) {
        definitions.emplace_back(line.id, tree_of(line));
        names.push_back(name(line.id));
    }
    const auto factors = formula::make(formula::Discount::start, {number(0.04)});
    definitions.emplace_back("net", formula::sum(std::move(names)));
    definitions.emplace_back("discounted", formula::product({name("net"), factors}));
    definitions.emplace_back("npv", formula::make(formula::SumOver{{2026, 2031}}, {name("discounted")}));
    definitions.emplace_back("turn", formula::make(formula::Moment::turn, {name("net")}));
    formula::Book book = support::book(definitions);
    book.axis.beyond = quantity::Axis::payback_limit;
    return book;
}

/// Half to one and a half of what each input is like.
std::vector<std::vector<double>> draws() {
    constexpr std::array<double, 20> usual{100,  1,    500, .9, 12,   10,  250,   .5,    85,  120,
                                           9000, .045, 500, .3, 1500, .08, 30000, .0015, 180, 1};
    std::mt19937_64 generator(1);
    std::vector<std::vector<double>> columns;
    for (const double size : usual) {
        columns.emplace_back();
        for (int i = 0; i < evaluate::Batch::most_draws; ++i)
            columns.back().push_back(size * (0.5 + static_cast<double>(generator() >> 11) * 0x1p-53));
    }
    return columns;
}

double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void measure(const char* label, const std::vector<evaluate::Wanted>& wanted, processor::Instructions instructions) {
    if (!processor::has(instructions)) return;
    std::vector<std::string> names;
    for (int i = 1; i <= 20; ++i) names.push_back("x" + std::to_string(i));
    const formula::Program program = formula::flatten(proposal());
    const double before = seconds();
    const evaluate::Batch batch(program, names, wanted, instructions);
    const double lowered = seconds();
    const auto columns = draws();
    std::vector<const double*> drawn;
    for (const auto& column : columns) drawn.push_back(column.data());
    std::vector<std::vector<double>> results(wanted.size(), std::vector<double>(evaluate::Batch::most_draws));
    std::vector<double*> out;
    for (auto& result : results) out.push_back(result.data());
    evaluate::Batch::Scratch scratch;
    double best = 1e9;
    for (int round = 0; round < 40; ++round) {
        const double start = seconds();
        for (int i = 0; i < 100; ++i) batch.run(drawn, out, evaluate::Batch::most_draws, scratch);
        best = std::min(best, (seconds() - start) / 100 / evaluate::Batch::most_draws);
    }
    fmt::print("{:<28} {:6.2f} ns a draw, lowered in {:.0f} us\n", label, best * 1e9, (lowered - before) * 1e6);
}

}  // namespace

int main() {
    std::vector<evaluate::Wanted> net;
    for (int column = 0; column < 6; ++column) net.push_back({"net", column});
    std::vector<evaluate::Wanted> all = net;
    all.push_back({"npv"});
    all.push_back({"turn"});
    using processor::Instructions;
    for (const auto& [label, instructions] : {std::pair{"baseline", Instructions::baseline},
                                              std::pair{"avx2", Instructions::avx2}, std::pair{"avx512", Instructions::avx512}}) {
        measure(fmt::format("{}: all", label).c_str(), all, instructions);
        measure(fmt::format("{}: six years' net", label).c_str(), net, instructions);
        measure(fmt::format("{}: present value", label).c_str(), {{"npv"}}, instructions);
        measure(fmt::format("{}: payback", label).c_str(), {{"turn"}}, instructions);
    }
}
