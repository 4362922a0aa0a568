#include "provenu/report/run.hpp"
#include "report/decided.hpp"
#include "report/footnotes.hpp"
#include "report/indices.hpp"
#include "report/layout.hpp"
#include "report/payer_tables.hpp"
#include "report/rows.hpp"
#include "report/small_tables.hpp"

namespace provenu::report {
namespace {

Table table_of(const Findings& findings) {
    const Amounts amounts = amounts_of(findings);
    Table table;
    table.caption = wording::text(findings.language, "table.caption");
    table.unit = unit_of_amounts(findings.plan.book.money, findings.plan.price_level, findings.language);
    table.columns = {label_column(), {wording::text(findings.language, "table.area"), "area", Column::Align::left}};
    add_year_columns(table.columns, findings.years());
    table.rows = amount_rows(findings, amounts);
    for (Row& result : result_rows(findings, table.columns.size())) table.rows.push_back(std::move(result));
    table.notes = footnotes(findings, amounts);
    return table;
}

}  // namespace

Document committee_table(const compile::Plan& plan, const evaluate::Figures& figures, wording::Language language,
                         const std::optional<Decided>& decided) {
    const Findings findings{plan, figures, language};
    Document document;
    document.items.emplace_back(Heading{in_words(plan.title, language, plan.id), 1});
    if (!plan.owner.empty()) document.items.emplace_back(Paragraph{plan.owner});
    if (plan.scenario.id != model::Applied{}.id)
        document.items.emplace_back(Paragraph{wording::text(
            language, "scenario.shown", {{"scenario", in_words(plan.scenario.label, language, plan.scenario.id)}})});
    document.items.emplace_back(table_of(findings));
    if (decided) document.items.emplace_back(decided_table({decided->plan, decided->figures, language}, passports(findings)));
    if (!plan.teams.empty()) document.items.emplace_back(staff_table(findings));
    if (!plan.figures.empty()) document.items.emplace_back(key_figure_table(findings));
    for (Table& table : payer_tables(findings)) document.items.emplace_back(std::move(table));
    return document;
}

}  // namespace provenu::report
