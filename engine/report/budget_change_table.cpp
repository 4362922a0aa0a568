#include <algorithm>

#include "provenu/wording/number.hpp"
#include "report/layout.hpp"
#include "report/payer_tables.hpp"

namespace provenu::report {
namespace {

Row change_row(const Findings& findings, const BudgetChange& change) {
    const auto text = [&](const char* key) { return wording::text(findings.language, key); };
    std::vector<Cell> cells{{in_words(change.line->label, findings.language, change.line->id), "", change.line->id}};
    cells.push_back(label_cell(change.line->budget_line));
    cells.push_back(label_cell(change.line->owner));
    const bool named = !change.share->share.empty();
    const std::string payer = named ? payer_label(findings, change.share->payer) : text("payers.municipality");
    cells.push_back({payer, "", change.share->payer});
    for (Cell& cell : amount_cells(findings, change.share->amount)) cells.push_back(std::move(cell));
    const std::size_t columns = cells.size();
    Row row = report::row(Row::Role::line, "budget_change", std::move(cells), columns);
    const int level = findings.plan.price_level;
    if (level != 0) row.note = wording::text(findings.language, "budget_changes.level", {{"year", std::to_string(level)}});
    return row;
}

void add_total(const Findings& findings, Table& table) {
    std::vector<Cell> cells{label_cell(wording::text(findings.language, "budget_changes.total")), {}, {}, {}};
    for (Cell& cell : year_cells(findings, "budget_changes")) cells.push_back(std::move(cell));
    table.rows.push_back(row(Row::Role::total, "budget_change_total", std::move(cells), table.columns.size()));
}

}  // namespace

std::vector<BudgetChange> budget_changes(const Findings& findings) {
    std::vector<BudgetChange> changes;
    bool any_placed = false;
    for (const compile::PlannedLine& line : findings.plan.lines) {
        any_placed = any_placed || !line.budget_line.empty();
        for (const compile::PlannedShare& share : line.shares)
            if (!share.outside && share.realised == model::Realised::cash && has_part(findings, share))
                changes.push_back({&line, &share});
    }
    if (!any_placed) return {};
    std::stable_sort(changes.begin(), changes.end(), [](const BudgetChange& left, const BudgetChange& right) {
        const std::string& one = left.line->budget_line;
        const std::string& other = right.line->budget_line;
        return one.empty() != other.empty() ? other.empty() : one < other;
    });
    return changes;
}

Table budget_change_table(const Findings& findings) {
    const auto text = [&](const char* key) { return wording::text(findings.language, key); };
    Table table = yearly_table(findings, "budget_changes.caption");
    const std::vector<Column> columns{{text("budget_changes.budget_line"), "budget_line", Column::Align::left},
                                      {text("budget_changes.owner"), "owner", Column::Align::left},
                                      {text("budget_changes.payer"), "payer", Column::Align::left}};
    table.columns.insert(table.columns.begin() + 1, columns.begin(), columns.end());
    bool placed = true;
    for (const BudgetChange& change : budget_changes(findings)) {
        if (placed && change.line->budget_line.empty()) {
            placed = false;
            table.rows.push_back(
                row(Row::Role::group, "", {label_cell(text("budget_changes.not_placed"))}, table.columns.size()));
        }
        table.rows.push_back(change_row(findings, change));
    }
    add_total(findings, table);
    table.notes.push_back(text("budget_changes.note"));
    return table;
}

}  // namespace provenu::report
