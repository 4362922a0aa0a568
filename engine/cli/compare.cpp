#include <utility>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/overview.hpp"
#include "cli/pages.hpp"
#include "cli/proposals.hpp"
#include "cli/scenes.hpp"
#include "provenu/report/comparison.hpp"

namespace provenu::cli {
namespace {

constexpr std::size_t most_combinations = 64;

/// As CSV a comparison is one flat table.
Findings findings_of(const whatif::Comparison& comparison, const Asked& asked) {
    const auto language = language_of_output(asked, language_of(comparison));
    const bool flat = asked.value("format") == "csv";
    return {language,
            [&comparison, language, flat] {
                return flat ? report::comparison_sheet(comparison, language) : report::comparison(comparison, language);
            },
            [&comparison, language] { return report::comparison_data(comparison, language); }};
}

Findings findings_of(const whatif::Difference& difference, const Asked& asked) {
    const auto language = language_of_output(asked, difference.after.plan->language);
    return {language, [&difference, language] { return report::difference(difference, language); },
            [&difference, language] { return report::difference_data(difference, language); }};
}

Status deliver_page(const Findings& findings, const Asked& asked) {
    Pages pages(asked);
    pages.add(findings);
    return deliver(pages.whole(false), asked);
}

/// Two files, both under the scenario asked for; or one file as it is and under a scenario.
Status compare_between(const Asked& asked, wording::Language messages) {
    auto question = question_asked(asked);
    show(question.diagnostics, messages);
    if (!question.ok()) return status_of(question.diagnostics);
    const auto files = asked.all("FILE");
    auto& scenes = question.value->scenes;
    if (files.size() == 1) scenes.insert(scenes.begin(), whatif::as_proposed());
    if (files.size() > 2 || (files.size() == 1 && scenes.back().changes.empty())) {
        diag::Diagnostics wrong;
        wrong.error("P967", {}, {});
        show(wrong, messages);
        return Status::wrong_command_line;
    }
    const auto answer = compute(files, *question.value, messages);
    if (answer.status != Status::done) return answer.status;
    const auto before = cases_of(answer.proposals.front());
    const auto after = cases_of(answer.proposals.back());
    const auto difference = whatif::difference(before.front(), after.back());
    return deliver_page(findings_of(difference, asked), asked);
}

Status compare(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    if (asked.has("between")) return compare_between(asked, messages);
    auto programme = programme_asked(asked);
    show(programme.diagnostics, messages);
    if (!programme.ok()) return status_of(programme.diagnostics);
    programme.value->question.most_combinations = most_combinations;
    const auto answer = compute(programme.value->files, programme.value->question, messages);
    if (answer.proposals.empty()) return answer.status;
    show(claims_of(answer), messages);
    const auto order = whatif::read_order(asked.value("sort").value_or("given"));
    std::vector<std::vector<whatif::Case>> cases;
    for (const auto& scenes : answer.proposals) cases.push_back(cases_of(scenes));
    const auto comparison = whatif::compare(cases, *order);
    return worse(answer.status, deliver_page(findings_of(comparison, asked), asked));
}

}  // namespace

Command compare_command() {
    std::vector<Option> options{
        format_option(),
        {"between", "", Takes::nothing, "", "What is different from the first file to the second, and why", {}},
        {"sort", "", Takes::text, "ORDER", "By what, best first (default: given)", whatif::names_of_orders()},
        language_option()};
    for (Option& option : choice_options()) options.push_back(std::move(option));
    for (Option& option : scene_options(true)) options.push_back(std::move(option));
    options.push_back(output_option());
    for (Option& option : csv_options()) options.push_back(std::move(option));
    return {"compare",
            "Proposals and scenarios side by side: payback, net by year, present value",
            "provenu compare proposal.yaml --scenario base --scenario late",
            {{"FILE", "Proposal files, and scenario files with or without proposals of their own", true, true, Takes::file, {}}},
            std::move(options),
            compare};
}

}  // namespace provenu::cli
