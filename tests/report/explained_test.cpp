#include "provenu/report/explained.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "provenu/report/run.hpp"
#include "support/proposals.hpp"

using namespace provenu;
using namespace provenu::support;
using report::Table;
using wording::Language;

namespace {

const std::string team = proposal(R"(
inputs:
  adviser: {value: 650 t.kr./FTE/year, source: "paper, section 2"}
recurring:
  - id: effect
    label: Effect
    saving: {2027..: 3000}
implementation:
  - id: anchoring
    label: Anchoring
    staff: {adviser: 4}
    period: 2026-07..2027-06
)");

/// The committee's table, explained.
Table explained(const std::string& text) {
    const auto computed = compute(text);
    auto document = report::committee_table(computed.plan, computed.figures, Language::english);
    report::explain_cells(document, computed.plan, Language::english);
    for (report::Item& item : document.items)
        if (auto* table = std::get_if<Table>(&item)) return std::move(*table);
    return {};
}

const report::Row& row_of(const Table& table, const std::string& section, std::size_t nth = 0) {
    for (const report::Row& row : table.rows)
        if (row.section == section && nth-- == 0) return row;
    FAIL("no row " << section);
    return table.rows.front();
}

}  // namespace

TEST_CASE("a cell says its formula with its figures, what that names and where it is from") {
    const Table table = explained(team);
    CHECK(row_of(table, "implementation").cells[2].explanation ==  // 2026: label, area, first year
          "Anchoring, 2026\n"
          "anchoring[2026]: 1,300 = 6/12 x (4 FTE x 650)\n"
          "  adviser: 650  (source: paper, section 2)");
}

TEST_CASE("a sum names its lines, and a result says how it is found") {
    const Table table = explained(team);
    const std::string net = row_of(table, "net").cells[3].explanation;
    CHECK(net.find("net.total[2027]: -1,700") != std::string::npos);  // 1,300 - 3,000
    const auto& payback = row_of(table, "payback_total");
    REQUIRE(payback.outcome);
    CHECK(payback.outcome->value.explanation.find("payback.total") != std::string::npos);
}

TEST_CASE("labels, areas and years of which nothing is said are not explained") {
    const Table table = explained(team);
    const report::Row& effect = row_of(table, "recurring");
    CHECK(effect.cells[0].explanation.empty());
    CHECK(effect.cells[1].explanation.empty());
    CHECK(effect.cells[2].explanation.empty());  // 2026: before it begins
    CHECK(!effect.cells[3].explanation.empty());
}

TEST_CASE("a long chain of reasoning is cut, and where the rest is to be had is said") {
    std::string lines;
    for (int i = 0; i < 30; ++i)
        lines += "  - id: line" + std::to_string(i) + "\n    label: Line\n    cost: {2027..: " + std::to_string(i + 1) + "}\n";
    const std::string total = row_of(explained(proposal("recurring:\n" + lines)), "recurring_total").cells[3].explanation;
    CHECK(std::count(total.begin(), total.end(), '\n') == 11);  // ten links and the way on
    CHECK(total.find("More: provenu explain FILE 'recurring.total[2027]'") != std::string::npos);
}
