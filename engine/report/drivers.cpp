#include "provenu/report/drivers.hpp"

#include "report/drivers_rows.hpp"

namespace provenu::report {

Document drivers_tables(const drivers::Plan& plan, const evaluate::Figures& figures, wording::Language language) {
    const DriverFindings findings{plan, figures, language};
    const model::Drivers& file = plan.file;
    Document document;
    document.items.emplace_back(Heading{in_words(file.title, language, file.id.value), 1});
    if (!file.owner.empty()) document.items.emplace_back(Paragraph{file.owner});
    for (Paragraph& paragraph : drivers_in_words(findings)) document.items.emplace_back(std::move(paragraph));
    document.items.emplace_back(deviation_table(findings));
    document.items.emplace_back(activity_table(findings));
    int number = 2;
    if (findings.years_to_come().count() > 0) document.items.emplace_back(next_years_table(findings, ++number));
    if (!file.revisions.empty()) document.items.emplace_back(revisions_table(findings, ++number));
    return document;
}

}  // namespace provenu::report
