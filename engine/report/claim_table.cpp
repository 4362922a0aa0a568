#include <cmath>

#include "provenu/wording/number.hpp"
#include "report/layout.hpp"
#include "report/payer_tables.hpp"

namespace provenu::report {

Table claim_table(const Findings& findings) {
    Table table = yearly_table(findings, "claims.caption");
    for (const compile::PlannedBudget& budget : findings.plan.claimed) {
        const std::string name = "budget." + budget.id;
        const std::vector<diag::Argument> label{{"budget", in_words(budget.label, findings.language, budget.id)}};
        std::vector<Cell> claimed{{wording::text(findings.language, "claims.claimed", label), "", budget.id}};
        for (Cell& cell : year_cells(findings, name + ".claimed")) claimed.push_back(std::move(cell));
        table.rows.push_back(row(Row::Role::line, "budget_claimed", std::move(claimed), table.columns.size()));
        std::vector<Cell> shares{{wording::text(findings.language, "claims.share", label), "", budget.id}};
        for (int column = 0; column < findings.years().count(); ++column) {
            const double share = findings.figures.at(name + ".share", column);
            const std::string where = address(name + ".share", findings.years().first + column);
            const std::string percent =
                std::isfinite(share) ? wording::number(findings.language, 100 * share, 1) + " %" : std::string("–");
            shares.push_back({percent, where, ""});
        }
        table.rows.push_back(row(Row::Role::of_which, "budget_share", std::move(shares), table.columns.size()));
    }
    table.notes.push_back(wording::text(findings.language, "claims.note",
                                        {{"limit", wording::percent(findings.language, compile::reasonable_claim)}}));
    return table;
}

}  // namespace provenu::report
