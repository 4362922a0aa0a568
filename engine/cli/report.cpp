
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/endings.hpp"
#include "cli/options.hpp"
#include "cli/overview.hpp"
#include "cli/proposals.hpp"
#include "cli/scenes.hpp"
#include "cli/workbook.hpp"
#include "provenu/report/charts.hpp"
#include "provenu/report/paper.hpp"
#include "provenu/report/run.hpp"

namespace provenu::cli {
namespace {

Reported reported(const Computed& computed, const Asked& asked) {
    const auto language = language_of_output(asked, computed.plan.language);
    const bool danish = language == wording::Language::danish;
    return {language, danish ? computed.plan.title.danish : computed.plan.title.english,
            [&computed, language] { return report::paper({computed.plan, computed.figures}, language); },
            [&computed, language] { return report::run_data(computed.plan, computed.figures, language); },
            [&computed, language] {
                return diag::Result<report::Item>{report::net_chart(computed.plan, computed.figures, language), {}};
            }};
}

/// Several proposals: one page for all.
Reported reported(const Together& together, const Ending& ending, const Asked& asked) {
    const auto language = language_of_output(asked, together.ranking.rows.front().of.plan->language);
    const auto page = findings_of(together, language, ending.name == "csv");
    return {language, wording::text(language, "portfolio.heading"), page.document, page.data};
}

Status write(const Reported& reported, const Ending& ending, const Asked& asked) {
    const auto bytes = ending.bytes(reported, asked);
    show(bytes.diagnostics, language_of_messages(asked));
    return bytes.ok() ? deliver(*bytes.value, asked) : Status::author_must_act;
}

/// Several scenarios and their sheets are a workbook's.
Status refuse_for_workbooks(const Asked& asked, wording::Language messages) {
    diag::Diagnostics wrong;
    wrong.error(asked.has("sensitivity") ? "P912" : "P913", {}, {});
    show(wrong, messages);
    return Status::wrong_command_line;
}

Status report(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    auto ending = asked.has("output") ? ending_of(*asked.value("output")) : diag::Result<Ending>{};
    if (!asked.has("output"))
        ending.diagnostics.error("P955", {}, {{"what", "-o FILE"}, {"example", "provenu report proposal.yaml -o paper.md"}});
    show(ending.diagnostics, messages);
    if (!ending.ok()) return Status::wrong_command_line;
    if (ending.value->name == "xlsx") return report_workbook(asked, *ending.value);
    if (asked.all("scenario").size() > 1 || asked.has("sensitivity")) return refuse_for_workbooks(asked, messages);
    const auto question = question_asked(asked);
    show(question.diagnostics, messages);
    if (!question.ok()) return status_of(question.diagnostics);
    const auto answer = compute(asked.all("FILE"), *question.value, messages);
    if (answer.proposals.empty()) return answer.status;
    if (answer.proposals.size() == 1)
        return worse(answer.status, write(reported(answer.proposals.front().front(), asked), *ending.value, asked));
    const auto all = together(answer, whatif::Order::payback, messages);
    const auto status = all.sums ? answer.status : Status::author_must_act;
    return worse(status, write(reported(all, *ending.value, asked), *ending.value, asked));
}

}  // namespace

Command report_command() {
    std::vector<Option> options{output_option(),  language_option(), payback_option(),     basis_option(),
                                horizon_option(), realised_option(), price_level_option(), date_option()};
    for (Option& option : scene_options(true)) options.push_back(std::move(option));
    for (Option& option : workbook_options()) options.push_back(std::move(option));
    for (Option& option : csv_options()) options.push_back(std::move(option));
    return {"report",
            "What people receive, as a file: its kind is what its name ends with",
            "provenu report proposal.yaml -o paper.md",
            {{"FILE", "A proposal file, or several for one page about all of them", true, true, Takes::file, {}}},
            std::move(options),
            report};
}

}  // namespace provenu::cli
