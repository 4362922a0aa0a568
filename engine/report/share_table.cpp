#include <algorithm>

#include "provenu/wording/number.hpp"
#include "report/layout.hpp"
#include "report/payer_tables.hpp"

namespace provenu::report {
namespace {

using compile::PlannedLine;
using compile::PlannedShare;

std::string percent(const Findings& findings, double share) {
    return wording::number(findings.language, 100 * share, 1) + " %";
}

bool has_ceilings(const Findings& findings) {
    return std::any_of(findings.plan.lines.begin(), findings.plan.lines.end(), [](const PlannedLine& line) {
        return std::any_of(line.shares.begin(), line.shares.end(), [](const auto& share) { return !share.at_most.empty(); });
    });
}

/// `at most 75 %: holds`
std::string ceiling_in_words(const Findings& findings, const PlannedLine& line, const PlannedShare& share) {
    if (share.at_most.empty()) return "";
    const std::string limit = wording::percent(findings.language, findings.figures.at(share.at_most, 0));
    const std::vector<int> over = years_over(findings, line, share);
    if (over.empty()) return wording::text(findings.language, "payers.shares.holds", {{"limit", limit}});
    return wording::text(findings.language, "payers.shares.broken", {{"limit", limit}, {"years", in_words(over)}});
}

/// The share of each year in which the line has an amount.
std::vector<Cell> share_cells(const Findings& findings, const PlannedLine& line, const PlannedShare& share) {
    std::vector<Cell> cells;
    for (int column = 0; column < findings.years().count(); ++column) {
        const std::string where = address(share.share, findings.years().first + column);
        const bool blank = findings.figures.at(line.id, column) == 0;
        cells.push_back(blank ? Cell{{}, where, ""}
                              : Cell{percent(findings, findings.figures.at(share.share, column)), where, ""});
    }
    return cells;
}

Row share_row(const Findings& findings, const PlannedLine& line, const PlannedShare& share) {
    const std::string label = wording::text(
        findings.language, "payers.shares.row",
        {{"line", in_words(line.label, findings.language, line.id)}, {"payer", payer_label(findings, share.payer)}});
    std::vector<Cell> cells{{label, "", line.id}};
    for (Cell& cell : share_cells(findings, line, share)) cells.push_back(std::move(cell));
    cells.push_back({wording::text(findings.language, "payers.realised." + name(share.realised)), "", name(share.realised)});
    if (has_ceilings(findings)) cells.push_back(label_cell(ceiling_in_words(findings, line, share)));
    const std::size_t columns = cells.size();
    Row row = report::row(Row::Role::line, "payer_share", std::move(cells), columns);
    row.note = share.payer;
    return row;
}

}  // namespace

Table share_table(const Findings& findings) {
    Table table = yearly_table(findings, "payers.shares");
    table.unit = "";
    table.columns.push_back({wording::text(findings.language, "payers.shares.realised"), "realised", Column::Align::left});
    if (has_ceilings(findings))
        table.columns.push_back({wording::text(findings.language, "payers.shares.ceiling"), "ceiling", Column::Align::left});
    bool all_shown = true;
    for (const PlannedLine& line : findings.plan.lines)
        for (const PlannedShare& share : line.shares) {
            if (line.shares.size() == 1 && share.at_most.empty()) {
                all_shown = false;
                continue;
            }
            if (!share.share.empty() && has_part(findings, share)) table.rows.push_back(share_row(findings, line, share));
        }
    if (!all_shown) table.notes.push_back(wording::text(findings.language, "payers.shares.note"));
    return table;
}

}  // namespace provenu::report
