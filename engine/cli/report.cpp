
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "cli/charting.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/drawing.hpp"
#include "cli/endings.hpp"
#include "cli/options.hpp"
#include "cli/overview.hpp"
#include "cli/paper.hpp"
#include "cli/proposals.hpp"
#include "cli/run.hpp"
#include "cli/scenes.hpp"
#include "cli/workbook.hpp"
#include "provenu/report/explained.hpp"
#include "provenu/report/portfolio.hpp"
#include "provenu/report/run.hpp"

namespace provenu::cli {
namespace {

Reported reported(const PaperOf& proposal, const Asked& asked) {
    const Computed& computed = proposal.scenes.front();
    const auto language = language_of_output(asked, computed.plan.language);
    const bool danish = language == wording::Language::danish;
    const auto decided =
        computed.decided ? std::optional(report::Decided{computed.decided->plan, computed.decided->figures}) : std::nullopt;
    return {
        language,
        danish ? computed.plan.title.danish : computed.plan.title.english,
        [&proposal, &asked] { return paper_of(proposal, asked); },
        [&computed, language, decided] { return report::committee_table(computed.plan, computed.figures, language, decided); },
        [&proposal, language] { return run_data_of(proposal.combinations, language); },
        [&proposal, &asked] { return picture_of(proposal, asked); },
        [&computed, language](report::Document& paper) { report::explain_cells(paper, computed.plan, language); }};
}

/// Several proposals: one page for all.
Reported reported(const Together& together, const Ending& ending, const Asked& asked) {
    const auto language = language_of_output(asked, language_of(together.ranking));
    const auto page = findings_of(together, language, ending.name == "csv");
    return {language,
            wording::text(language, "portfolio.heading"),
            [make = page.document] { return diag::Result<report::Document>{make(), {}}; },
            page.document,
            page.data,
            [&together, &asked] { return picture_of(together, asked); },
            {},
            [&together, language] { return report::portfolio_workbook({together.ranking, &*together.sums}, language); }};
}

Status write(const Reported& reported, const Ending& ending, const Asked& asked) {
    const auto bytes = ending.bytes(reported, asked);
    show(bytes.diagnostics, language_of_messages(asked));
    return bytes.ok() ? deliver(*bytes.value, asked) : Status::author_must_act;
}

/// Proposals under the scenarios asked for; what is asked of one alone is a paper, for which the proposal itself is kept.
diag::Result<Programme> report_asked(const Asked& asked) {
    diag::Result<Programme> result;
    if (names_scenes(asked) || asked.value("chart") == "scenarios") {
        result = programme_asked(asked);
    } else {
        auto question = question_asked(asked);
        result.diagnostics = std::move(question.diagnostics);
        if (question.value) result.value = Programme{asked.all("FILE"), std::move(*question.value)};
    }
    if (result.value) {
        const bool one = result.value->files.size() == 1;
        result.value->question.with_proposal = one;
        result.value->question.most_combinations = one ? most_combinations : 0;
        result.value->question.with_decided = one;
        const auto& scenes = result.value->question.scenes;
        if (!one && scenes.size() > 1)
            result.diagnostics.error("P914", {}, {{"count", std::to_string(scenes.size())}, {"name", scenes.back().name.id}});
    }
    return result;
}

Status report_on(const Answer& answer, const Programme& programme, const Ending& ending, const Asked& asked) {
    const bool kept = programme.question.with_proposal;
    const auto uncertain =
        kept ? uncertainties_of(answer, programme.question.choices, language_of_messages(asked)) : Uncertainties{};
    if (uncertain.proposals.empty()) return Status::author_must_act;
    std::vector<Computed> scenes = answer.proposals.front();
    const auto asked_for = scenes.cbegin() + static_cast<std::ptrdiff_t>(programme.question.scenes.size());
    std::vector<Computed> combinations{scenes.front()};
    combinations.insert(combinations.end(), asked_for, scenes.cend());
    scenes.erase(asked_for, scenes.cend());
    const PaperOf proposal{scenes, combinations, uncertain.proposals.front(), programme.question.choices};
    return worse(answer.status, write(reported(proposal, asked), ending, asked));
}

/// Options that only some kinds of files have a use for.
struct ForSome {
    std::string_view option;
    std::string_view endings;  ///< ` .docx .pdf `
};
constexpr std::array<ForSome, 3> for_some{
    {{"chart", " .svg .png "}, {"sensitivity", " .xlsx .docx .pdf .html .md "}, {"simulate", " .docx .pdf .html .md "}}};

diag::Diagnostics misplaced(const Asked& asked, const Ending& ending) {
    diag::Diagnostics found;
    const bool several = asked.all("FILE").size() > 1;
    for (const auto& [option, endings] : for_some) {
        if (!asked.has(option)) continue;
        const std::string name = "--" + std::string(option);
        if (endings.find(" ." + std::string(ending.name) + " ") == std::string_view::npos)
            found.error("P912", {},
                        {{"option", name},
                         {"ending", std::string(ending.name)},
                         {"others", std::string(endings.substr(1, endings.size() - 2))}});
        else if (several && option != "chart")
            found.error("P913", {}, {{"option", name}});
    }
    return found;
}

Status report(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    auto ending = asked.has("output") ? ending_of(*asked.value("output")) : diag::Result<Ending>{};
    if (!asked.has("output"))
        ending.diagnostics.error("P955", {}, {{"what", "-o FILE"}, {"example", "provenu report proposal.yaml -o paper.md"}});
    if (ending.value) ending.diagnostics.append(misplaced(asked, *ending.value));
    show(ending.diagnostics, messages);
    if (!ending.ok()) return Status::wrong_command_line;
    const auto question = report_asked(asked);
    if (ending.value->name == "xlsx" && question.ok() && question.value->files.size() == 1)
        return report_workbook(asked, *ending.value);
    show(question.diagnostics, messages);
    if (!question.ok()) return status_of(question.diagnostics);
    const auto answer = compute(question.value->files, question.value->question, messages);
    if (!is_whole(answer, question.value->files, messages)) return answer.status;
    if (answer.proposals.size() == 1) return report_on(answer, *question.value, *ending.value, asked);
    const auto all = together(answer, whatif::Order::payback, messages);
    const auto status = all.sums ? answer.status : Status::author_must_act;
    if (!all.sums && ending.value->name == "xlsx") return status;  // its sheets are sums
    return worse(status, write(reported(all, *ending.value, asked), *ending.value, asked));
}

}  // namespace

Command report_command() {
    std::vector<Option> options{output_option(), language_option()};
    for (Option& option : choice_options()) options.push_back(std::move(option));
    for (Option& option : scene_options(true)) options.push_back(std::move(option));
    options.push_back(chart_option());
    for (Option& option : paper_options()) options.push_back(std::move(option));
    for (Option& option : csv_options()) options.push_back(std::move(option));
    return {"report",
            "What people receive, as a file: its kind is what its name ends with",
            "provenu report proposal.yaml -o paper.md",
            {{"FILE", "A proposal file, or several for one page about all of them", true, true, Takes::file, {}}},
            std::move(options),
            report};
}

}  // namespace provenu::cli
