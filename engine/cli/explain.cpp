#include "provenu/report/explain.hpp"

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/drawing.hpp"
#include "cli/options.hpp"
#include "cli/proposals.hpp"
#include "cli/scenes.hpp"
#include "provenu/output/writers.hpp"
#include "provenu/report/drawn.hpp"

namespace provenu::cli {
namespace {

/// An option that says how to draw, where nothing is drawn.
Status refuse_option(const std::string& option, wording::Language messages) {
    diag::Diagnostics wrong;
    wrong.error("P866", {}, {{"option", "--" + option}});
    show(wrong, messages);
    return Status::wrong_command_line;
}

/// What a simulation of the proposal draws, and from where.
Status explain_simulation(const Asked& asked, Question question) {
    const auto messages = language_of_messages(asked);
    const auto drawing = drawing_asked(asked);
    show(drawing.diagnostics, messages);
    if (drawing.diagnostics.has_errors()) return Status::wrong_command_line;
    question.with_proposal = true;
    const auto uncertain = uncertainties_of(compute({*asked.value("FILE")}, question, messages), question.choices, messages);
    if (uncertain.proposals.empty()) return uncertain.status;
    const risk::Uncertainty& proposal = uncertain.proposals.front();
    const auto language = language_of_output(asked, proposal.plan.language);
    return deliver(
        output::text(report::drawn({proposal, *drawing.value, options_of_scene(asked)}, PROVENU_VERSION, language), language),
        asked);
}

Status explain(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    const auto question = question_asked(asked);
    show(question.diagnostics, messages);
    if (!question.ok()) return status_of(question.diagnostics);
    if (asked.value("ADDRESS") == "simulate") return explain_simulation(asked, *question.value);
    for (const char* option : {"draws", "seed", "method"})
        if (asked.has(option)) return refuse_option(option, messages);
    const auto answer = compute({*asked.value("FILE")}, *question.value, messages);
    if (answer.proposals.empty()) return answer.status;
    const compile::Plan& plan = answer.proposals.front().front().plan;
    const auto language = language_of_output(asked, plan.language);
    const auto chain = report::explain(plan, *asked.value("ADDRESS"), language);
    show(chain.diagnostics, messages);
    if (!chain.ok()) return Status::author_must_act;
    return deliver(output::text(*chain.value, language), asked);
}

}  // namespace

Command explain_command() {
    std::vector<Option> options{language_option()};
    for (Option& option : choice_options()) options.push_back(std::move(option));
    for (Option& option : scene_options()) options.push_back(std::move(option));
    for (Option& option : drawing_options()) options.push_back(std::move(option));
    options.push_back(output_option());
    return {"explain",
            "Where a number comes from, down to the inputs and their sources",
            "provenu explain proposal.yaml anchoring[2026]",
            {{"FILE", "A proposal file", true, false, Takes::file, {}},
             {"ADDRESS",
              "A line, line[2028], net[2027], balance[2029], payback.service, npv, simulate",
              true,
              false,
              Takes::text,
              {}}},
            std::move(options),
            explain};
}

}  // namespace provenu::cli
