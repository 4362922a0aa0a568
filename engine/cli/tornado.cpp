#include "provenu/report/tornado.hpp"

#include <utility>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/pages.hpp"
#include "cli/tornado.hpp"
#include "cli/turned.hpp"
#include "provenu/risk/tornado.hpp"

namespace provenu::cli {
namespace {

Findings findings_of(const risk::Tornado& found, const compile::Plan& plan, const Asked& asked) {
    const auto language = language_of_output(asked, plan.language);
    return {language, [&found, &plan, language] { return report::tornado(found, plan, language); },
            [&found, &plan, language] { return report::tornado_data(found, plan, language); }};
}

Status tornado(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    const auto [computed, choices, status] = turnable(asked, messages);
    if (!computed) return status;
    diag::Diagnostics wrong;
    const auto measure = measure_asked(asked, computed->plan, wrong);
    show(wrong, messages);
    if (!measure) return Status::wrong_command_line;
    const auto at = risk::read_at(asked.value("at").value_or("p10-p90"));
    const auto found = tornado_of(*computed->proposal, choices, *measure, *at);
    show(found.diagnostics, messages);
    if (!found.value) return Status::author_must_act;
    Pages pages(asked);
    pages.add(findings_of(*found.value, computed->plan, asked));
    return worse(status, deliver(pages.whole(false), asked));
}

}  // namespace

diag::Result<risk::Tornado> tornado_of(const model::Proposal& proposal, const compile::Choices& choices,
                                       const risk::Measure& measure, risk::At at) {
    if (!risk::is_uncertain(proposal)) return risk::tornado_of_all(proposal, choices, measure);
    auto uncertainty = risk::uncertainty_of(proposal, choices);
    if (!uncertainty.value) return {std::nullopt, std::move(uncertainty.diagnostics)};
    return {risk::tornado(proposal, *uncertainty.value, measure, at), std::move(uncertainty.diagnostics)};
}

Command tornado_command() {
    std::vector<Option> options{
        format_option(),
        measure_option(),
        {"at", "", Takes::text, "WHICH", "What is low and high of a range (default: p10-p90)", risk::names_of_at()}};
    for (Option& option : convention_options()) options.push_back(std::move(option));
    add_shared_options(options);
    return {"tornado",
            "Each assumption at its low and high, the one that matters most first",
            "provenu tornado proposal.yaml --measure npv",
            {{"FILE", "Proposal file", true, false, Takes::file, {}}},
            std::move(options),
            tornado};
}

}  // namespace provenu::cli
