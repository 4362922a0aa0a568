#include "cli/workbook.hpp"

#include <optional>
#include <utility>

#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/proposals.hpp"
#include "cli/scenes.hpp"
#include "cli/tornado.hpp"
#include "provenu/report/paper.hpp"
#include "provenu/report/run.hpp"
#include "provenu/report/tornado.hpp"
#include "provenu/risk/tornado.hpp"

namespace provenu::cli {
namespace {

/// The proposal as it is first, then the scenarios asked for: one by one, or all of a file.
diag::Result<Programme> scenes_asked(const Asked& asked) {
    auto result = programme_asked(asked);
    if (!result.ok()) return result;
    Question& question = result.value->question;
    question.with_proposal = true;
    const bool named = names_scenes(asked);
    auto scenes = std::exchange(question.scenes, {});
    question.scenes.push_back(whatif::with_options(whatif::as_proposed(), switched_asked(asked)));
    for (whatif::Scene& scene : scenes)
        if (named && scene.changes.size() > scene.switched.size()) question.scenes.push_back(std::move(scene));
    return result;
}

/// The document of `provenu tornado`, where it is asked for.
diag::Result<std::optional<report::Document>> sensitivity_asked(const Asked& asked, const Computed& computed,
                                                                const Question& question, wording::Language language) {
    diag::Result<std::optional<report::Document>> result{std::optional<report::Document>{}, {}};
    if (!asked.has("sensitivity")) return result;
    const auto found = tornado_of(*computed.proposal, question.choices, risk::Measure{}, risk::At::p10_p90);
    result.diagnostics = found.diagnostics;
    if (found.value) *result.value = report::tornado(*found.value, computed.plan, language);
    return result;
}

report::WorkbookFindings findings_of(const std::vector<Computed>& scenes, const Question& question) {
    report::WorkbookFindings findings;
    for (const Computed& each : scenes)
        if (!each.plan.scenario.changes_nothing || findings.cases.empty())
            findings.cases.push_back({each.plan, each.figures, *each.proposal});
    findings.date = question.choices.date ? question.choices.date : scenes.front().proposal->date;
    findings.version = PROVENU_VERSION;
    return findings;
}

}  // namespace

Status report_workbook(const Asked& asked, const Ending& ending) {
    const auto messages = language_of_messages(asked);
    const auto programme = scenes_asked(asked);
    show(programme.diagnostics, messages);
    if (!programme.ok()) return status_of(programme.diagnostics);
    const Question& question = programme.value->question;
    const auto answer = compute(programme.value->files, question, messages);
    if (answer.proposals.empty()) return answer.status;
    const std::vector<Computed>& scenes = answer.proposals.front();
    const auto language = language_of_output(asked, scenes.front().plan.language);
    report::WorkbookFindings findings = findings_of(scenes, question);
    auto sensitivity = sensitivity_asked(asked, scenes.front(), question, language);
    show(sensitivity.diagnostics, messages);
    if (!sensitivity.ok()) return Status::author_must_act;
    findings.sensitivity = std::move(*sensitivity.value);
    Reported reported;
    reported.language = language;
    reported.workbook = [&] { return report::workbook(findings, language); };
    const auto bytes = ending.bytes(reported, asked);
    show(bytes.diagnostics, messages);
    return bytes.ok() ? worse(answer.status, deliver(*bytes.value, asked)) : Status::author_must_act;
}

}  // namespace provenu::cli
