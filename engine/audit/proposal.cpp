#include "provenu/audit/proposal.hpp"

#include <algorithm>
#include <cmath>

#include "audit/against_model.hpp"
#include "audit/board.hpp"
#include "audit/claims.hpp"
#include "audit/drift.hpp"
#include "audit/match.hpp"
#include "audit/payback.hpp"
#include "audit/rows.hpp"
#include "provenu/formula/node.hpp"

namespace provenu::audit {
namespace {

/// Rows that follow others, as the proposal says.
std::vector<Following> followings(const Model& model, const Matching& matching) {
    std::vector<Following> pairs;
    const auto& lines = model.plan.lines;
    for (LineIndex line = 0; line < lines.size(); ++line)
        for (LineIndex leader = 0; leader < lines.size(); ++leader) {
            const auto row = matching.row_of(line);
            const auto of = matching.row_of(leader);
            if (!lines[line].follows.empty() && lines[line].follows == lines[leader].id && row && of)
                pairs.push_back({*row, *of});
        }
    return pairs;
}

/// Rows that the proposal converts out of service; none where it converts nothing.
std::optional<std::vector<RowIndex>> converted(const Model& model, const Matching& matching) {
    std::vector<RowIndex> rows;
    for (LineIndex line = 0; line < model.plan.lines.size(); ++line)
        if (const auto row = matching.row_of(line); row && model.plan.lines[line].converted_from == "service")
            rows.push_back(*row);
    return rows.empty() ? std::nullopt : std::optional(rows);
}

void check_table(const Papers& papers, Findings& findings) {
    const tables::PublishedTable& table = *papers.table;
    const quantity::Money own = papers.plan.book.money;
    findings.unit = table.unit.value_or(own);
    findings.years = table.years;
    findings.step = table.step;
    findings.rows = static_cast<int>(table.rows.size());
    const Model model{papers.plan, papers.figures, quantity::factor(own, *findings.unit)};
    Board board = board_of(table);
    const Matching matching = match(board, model);
    board.converted = converted(model, matching);
    const Board printed = board;
    check_against_model(board, model, matching, findings);
    check_balance(board, findings);
    check_sum_column(printed, findings);
    note_drift(printed, followings(model, matching), findings);
}

struct StatedAt {
    StatedPayback stated;
    Where where;
};

/// What the file says the paper states, and what the table prints where that is another figure.
std::vector<StatedAt> stated_paybacks(const Papers& papers, const std::string& basis,
                                      const std::optional<model::Value>& written) {
    std::vector<StatedAt> all;
    const std::string section = "payback_" + basis;
    const auto value = written ? formula::literal(written->formula) : std::nullopt;
    if (value) all.push_back({{basis, *value, digit_of_years(*value), written->place}, {section, "", ""}});
    if (papers.table == nullptr) return all;
    const Board board = board_of(*papers.table);
    const auto row = first_of(board, section);
    if (!row || !board.row(*row).value) return all;
    const double printed = *board.row(*row).value;
    if (value.value_or(printed + 1) != printed)
        all.push_back({{basis, printed, digit_of_years(printed), board.row(*row).place}, where(board, *row)});
    return all;
}

void check_stated_paybacks(const Papers& papers, Findings& findings) {
    const auto hold = [&](const std::string& basis, const std::optional<model::Value>& written) {
        const std::string name = "payback." + basis;
        const Turn turn{papers.figures.scalar(name + ".turn"), papers.figures.scalar(name + ".first_outlay")};
        for (const StatedAt& each : stated_paybacks(papers, basis, written)) {
            findings.paybacks.push_back(reproduce(each.stated, turn, papers.plan.book.axis.table, papers.date));
            judge_payback(findings.paybacks.back(), Layer::text, each.where, findings);
        }
    };
    hold("service", papers.printed.payback_service);
    hold("total", papers.printed.payback_total);
}

}  // namespace

Findings audit_proposal(const Papers& papers) {
    Findings findings;
    findings.years = papers.plan.book.axis.table;
    findings.unit = papers.plan.book.money;
    findings.money = papers.plan.book.money;
    if (papers.table != nullptr) check_table(papers, findings);
    check_claims(papers.plan, papers.figures, findings);
    check_stated_paybacks(papers, findings);
    return findings;
}

}  // namespace provenu::audit
