#include "provenu/risk/grid.hpp"

#include <utility>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/pages.hpp"
#include "cli/turned.hpp"
#include "provenu/report/tornado.hpp"

namespace provenu::cli {
namespace {

constexpr int most_steps = 25;

Findings findings_of(const risk::Grid& found, const compile::Plan& plan, const Asked& asked) {
    const auto language = language_of_output(asked, plan.language);
    return {language, [&found, &plan, language] { return report::grid(found, plan, language); },
            [&found, &plan, language] { return report::grid_data(found, plan, language); }};
}

risk::GridQuestion question_of(const Asked& asked, const model::Proposal& proposal, diag::Diagnostics& wrong) {
    risk::GridQuestion question{asked.value("x").value_or(""), asked.value("y").value_or(""), 5};
    if (!asked.has("x") || !asked.has("y"))
        wrong.error("P837", {});
    else if (question.x == question.y)
        wrong.error("P838", {});
    else
        check_levers(proposal, {question.x, question.y}, wrong);
    question.steps = whole_number_asked(asked, {"steps", 2, most_steps, "P836"}, wrong).value_or(question.steps);
    return question;
}

Status grid(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    const auto [computed, choices, status] = turnable(asked, messages);
    if (!computed) return status;
    diag::Diagnostics wrong;
    const auto question = question_of(asked, *computed->proposal, wrong);
    const auto measure = measure_asked(asked, computed->plan, wrong);
    show(wrong, messages);
    if (wrong.has_errors()) return Status::wrong_command_line;
    const auto found = risk::grid(*computed->proposal, choices, question, *measure);
    show(found.diagnostics, messages);
    if (!found.value) return Status::author_must_act;
    Pages pages(asked);
    pages.add(findings_of(*found.value, computed->plan, asked));
    return worse(status, deliver(pages.whole(false), asked));
}

}  // namespace

Command grid_command() {
    std::vector<Option> options{
        format_option(),
        {"x", "", Takes::text, "ID", "What varies across: a line or assumption, savings or recurring", {}},
        {"y", "", Takes::text, "ID", "What varies down", {}},
        {"steps", "", Takes::text, "N", "Values of each (default: 5)", {}},
        measure_option()};
    for (Option& option : convention_options()) options.push_back(std::move(option));
    add_shared_options(options);
    return {"grid",
            "Two assumptions against each other",
            "provenu grid proposal.yaml --x savings --y recurring",
            {{"FILE", "Proposal file", true, false, Takes::file, {}}},
            std::move(options),
            grid};
}

}  // namespace provenu::cli
