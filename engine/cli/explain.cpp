#include "provenu/report/explain.hpp"

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/proposals.hpp"
#include "cli/scenes.hpp"
#include "provenu/output/writers.hpp"

namespace provenu::cli {
namespace {

Status explain(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    const auto question = question_asked(asked);
    show(question.diagnostics, messages);
    if (!question.ok()) return status_of(question.diagnostics);
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
    std::vector<Option> options{language_option(), payback_option(),     basis_option(), horizon_option(),
                                realised_option(), price_level_option(), date_option()};
    for (Option& option : scene_options()) options.push_back(std::move(option));
    options.push_back(output_option());
    return {"explain",
            "Where a number comes from, down to the inputs and their sources",
            "provenu explain proposal.yaml anchoring[2026]",
            {{"FILE", "A proposal file", true, false, Takes::file, {}},
             {"ADDRESS", "A line, line[2028], net[2027], balance[2029], payback.service, npv", true, false, Takes::text, {}}},
            std::move(options),
            explain};
}

}  // namespace provenu::cli
