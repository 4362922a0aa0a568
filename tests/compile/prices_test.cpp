#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "provenu/formula/parse.hpp"
#include "support/proposals.hpp"

using namespace provenu;
using namespace provenu::support;

namespace {

using Parts = std::vector<double>;

/// An index from its percentages, the first year first.
model::Index index(const std::string& id, int first, const std::vector<Parts>& years) {
    model::Index index;
    index.id.value = id;
    for (const Parts& parts : years) {
        model::Index::Year year{first++, {}, {}};
        for (const double part : parts) year.parts.push_back({formula::number(part, {}, {}, formula::Style::percent), {}});
        index.years.push_back(std::move(year));
    }
    return index;
}

model::Proposal read(const std::string& body, const std::vector<model::Index>& indices) {
    auto read = *input::read_proposal_text(proposal(body), "case.yaml").value;
    for (const model::Index& each : indices) read.policies.indices.push_back(each);
    return read;
}

Computed computed(const model::Proposal& proposal, const compile::Choices& choices = {}) {
    auto plan = compile::compile(proposal, choices);
    if (!plan.ok()) diag::bug("not a proposal: " + shown(plan.diagnostics.sorted().front()));
    auto figures = evaluate::evaluate(formula::flatten(plan.value->book));
    return {std::move(*plan.value), std::move(figures)};
}

compile::Choices in_prices_of(int year) {
    compile::Choices choices;
    choices.restate_to = year;
    return choices;
}

const std::string uses = "uses: [std/indices-illustrative]\n";
const model::Index service = index("service", 2026, {{0.02}, {0.03}});
const model::Index wages = index("wages", 2026, {{0.01}, {0.04}});
const model::Index transfers = index("transfers", 2026, {{0.05}, {0.06}});

/// The codes of what is found, errors and warnings.
std::string found(const model::Proposal& proposal, const compile::Choices& choices = {}) {
    std::string all;
    for (const auto& each : compile::compile(proposal, choices).diagnostics.sorted()) all += (all.empty() ? "" : " ") + each.code;
    return all;
}

std::string line(const std::string& body) {
    return "recurring:\n  - {id: a, label: A, " + body + "}\n";
}

}  // namespace

TEST_CASE("two and three per cent carry 1,000 of 2025 to 1,050.6 of 2027, and back") {
    const auto there =
        computed(read("inputs: {price: {value: 1000 t.kr., price_level: 2025}}\n" + line("cost: price"), {service}));
    CHECK(there["price"] == Approx(1000 * 1.02 * 1.03).epsilon(1e-15));
    CHECK(there["price"] == Approx(1050.6).epsilon(1e-15));
    CHECK(there.at("a", 2028) == Approx(1050.6).epsilon(1e-15));

    const auto back = computed(read(line("cost: 1050.6"), {service}), in_prices_of(2025));
    CHECK(back.at("a", 2028) == Approx(1000).epsilon(1e-14));
    CHECK(back.plan.price_level == 2025);
    CHECK(back.plan.restated_from == 2027);
}

TEST_CASE("a level correction of 11.5 and a forecast of 2.3 make 13.8 per cent, not 14.06") {
    const auto both = index("service", 2027, {{0.115, 0.023}});
    const auto figures = computed(read(line("cost: 1000, price_level: 2026"), {both}));
    CHECK(figures["index.service.2027"] == Approx(0.138).epsilon(1e-15));
    CHECK(figures.at("a", 2026) == Approx(1138).epsilon(1e-15));
}

TEST_CASE("rates come home by wages, other amounts by service, and each by its own index where it names one") {
    const std::string inputs =
        "inputs:\n"
        "  built: {rate: {pay: 100}, price_level: 2026}\n"
        "  place: {value: 100 t.kr., price_level: 2026}\n"
        "  rent: {value: 100 t.kr., price_level: 2026, index: transfers}\n"
        "budgets:\n"
        "  pool: {value: 100, price_level: 2026}\n"
        "  aid: {value: {2026: 100, 2027..: 200}, price_level: 2026, index: transfers}\n";
    const auto figures =
        computed(read(inputs + line("cost: built * 1 FTE * 1 year + place + rent"), {service, wages, transfers}));
    CHECK(figures["built"] == Approx(104).epsilon(1e-15));
    CHECK(figures["place"] == Approx(103).epsilon(1e-15));
    CHECK(figures["rent"] == Approx(106).epsilon(1e-15));
    CHECK(figures["pool"] == Approx(103).epsilon(1e-15));
    CHECK(figures.at("aid", 2028) == Approx(212).epsilon(1e-15));
    CHECK(figures.at("a", 2028) == Approx(313).epsilon(1e-15));
}

TEST_CASE("a line comes home by its own index or else by that of its area") {
    const auto at_home = [](const std::string& keys) {
        return computed(read(line("cost: 100, price_level: 2026, " + keys), {service, wages, transfers})).at("a", 2028);
    };
    CHECK(at_home("area: service") == Approx(103).epsilon(1e-15));
    CHECK(at_home("area: transfers") == Approx(106).epsilon(1e-15));
    CHECK(at_home("area: transfers, index: wages") == Approx(104).epsilon(1e-15));
}

TEST_CASE("a rate card of another year comes home, its rates by wages and its prices by service") {
    auto written = read(line("staff: {adviser: 1}"), {service, wages});
    model::Input adviser;
    adviser.name.value = "adviser";
    adviser.value = model::Value{formula::parse("650 t.kr./FTE/year", {}).value.value(), {}};
    adviser.is_rate = true;
    adviser.prices = {{{2026, {}}}, true, {}};
    model::Input meeting = adviser;
    meeting.name.value = "meeting";
    meeting.is_rate = false;
    meeting.value = model::Value{formula::parse("10 t.kr.", {}).value.value(), {}};
    model::Input weeks = meeting;
    weeks.name.value = "weeks";
    weeks.value = model::Value{formula::parse("46 weeks/year", {}).value.value(), {}};
    written.inputs = {adviser, meeting, weeks};
    const auto figures = computed(written);
    CHECK(figures["adviser"] == Approx(650 * 1.04).epsilon(1e-15));
    CHECK(figures["meeting"] == Approx(10 * 1.03).epsilon(1e-15));
    CHECK(figures["weeks"] == 46);  // no money: no price level
    CHECK(figures.at("a", 2028) == Approx(676).epsilon(1e-15));
}

TEST_CASE("a formula over amounts of two price levels adds them in the file's") {
    const std::string inputs = "inputs: {old: {value: 100 t.kr., price_level: 2026}, new: 100 t.kr., both: old + new}\n";
    CHECK(computed(read(inputs + line("cost: both"), {service})).at("a", 2028) == Approx(203).epsilon(1e-15));
}

TEST_CASE("a table is restated line by line, and its totals and results follow") {
    const std::string lines =
        "recurring:\n"
        "  - {id: a, label: A, saving: 103, period: 2027..}\n"
        "  - {id: b, label: B, cost: 10.6, area: transfers, period: 2027..}\n"
        "implementation: [{id: c, label: C, cost: 104, index: wages, period: 2026}]\n";
    const auto before = computed(read(lines, {service, wages, transfers}));
    const auto after = computed(read(lines, {service, wages, transfers}), in_prices_of(2026));
    CHECK(after.at("a", 2027) == Approx(-100).epsilon(1e-14));
    CHECK(after.at("b", 2027) == Approx(10).epsilon(1e-14));
    CHECK(after.at("c", 2026) == Approx(100).epsilon(1e-14));
    CHECK(after.at("a.2027-prices", 2027) == -103);
    CHECK(after.at("net.total", 2027) == Approx(-90).epsilon(1e-14));
    CHECK(after.at("balance.total", 2028) == Approx(-80).epsilon(1e-14));
    CHECK(after["payback.total.exact"] == Approx(1 + 100 / 90.0).epsilon(1e-14));
    CHECK(before["payback.total.exact"] == Approx(1 + 104 / 92.4).epsilon(1e-14));
    CHECK(after["investment_need"] == Approx(100).epsilon(1e-14));
    CHECK(after["full_phase_in"] == Approx(-90).epsilon(1e-14));
}

TEST_CASE("a share of a line is restated once, by the area of the share") {
    const std::string lines =
        "recurring:\n  - {id: a, label: A, cost: 1000}\n"
        "  - {id: b, label: B, area: transfers, cost: {share: 10 %, of: a}}\n";
    const auto figures = computed(read(lines, {service, transfers}), in_prices_of(2026));
    CHECK(figures.at("a", 2028) == Approx(1000 / 1.03).epsilon(1e-14));
    CHECK(figures.at("b", 2028) == Approx(100 / 1.06).epsilon(1e-14));
}

TEST_CASE("both sides of a handover are restated by their areas") {
    const std::string team =
        "inputs: {adviser: 100 t.kr./FTE/year}\n"
        "handovers:\n  - {id: t, staff: {adviser: 1}, from: 2026-01, at: 2028-01, implementation: {id: t-first},\n"
        "     recurring: {id: t-then, area: transfers}}\n";
    const auto figures = computed(read(team, {service, transfers}), in_prices_of(2026));
    CHECK(figures.at("t-first", 2027) == Approx(100 / 1.03).epsilon(1e-14));
    CHECK(figures.at("t-then", 2028) == Approx(100 / 1.06).epsilon(1e-14));
}

TEST_CASE("key figures are in the table's price level, whether made of inputs or of results") {
    const std::string body = "inputs: {price: 1030 t.kr., wage: {rate: {pay: 104}}, places: 10 places}\n" + line("cost: price") +
                             "key_figures:\n"
                             "  - {id: of_input, value: price / places}\n"
                             "  - {id: of_rate, value: wage}\n"
                             "  - {id: of_result, value: 'full_phase_in / places'}\n"
                             "  - {id: ratio, value: full_phase_in / price}\n"
                             "  - {id: literal, value: 103 t.kr. + price}\n"
                             "  - {id: upside_down, value: places / price}\n";
    const auto figures = computed(read(body, {service, wages}), in_prices_of(2026));
    CHECK(figures["of_input"] == Approx(100).epsilon(1e-14));
    CHECK(figures["of_rate"] == Approx(100).epsilon(1e-14));
    CHECK(figures["of_result"] == Approx(100).epsilon(1e-14));
    CHECK(figures["ratio"] == Approx(1).epsilon(1e-14));
    CHECK(figures["literal"] == Approx(1100).epsilon(1e-14));
    CHECK(figures["upside_down"] == Approx(0.01).epsilon(1e-14));
}

TEST_CASE("restating to the file's own price level changes no bit") {
    const std::string body = uses + line("cost: {2026: 0.1, 2027..: 1418.3}");
    const auto as_written = compute(proposal(body));
    const auto restated = compute(proposal(body), in_prices_of(2027));
    CHECK(as_written.table("net.total") == restated.table("net.total"));
    CHECK(as_written.plan.book.definitions.size() == restated.plan.book.definitions.size());
    CHECK(restated.plan.indices.empty());
}

TEST_CASE("from any year to any other and back is the identity to 1e-12") {
    for (int from = 2018; from <= 2030; ++from) {
        for (int to = 2018; to <= 2030; ++to) {
            const std::string at = "price_level: " + std::to_string(from);
            const auto figures = compute(proposal(uses + line("cost: 1234.5, " + at)), in_prices_of(to));
            const auto there = figures.at("a", 2028);
            const auto back =
                compute(proposal(uses + line("cost: " + std::to_string(there) + ", price_level: " + std::to_string(to))),
                        in_prices_of(from));
            CAPTURE(from, to);
            CHECK(back.at("a", 2028) == Approx(1234.5).epsilon(1e-8));  // the figure was written with six decimals
            double product = 1;
            for (const auto& index : figures.plan.indices) product *= figures[index.factor];
            const auto other = compute(proposal(uses + line("cost: 1, price_level: " + std::to_string(to))), in_prices_of(from));
            for (const auto& index : other.plan.indices) product *= other[index.factor];
            CHECK(std::abs(product - 1) < 1e-12);
        }
    }
}

TEST_CASE("a proposal lists the indices that its figures rest on, and no others") {
    const std::string inputs =
        "inputs: {used: {value: 1 t.kr., price_level: 2026}, unused: {rate: {pay: 1}, price_level: 2025}}\n";
    const auto figures = computed(read(inputs + line("cost: used"), {service, wages}));
    REQUIRE(figures.plan.indices.size() == 1);
    const compile::PlannedIndex& only = figures.plan.indices.front();
    CHECK(only.id == "service");
    CHECK(only.from == 2026);
    CHECK(only.to == 2027);
    CHECK(figures[only.factor] == Approx(1.03).epsilon(1e-15));
    CHECK(computed(read(line("cost: 1"), {service})).plan.indices.empty());
}

TEST_CASE("an index is expired at the date asked for, else at the paper's, else today") {
    auto until = service;
    until.valid_until = model::Placed<quantity::Date>{{2026, 12, 31}, {}};
    auto written = read(line("cost: 1, price_level: 2026"), {until});
    compile::Choices choices;
    CHECK(found(written, choices).empty());  // nobody says a date
    choices.today = quantity::Date{2026, 12, 31};
    CHECK(found(written, choices).empty());
    choices.today = quantity::Date{2027, 1, 1};
    CHECK(found(written, choices) == "P738");
    written.date = quantity::Date{2026, 9, 1};
    CHECK(found(written, choices).empty());
    choices.date = quantity::Date{2027, 1, 1};
    CHECK(found(written, choices) == "P738");
    const auto plan = compile::compile(written, choices);
    CHECK(plan.ok());
    CHECK(plan.value->indices.front().expired);
    CHECK(plan.value->diagnostics.empty());  // the passport says so
}

TEST_CASE("what cannot be carried is an error, never a silent figure") {
    struct Case {
        std::string body;
        std::vector<model::Index> indices;
        std::string codes;
    };
    const std::string old = "price_level: 2026";
    const Case cases[] = {
        {line("cost: 1, " + old), {}, "P730"},
        {line("cost: 1, " + old), {wages}, "P730"},
        {line("cost: 1, index: servise, " + old), {service, wages}, "P732"},
        {line("cost: 1, index: building, " + old), {service, wages}, "P733"},
        {line("cost: 1, price_level: 2020"), {service}, "P734"},
        {line("cost: 1, price_level: 2031"), {service}, "P734"},
        {"inputs: {p: {value: 20 places, " + old + "}}\n" + line("cost: 1"), {service}, "P735"},
        {"inputs: {p: {stock: {add: 5, from: 2027}, " + old + "}}\n" + line("cost: 1"), {service}, "P735"},
        {"inputs: {p: {value: 7 t.kr. / 2 t.kr., " + old + "}}\n" + line("cost: 1"), {service}, "P735"},
        {"inputs: {p: 1 t.kr., q: {value: p * 2, " + old + "}}\n" + line("cost: q"), {service}, "P736"},
        {"inputs: {p: 1 t.kr., q: {value: p + 2 t.kr., " + old + "}}\n" + line("cost: q"), {service}, "P736"},
        {"inputs: {p: 1 t.kr.}\n" + line("cost: p, " + old), {service}, "P736"},
        {"inputs: {p: 700}\n" + line("staff: {p: 1}, " + old), {service}, "P736"},
        {"budgets: {pool: 100}\n" + line("cost: {share: 5 %, of: pool}, " + old), {service}, "P736"},
        {"inputs: {p: 20 places}\n" + line("cost: p * 3 t.kr./place, " + old), {service}, ""},
        {"inputs: {p: 20}\n" + line("cost: p * 3, " + old), {service}, ""},
    };
    for (const Case& each : cases) {
        CAPTURE(each.body);
        CHECK(found(read(each.body, each.indices)) == each.codes);
    }
    CHECK(found(read(line("cost: 1"), {}), in_prices_of(2026)) == "P731");
    auto no_index = read(line("cost: 1"), {service});
    no_index.policies.areas.front().index.reset();
    CHECK(found(no_index, in_prices_of(2026)) == "P745");
    auto no_level = read(line("cost: 1, " + old), {service});
    no_level.price_level = {};
    CHECK(found(no_level) == "P737");
    CHECK(found(no_level, in_prices_of(2026)) == "P748 P737");
}

TEST_CASE("a bare number with a price level is money in the file's unit") {
    const auto plan = compile::compile(read("inputs: {p: {value: 700, price_level: 2026}}\n" + line("cost: p"), {service}));
    REQUIRE(plan.ok());
    CHECK(plan.value->indices.size() == 1);
}
