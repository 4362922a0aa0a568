#include "provenu/audit/table.hpp"

#include <algorithm>

#include "audit/board.hpp"
#include "audit/drift.hpp"
#include "audit/payback.hpp"
#include "audit/rows.hpp"

namespace provenu::audit {

bool Findings::is_clean() const {
    return differences.empty() && std::ranges::all_of(claims, [](const Claim& claim) { return claim.holds; });
}

Findings audit_table(const tables::PublishedTable& table) {
    Findings findings;
    findings.years = table.years;
    findings.unit = table.unit;
    findings.step = table.step;
    findings.rows = static_cast<int>(table.rows.size());
    Board board = board_of(table);
    const Board printed = board;
    check_rows(board, findings);
    check_balance(board, findings);
    check_sum_column(printed, findings);
    check_paybacks(board, findings);
    note_drift(printed, {}, findings);
    return findings;
}

}  // namespace provenu::audit
