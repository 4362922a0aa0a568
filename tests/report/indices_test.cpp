#include <catch2/catch.hpp>
#include <string>
#include <variant>

#include "provenu/output/writers.hpp"
#include "provenu/report/explain.hpp"
#include "provenu/report/run.hpp"
#include "support/proposals.hpp"

using namespace provenu;
using namespace provenu::support;

namespace {

constexpr auto english = wording::Language::english;

/// Old prices by an index that is illustrative and valid to the end of 2026.
Computed computed(const compile::Choices& choices = {}, const std::string& source = "the source") {
    auto read =
        *input::read_proposal_text(proposal("recurring:\n  - {id: a, label: A, cost: 1000, price_level: 2025}\n"), "case.yaml")
             .value;
    model::Index index;
    index.id.value = "service";
    index.label.english = "Service";
    index.source = source;
    index.vintage = "2026-06";
    index.valid_until = model::Placed<quantity::Date>{{2026, 12, 31}, {}};
    index.illustrative = true;
    for (const auto& [year, share] : {std::pair{2026, 0.02}, std::pair{2027, 0.03}})
        index.years.push_back({year, {{formula::number(share, {}, {}, formula::Style::percent), {}}}, {}});
    read.policies.indices = {index};
    auto plan = compile::compile(read, choices);
    if (!plan.value) diag::bug("not a proposal: " + shown(plan.diagnostics.sorted().front()));
    auto figures = evaluate::evaluate(formula::flatten(plan.value->book));
    return {std::move(*plan.value), std::move(figures)};
}

/// The table's note that begins so.
std::string note(const Computed& given, const std::string& start) {
    for (const report::Item& item : report::committee_table(given.plan, given.figures, english).items)
        if (const auto* table = std::get_if<report::Table>(&item))
            for (const std::string& each : table->notes)
                if (each.starts_with(start)) return each;
    return "";
}

compile::Choices at(quantity::Date date) {
    compile::Choices choices;
    choices.date = date;
    return choices;
}

}  // namespace

TEST_CASE("an index has its passport under the table, and a made-up one says so first") {
    CHECK(note(computed(at({2026, 5, 1})), "ILLUSTRATIVE") ==
          "ILLUSTRATIVE: made up to show the method, not official; not for a decision. Price index Service, from 2025 to 2027 "
          "prices: "
          "2 % in 2026, 3 % in 2027; factor 1.0506. Source: the source. Vintage 2026-06. Valid until 2026-12-31.");
}

TEST_CASE("an expired index says so, and not which day it is") {
    CHECK(note(computed(at({2027, 1, 1})), "ILLUSTRATIVE") ==
          "ILLUSTRATIVE: made up to show the method, not official; not for a decision. EXPIRED: valid until 2026-12-31. Price "
          "index "
          "Service, from 2025 to 2027 prices: 2 % in 2026, 3 % in 2027; factor 1.0506. Source: the source. Vintage 2026-06.");
    CHECK(note(computed({}, ""), "ILLUSTRATIVE").find("Source not stated.") != std::string::npos);
}

TEST_CASE("a restated table says from which prices, and takes the percentages out again") {
    compile::Choices choices;
    choices.restate_to = 2026;
    const auto given = computed(choices);
    CHECK(note(given, "All amounts") == "All amounts are in 2026 prices and wages.");
    CHECK(note(given, "Restated") == "Restated from 2027 prices, in which the proposal is written.");
    REQUIRE(given.plan.indices.size() == 2);
    const std::string text = output::text(report::committee_table(given.plan, given.figures, english), english);
    CHECK(text.find("from 2027 back to 2026") != std::string::npos);
    CHECK(given.at("a", 2028) == Approx(1020).epsilon(1e-14));  // 1,000 x 1.02
}

TEST_CASE("an explanation shows the chain of percentages") {
    compile::Choices choices;
    choices.language = model::Language::english;
    const auto given = computed(choices);
    const auto chain = report::explain(given.plan, "a[2028]", english);
    CHECK(output::text(*chain.value, english) ==
          "a: A\n"
          "a: 1,050.6 = 1,000 x 1.0506\n"
          "  index.service.2025-2027: 1.0506 = (1 + 2 %) x (1 + 3 %)  (source: the source, 2026-06; note: ILLUSTRATIVE, not "
          "official)\n");
}

TEST_CASE("the table in which a proposal is carried out stands below the first, with rows and addresses of its own") {
    const auto first = computed();
    compile::Choices choices;
    choices.restate_to = 2026;
    const auto second = computed(choices);
    const auto document =
        report::committee_table(first.plan, first.figures, english, report::Decided{second.plan, second.figures});
    REQUIRE(document.items.size() == 3);
    const auto& table = std::get<report::Table>(document.items[2]);
    CHECK(table.caption == "Table 2. Carried out in 2026 prices");
    CHECK(table.unit == "DKK 1,000, 2026 prices");
    for (const report::Row& row : table.rows) {
        CHECK((row.section.empty() || row.section.starts_with("decided_in_")));
        CHECK(!row.outcome);
        for (const report::Cell& cell : row.cells) CHECK(cell.address.empty());
    }
    CHECK(std::get<report::Figure>(table.rows[1].cells[2].content).value == Approx(1020).epsilon(1e-14));
}
