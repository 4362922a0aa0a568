#include "cli/overview.hpp"

#include <utility>

#include "cli/console.hpp"
#include "provenu/report/portfolio.hpp"

namespace provenu::cli {

Together together(const Answer& answer, whatif::Order order, wording::Language messages) {
    std::vector<std::vector<whatif::Case>> cases;
    std::vector<portfolio::Member> members;
    for (const auto& scenes : answer.proposals) {
        cases.push_back({cases_of(scenes).front()});
        members.push_back({&scenes.front().plan, &scenes.front().figures});
    }
    auto sums = portfolio::overview(members);
    show(sums.diagnostics, messages);
    return {whatif::compare(cases, order), std::move(sums.value)};
}

Findings findings_of(const Together& together, wording::Language language, bool flat) {
    const report::PortfolioFindings findings{together.ranking, together.sums ? &*together.sums : nullptr};
    return {language,
            [findings, language, flat] {
                return flat ? report::portfolio_sheet(findings, language) : report::portfolio(findings, language);
            },
            [findings, language] { return report::portfolio_data(findings, language); }};
}

}  // namespace provenu::cli
