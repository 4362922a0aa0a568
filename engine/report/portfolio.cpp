#include "provenu/report/portfolio.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "provenu/report/comparison.hpp"
#include "report/findings.hpp"
#include "report/large_amounts.hpp"
#include "report/layout.hpp"
#include "report/payback.hpp"
#include "report/portfolio_tables.hpp"

namespace provenu::report {
namespace {

using portfolio::Overview;
using whatif::Compared;
using whatif::Comparison;

/// How many pay back in the table, later, at once, and never.
struct Count {
    int in_table = 0;
    int later = 0;
    int never = 0;
};

Count count(const Comparison& ranking, wording::Language language) {
    Count out;
    for (const Compared& each : ranking.rows) {
        const Payback payback = payback_of({*each.of.plan, *each.of.figures, language}, Basis::total);
        if (payback.state == Payback::State::never)
            ++out.never;
        else if (payback.state == Payback::State::pays_back && payback.beyond_table)
            ++out.later;
        else
            ++out.in_table;
    }
    return out;
}

/// What the page says before its tables.
std::string verdict(const PortfolioFindings& findings, wording::Language language) {
    const Count all = count(findings.ranking, language);
    std::string said = wording::text(language, "portfolio.verdict",
                                     {{"all", std::to_string(findings.ranking.rows.size())},
                                      {"in_table", std::to_string(all.in_table)},
                                      {"later", std::to_string(all.later)},
                                      {"never", std::to_string(all.never)}});
    if (findings.together == nullptr) return said;
    const Overview& sum = *findings.together;
    const double level = sum.figures.scalar("full_phase_in");
    said += " " + wording::text(language, level <= 0 ? "portfolio.verdict.saves" : "portfolio.verdict.costs",
                                {{"need", large_amount(language, sum.figures.scalar("investment_need"), sum.book.money)},
                                 {"level", large_amount(language, std::abs(level), sum.book.money)}});
    const double turn = sum.figures.scalar("turn");
    const std::string how = std::isfinite(turn) ? "turns" : turn < 0 ? "at_once" : "never";
    const std::string year = std::isfinite(turn) ? std::to_string(std::lround(sum.figures.scalar("turn_year"))) : "";
    said += " " + wording::text(language, "portfolio.verdict." + how, {{"year", year}});
    return sum.payers.empty() ? said : said + " " + wording::text(language, "portfolio.verdict.payers");
}

/// The proposals by rank, and their sum.
Table ranked(const PortfolioFindings& findings, wording::Language language) {
    Table table = side_by_side(findings.ranking, language);
    table.caption = wording::text(language, "portfolio.ranking");
    int rank = 0;
    for (Row& each : table.rows) {
        auto& label = std::get<std::string>(each.cells.front().content);
        label = std::to_string(++rank) + ". " + label;
        each.role = Row::Role::line;
    }
    if (findings.together == nullptr) return table;
    const Overview& sum = *findings.together;
    if (sum.continues) table.notes.push_back(wording::text(language, "portfolio.note.continues"));
    const int decimals = decimals_of(sum.book.money);
    std::vector<Cell> cells{label_cell(wording::text(language, "portfolio.all"))};
    const std::size_t first = 4;  // behind the label and what stands about payback
    cells.resize(first);
    for (const double value : sum.figures.table("net")) cells.push_back(figure_cell({value, decimals, 0}, ""));
    cells.resize(table.columns.size());
    cells.back() = figure_cell({sum.figures.scalar("full_phase_in"), decimals, 0}, "");
    table.rows.push_back(row(Row::Role::total, "portfolio_total", std::move(cells), table.columns.size()));
    return table;
}

}  // namespace

Document portfolio(const PortfolioFindings& findings, wording::Language language) {
    Document document;
    document.items.emplace_back(Heading{wording::text(language, "portfolio.heading"), 1});
    say_scenario(document.items, *findings.ranking.rows.front().of.plan, language);
    document.items.emplace_back(Paragraph{verdict(findings, language)});
    document.items.emplace_back(ranked(findings, language));
    if (findings.together == nullptr) return document;
    document.items.emplace_back(portfolio_chart(*findings.together, language));
    const Together together{*findings.together, language};
    document.items.emplace_back(sums_by_area(together));
    if (!findings.together->payers.empty()) document.items.emplace_back(sums_by_payer(together));
    if (!findings.together->frames.empty()) document.items.emplace_back(shared_frames(together));
    if (!findings.together->claims.empty()) document.items.emplace_back(shared_budgets(together));
    return document;
}

Document portfolio_sheet(const PortfolioFindings& findings, wording::Language language) {
    return comparison_sheet(findings.ranking, language);
}

}  // namespace provenu::report
