#include "provenu/report/run.hpp"
#include "report/decided.hpp"
#include "report/footnotes.hpp"
#include "report/indices.hpp"
#include "report/layout.hpp"
#include "report/payer_tables.hpp"
#include "report/rows.hpp"
#include "report/small_tables.hpp"

namespace provenu::report {

Table committee_table_of(const Findings& findings, std::vector<std::string> notes) {
    const Amounts amounts = amounts_of(findings);
    Table table;
    table.caption = wording::text(findings.language, "table.caption");
    table.unit = unit_of_amounts(findings.plan.book.money, findings.plan.price_level, findings.language);
    table.columns = {label_column(), {wording::text(findings.language, "table.area"), "area", Column::Align::left}};
    add_year_columns(table.columns, findings.years());
    table.rows = amount_rows(findings, amounts);
    for (Row& result : result_rows(findings, table.columns.size())) table.rows.push_back(std::move(result));
    table.notes = std::move(notes);
    return table;
}

std::vector<Table> tables_below(const Findings& findings, const std::optional<Decided>& decided) {
    std::vector<Table> tables;
    if (decided) tables.push_back(decided_table({decided->plan, decided->figures, findings.language}, passports(findings)));
    if (!findings.plan.teams.empty()) tables.push_back(staff_table(findings));
    if (!findings.plan.figures.empty()) tables.push_back(key_figure_table(findings));
    for (Table& table : payer_tables(findings)) tables.push_back(std::move(table));
    return tables;
}

Document tables_of(const Findings& findings, std::vector<std::string> notes, const std::optional<Decided>& decided) {
    const compile::Plan& plan = findings.plan;
    const wording::Language language = findings.language;
    Document document;
    document.items.emplace_back(Heading{in_words(plan.title, language, plan.id), 1});
    if (!plan.owner.empty()) document.items.emplace_back(Paragraph{plan.owner});
    say_scenario(document.items, plan, language);
    document.items.emplace_back(committee_table_of(findings, std::move(notes)));
    for (Table& table : tables_below(findings, decided)) document.items.emplace_back(std::move(table));
    return document;
}

Document committee_table(const compile::Plan& plan, const evaluate::Figures& figures, wording::Language language,
                         const std::optional<Decided>& decided) {
    const Findings findings{plan, figures, language};
    return tables_of(findings, footnotes(findings, amounts_of(findings)), decided);
}

}  // namespace provenu::report
