#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "support/proposals.hpp"

using namespace provenu;
using namespace provenu::support;

namespace {

/// A line of a small proposal, in numbers; written as YAML with its amounts times a factor.
struct RandomLine {
    std::string id;
    bool saves = false;
    bool implements = false;
    int amount = 0;
    int first = 0;   ///< year
    int months = 0;  ///< of its period
    int kind = 0;

    [[nodiscard]] std::string effect(bool mirrored) const { return saves != mirrored ? "saving" : "cost"; }

    [[nodiscard]] std::string period() const {
        const int last = 12 * first + months - 1;
        const std::string month = (last % 12 < 9 ? "0" : "") + std::to_string(last % 12 + 1);
        return std::to_string(first) + "-01.." + std::to_string(last / 12) + "-" + month;
    }

    /// What the line amounts to, for a share of its amount.
    [[nodiscard]] std::string keys(double factor, bool mirrored = false) const {
        const std::string size = fmt_number(amount * factor);
        const std::string year = std::to_string(first);
        if (implements || kind == 0) return effect(mirrored) + ": " + size + ", period: " + period();
        if (kind == 1) return effect(mirrored) + ": {" + year + "..: " + size + "}";
        if (kind == 2)
            return effect(mirrored) + ": " + size + ", phase_in: {ramp: smooth, from: " + year +
                   "-03, to: " + std::to_string(first + 2) + "-07}";
        return effect(mirrored) + ": " + size + ", phase_in: {" + year + ": 3/17, " + std::to_string(first + 1) + ": 100 %}";
    }

    static std::string fmt_number(double value) {
        std::string text = std::to_string(value);  // six decimals are exact for halves and quarters
        return text;
    }
};

RandomLine random_line(int number) {
    RandomLine line;
    line.id = "line-" + std::to_string(number);
    line.saves = *rc::gen::arbitrary<bool>();
    line.implements = *rc::gen::inRange(0, 3) == 0;
    line.amount = *rc::gen::inRange(0, 20'000);
    line.first = *rc::gen::inRange(2026, 2031);
    line.months = *rc::gen::inRange(1, 60);
    line.kind = *rc::gen::inRange(0, 4);
    return line;
}

std::vector<RandomLine> random_lines() {
    std::vector<RandomLine> lines;
    for (int i = *rc::gen::inRange(1, 7); i > 0; --i) lines.push_back(random_line(i));
    return lines;
}

template <class Write>
std::string written(const std::vector<RandomLine>& lines, Write write, const std::string& header = "") {
    std::string sections[2];
    for (const RandomLine& line : lines)
        sections[line.implements ? 1 : 0] += "  - {id: " + line.id + ", label: L, " + write(line) + "}\n";
    std::string text = header;
    if (!sections[0].empty()) text += "recurring:\n" + sections[0];
    if (!sections[1].empty()) text += "implementation:\n" + sections[1];
    return proposal(text);
}

std::string as_is(const RandomLine& line) {
    return line.keys(1);
}

const std::vector<std::string> results{"recurring.total", "implementation.total", "net.total", "net.service", "balance.total"};

bool near(double left, double right, double scale) {
    return left == right || std::abs(left - right) <= 1e-12 * scale;
}

double scale_of(const Computed& found) {
    double scale = 1;
    for (const auto& line : found.plan.lines)
        for (const double value : found.table(line.id)) scale = std::max(scale, std::abs(value));
    return scale;
}

}  // namespace

TEST_CASE("the present value at 0 % is the plain sum of the net") {
    rc::prop("npv at 0 %", [] {
        const Computed found = compute(written(random_lines(), as_is, "discount: {rate: 0%, timing: middle}\n"));
        double sum = 0;
        for (const double value : found.table("net.total")) sum += value;
        RC_ASSERT(found["npv"] == sum);
    });
}

TEST_CASE("doubled amounts double every result, and turn in the same moment") {
    rc::prop("doubling", [] {
        const auto lines = random_lines();
        const Computed once = compute(written(lines, as_is));
        const Computed twice = compute(written(lines, [](const RandomLine& line) { return line.keys(2); }));
        for (const std::string& name : results)
            for (int year = 2026; year <= 2031; ++year) RC_ASSERT(twice.at(name, year) == 2 * once.at(name, year));
        RC_ASSERT(twice["npv"] == 2 * once["npv"]);
        RC_ASSERT(twice["full_phase_in"] == 2 * once["full_phase_in"]);
        RC_ASSERT(twice["payback.total.turn"] == once["payback.total.turn"]);
    });
}

TEST_CASE("the order of the lines in the file changes not one bit") {
    rc::prop("order", [] {
        const auto lines = random_lines();
        auto turned = lines;
        std::ranges::reverse(turned);
        const Computed here = compute(written(lines, as_is));
        const Computed there = compute(written(turned, as_is));
        for (const auto& definition : here.plan.book.definitions) {
            const auto& left = here.figures.block(definition.name);
            const auto& right = there.figures.block(definition.name);
            RC_ASSERT(left.size() == right.size());
            for (Eigen::Index i = 0; i < left.size(); ++i)
                RC_ASSERT(left(i) == right(i) || (std::isnan(left(i)) && std::isnan(right(i))));
        }
    });
}

TEST_CASE("a line split into a quarter and three quarters adds up to itself") {
    rc::prop("splitting", [] {
        const auto lines = random_lines();
        const Computed whole = compute(written(lines, as_is));
        const Computed split = compute(written(
            lines, [](const RandomLine& line) { return "parts: [{" + line.keys(0.25) + "}, {" + line.keys(0.75) + "}]"; }));
        const double scale = scale_of(whole);
        for (const auto& line : lines)
            for (int year = 2026; year <= 2031; ++year) RC_ASSERT(near(whole.at(line.id, year), split.at(line.id, year), scale));
        for (const std::string& name : results)
            for (int year = 2026; year <= 2031; ++year) RC_ASSERT(near(whole.at(name, year), split.at(name, year), 10 * scale));
        RC_ASSERT(near(whole["npv"], split["npv"], 10 * scale));
    });
}

TEST_CASE("savings for costs and costs for savings mirror every result") {
    rc::prop("mirror", [] {
        const auto lines = random_lines();
        const Computed here = compute(written(lines, as_is));
        const Computed there = compute(written(lines, [](const RandomLine& line) { return line.keys(1, true); }));
        for (const std::string& name : results)
            for (int year = 2026; year <= 2031; ++year) RC_ASSERT(here.at(name, year) == -there.at(name, year));
        RC_ASSERT(here["npv"] == -there["npv"]);
        RC_ASSERT(here["irr.count"] == there["irr.count"]);
    });
}
