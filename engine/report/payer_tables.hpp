#pragma once

#include <string>
#include <vector>

#include "provenu/report/data.hpp"
#include "provenu/report/document.hpp"
#include "report/findings.hpp"
#include "report/frame_standing.hpp"

namespace provenu::report {

/// Everything a proposal says of who pays, whether it fits its frames, and what finance must post: as far as its file speaks of
/// it.
std::vector<Table> payer_tables(const Findings& findings);
/// The same as keys of `run`'s JSON.
Data::Object payer_data(const Findings& findings);

Table payer_table(const Findings& findings);          ///< net, balance and payback of each payer
Table share_table(const Findings& findings);          ///< shares of lines, with their ceilings
Table frame_table(const Findings& findings);          ///< limits, what is used of them, and what is missing
Table frame_freed_table(const Findings& findings);    ///< service frame freed by efficiency and by conversion
Table budget_change_table(const Findings& findings);  ///< budget line, owner, payer and amount by year
Table claim_table(const Findings& findings);          ///< shares of budgets

/// Whether anyone but the municipality pays, or anything is not cash.
bool tells_payers(const Findings& findings);
/// Whether money moves between service and other areas, or an area has a frame.
bool tells_frame_freed(const Findings& findings);

/// A part of the municipality's budget in cash, which finance posts.
struct BudgetChange {
    const compile::PlannedLine* line = nullptr;
    const compile::PlannedShare* share = nullptr;
};
/// Those with a budget line in its order, then those without; none where no line names one.
std::vector<BudgetChange> budget_changes(const Findings& findings);

/// Whether a part is more than nought in some year of the table or after.
bool has_part(const Findings& findings, const compile::PlannedShare& share);
bool has_part(const Findings& findings, const compile::PlannedPayer& payer);

/// Years of the table in which a share exceeds its ceiling.
std::vector<int> years_over(const Findings& findings, const compile::PlannedLine& line, const compile::PlannedShare& share);
/// How one proposal stands to a frame.
FrameStanding standing_of(const Findings& findings, const compile::PlannedFrame& frame);

/// `2026-2028, 2031`
std::string in_words(const std::vector<int>& years);
std::string payer_label(const Findings& findings, const std::string& id);
/// `cash`, `capacity`, `in-kind`
std::string name(model::Realised realised);

/// The cells of a yearly figure, one a year of the table.
std::vector<Cell> year_cells(const Findings& findings, const std::string& definition);
/// The same of a line's part, nought left blank unless the house prints it.
std::vector<Cell> amount_cells(const Findings& findings, const std::string& definition);
/// A table with a column of labels and one for each year, in the proposal's unit.
Table yearly_table(const Findings& findings, const std::string& caption);

}  // namespace provenu::report
