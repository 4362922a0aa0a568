#include <utility>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/overview.hpp"
#include "cli/pages.hpp"
#include "cli/proposals.hpp"
#include "cli/scenes.hpp"

namespace provenu::cli {
namespace {

Status portfolio(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    const auto question = question_asked(asked);
    show(question.diagnostics, messages);
    if (!question.ok()) return status_of(question.diagnostics);
    const auto files = asked.all("FILE");
    const auto answer = compute(files, *question.value, messages);
    if (!is_whole(answer, files, messages)) return answer.status;
    const auto order = whatif::read_order(asked.value("sort").value_or("payback"));
    const auto all = together(answer, *order, messages);
    Pages pages(asked);
    const auto language = language_of_output(asked, language_of(all.ranking));
    pages.add(findings_of(all, language, asked.value("format") == "csv"));
    const auto status = all.sums ? answer.status : Status::author_must_act;
    return worse(status, deliver(pages.whole(false), asked));
}

}  // namespace

Command portfolio_command() {
    std::vector<Option> options{
        format_option(),
        {"sort", "", Takes::text, "ORDER", "By what, best first (default: payback)", whatif::names_of_orders()},
        language_option()};
    for (Option& option : choice_options()) options.push_back(std::move(option));
    for (Option& option : scene_options()) options.push_back(std::move(option));
    options.push_back(output_option());
    for (Option& option : csv_options()) options.push_back(std::move(option));
    return {"portfolio",
            "Many proposals on one page: by payback, with sums by area, payer and frame",
            "provenu portfolio proposals/*.yaml --price-level 2027",
            {{"FILE", "Proposal files", true, true, Takes::file, {}}},
            std::move(options),
            portfolio};
}

}  // namespace provenu::cli
