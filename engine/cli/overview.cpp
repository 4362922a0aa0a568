#include "cli/overview.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "cli/console.hpp"
#include "provenu/report/portfolio.hpp"

namespace provenu::cli {
namespace {

/// A proposal that stands twice among the files counts twice, which is hardly meant.
void warn_of_the_same(const std::vector<portfolio::Member>& members, wording::Language messages) {
    std::map<std::string, int> count;
    for (const portfolio::Member& member : members) ++count[member.plan->id];
    diag::Diagnostics found;
    for (const auto& [id, times] : count)
        if (times > 1) found.warning("P985", {}, {{"id", id}, {"count", std::to_string(times)}});
    show(found, messages);
}

}  // namespace

bool is_whole(const Answer& answer, const std::vector<std::string>& files, wording::Language messages) {
    const std::size_t left_out = files.size() - answer.proposals.size();
    if (left_out == 0) return true;
    if (files.size() == 1) return false;  // which has been told
    diag::Diagnostics found;
    found.error("P983", {}, {{"left_out", std::to_string(left_out)}, {"all", std::to_string(files.size())}});
    show(found, messages);
    return false;
}

Together together(const Answer& answer, whatif::Order order, wording::Language messages) {
    std::vector<std::vector<whatif::Case>> cases;
    std::vector<portfolio::Member> members;
    for (const auto& scenes : answer.proposals) {
        cases.push_back({cases_of(scenes).front()});
        members.push_back({&scenes.front().plan, &scenes.front().figures});
    }
    warn_of_the_same(members, messages);
    auto sums = portfolio::overview(members);
    show(sums.diagnostics, messages);
    return {whatif::compare(cases, order, whatif::YearsShown::all), std::move(sums.value)};
}

model::Language language_of(const whatif::Comparison& comparison) {
    const auto danish = std::ranges::count_if(
        comparison.rows, [](const whatif::Compared& row) { return row.of.plan->language == model::Language::danish; });
    const auto others = std::ssize(comparison.rows) - danish;
    if (danish == others) return comparison.base.plan->language;
    return danish > others ? model::Language::danish : model::Language::english;
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
