#include "provenu/report/paper.hpp"

#include <algorithm>

#include "provenu/report/charts.hpp"
#include "provenu/report/comparison.hpp"
#include "provenu/report/tornado.hpp"
#include "report/footnotes.hpp"
#include "report/paper_sections.hpp"
#include "report/rows.hpp"
#include "report/simulation_words.hpp"

namespace provenu::report {
namespace {

void append(Document& document, Items items) {
    std::ranges::move(items, std::back_inserter(document.items));
}

/// A heading over what stands under it; nothing where that is nothing.
Items section(const std::string& key, wording::Language language, Items under) {
    if (under.empty()) return under;
    Items items{Heading{wording::text(language, "paper." + key), 2}};
    std::ranges::move(under, std::back_inserter(items));
    return items;
}

Items title(const Findings& findings, const risk::Breakeven* breakeven) {
    const compile::Plan& plan = findings.plan;
    const auto language = findings.language;
    Items items{Heading{in_words(plan.title, language, plan.id), 1}};
    if (!plan.owner.empty()) items.emplace_back(Paragraph{plan.owner});
    say_scenario(items, plan, language);
    items.emplace_back(Paragraph{payback_sentence(plan, findings.figures, breakeven, language), Paragraph::Role::lead});
    return items;
}

Items tables(const Findings& findings, const std::optional<Decided>& decided) {
    Items items{committee_table_of(findings, notes_on_amounts(findings, amounts_of(findings)))};
    items.emplace_back(net_chart(findings.plan, findings.figures, findings.language));
    for (Table& table : tables_below(findings, decided)) items.emplace_back(std::move(table));
    return items;
}

/// The items of another report without its title.
Items without_title(Document document) {
    std::erase_if(document.items, [](const Item& item) {
        const auto* heading = std::get_if<Heading>(&item);
        return heading != nullptr && heading->level == 1;
    });
    return std::move(document.items);
}

Items scenarios(const PaperFindings& findings, wording::Language language) {
    if (findings.scenarios == nullptr) return {};
    Items items = without_title(comparison(*findings.scenarios, language));
    std::vector<whatif::Case> cases;
    for (const whatif::Compared& row : findings.scenarios->rows) cases.push_back(row.of);
    items.emplace_back(scenarios_chart(cases, language));
    return section("scenarios", language, std::move(items));
}

Items how_sure(const PaperFindings& findings, wording::Language language) {
    Items items;
    if (findings.simulation != nullptr) {
        items = without_title({answers_in_words(*findings.simulation, 0)});
        if (!findings.simulation->proposals.front()->inputs.empty())
            items.emplace_back(fan_chart(findings.simulation->simulation.proposals.front(), findings.plan, language));
    }
    if (findings.tornado != nullptr) {
        Document swings = tornado(*findings.tornado, findings.plan, language);
        for (Item& item : swings.items)
            if (std::holds_alternative<Bars>(item)) item = tornado_bars(*findings.tornado, findings.plan, language);
        std::ranges::move(without_title(std::move(swings)), std::back_inserter(items));
    }
    return section("how_sure", language, std::move(items));
}

Items assumptions(const Findings& findings, const risk::Uncertainty* uncertainty) {
    Table table = assumption_table(findings, uncertainty);
    if (table.rows.empty()) return {};
    return section("assumptions", findings.language, {std::move(table)});
}

Items notes(const Findings& findings) {
    Items items;
    for (std::string& note : notes_on_results(findings)) items.emplace_back(Paragraph{std::move(note)});
    return section("notes", findings.language, std::move(items));
}

}  // namespace

Document paper(const PaperFindings& asked, wording::Language language) {
    const Findings findings{asked.plan, asked.figures, language};
    Document document;
    append(document, title(findings, asked.breakeven));
    append(document, purpose_and_summary(findings));
    append(document, section("economy", language, economy(findings)));
    append(document, tables(findings, asked.decided));
    append(document, scenarios(asked, language));
    append(document, how_sure(asked, language));
    append(document, assumptions(findings, asked.uncertainty));
    append(document, follow_up(findings));
    append(document, risk_assessment(findings));
    append(document, who_was_heard(findings));
    append(document, notes(findings));
    return document;
}

}  // namespace provenu::report
