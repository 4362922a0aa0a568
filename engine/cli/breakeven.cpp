#include "provenu/report/breakeven.hpp"

#include <algorithm>
#include <utility>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/pages.hpp"
#include "cli/turned.hpp"
#include "provenu/risk/breakeven.hpp"

namespace provenu::cli {
namespace {

Findings findings_of(const risk::Breakeven& found, const compile::Plan& plan, const Asked& asked) {
    const auto language = language_of_output(asked, plan.language);
    return {language, [&found, &plan, language] { return report::breakeven(found, plan, language); },
            [&found, &plan, language] { return report::breakeven_data(found, plan, language); }};
}

risk::BreakevenQuestion question_of(const Asked& asked, const Computed& computed, diag::Diagnostics& wrong) {
    const quantity::Axis& axis = computed.plan.book.axis;
    risk::BreakevenQuestion question;
    question.years = whole_number_asked(asked, {"years", 1, axis.years(), "P832"}, wrong).value_or(0);
    question.payback_within = whole_number_asked(asked, {"payback-within", 1, quantity::Axis::payback_limit, "P832"}, wrong);
    for (const std::string& id : asked.all("of"))
        if (std::ranges::find(question.of, id) == question.of.end()) question.of.push_back(id);
    check_levers(*computed.proposal, question.of, wrong);
    return question;
}

Status breakeven(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    const auto [computed, choices, status] = turnable(asked, messages);
    if (!computed) return status;
    diag::Diagnostics wrong;
    const auto question = question_of(asked, *computed, wrong);
    show(wrong, messages);
    if (wrong.has_errors()) return Status::wrong_command_line;
    const auto found = risk::breakeven(*computed->proposal, choices, question);
    if (!found.value) {
        show(found.diagnostics, messages);
        return Status::author_must_act;
    }
    Pages pages(asked);
    pages.add(findings_of(*found.value, computed->plan, asked));
    return worse(status, deliver(pages.whole(false), asked));
}

}  // namespace

Command breakeven_command() {
    std::vector<Option> options{
        format_option(),
        {"years", "", Takes::text, "N", "Of the sum that must be zero, from the table's first (default: the whole table)", {}},
        {"payback-within", "", Takes::text, "N", "Also what must be true for payback within N years", {}},
        {"of", "", Takes::text, "ID", "Only this line or assumption, savings or recurring", {}, true}};
    add_shared_options(options);
    return {"breakeven",
            "What must be true for the proposal to be paid back, and what delay it can bear",
            "provenu breakeven proposal.yaml --payback-within 5",
            {{"FILE", "Proposal file", true, false, Takes::file, {}}},
            std::move(options),
            breakeven};
}

}  // namespace provenu::cli
