#include "provenu/report/run.hpp"

#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/pages.hpp"
#include "cli/proposals.hpp"

namespace provenu::cli {
namespace {

Findings findings_of(const Computed& computed, const Asked& asked) {
    const auto language = language_of_output(asked, computed.plan.language);
    return {language, [&computed, language] { return report::committee_table(computed.plan, computed.figures, language); },
            [&computed, language] { return report::run_data(computed.plan, computed.figures, language); }};
}

Status run(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    const auto choices = choices_asked(asked);
    if (!choices.ok()) {
        show(choices.diagnostics, messages);
        return Status::wrong_command_line;
    }
    Status status = Status::done;
    Pages pages(asked);
    const auto files = asked.all("FILE");
    for (const auto& file : files) {
        if (const auto computed = compute(file, *choices.value, messages))
            pages.add(findings_of(*computed, asked));
        else
            status = Status::author_must_act;
    }
    const auto whole = pages.whole(files.size() > 1);
    return whole.empty() ? status : worse(status, deliver(whole, asked));
}

std::vector<Option> options() {
    auto all = format_options();
    all.insert(all.begin() + 1, {language_option(), payback_option(), basis_option(), horizon_option(), output_option()});
    return all;
}

}  // namespace

Command run_command() {
    return {"run",
            "The committee's table of each proposal: net effects by year, balance, payback",
            "provenu run proposal.yaml --format csv --bom -o table.csv",
            {{"FILE", "Proposal files", true, true, Takes::file, {}}},
            options(),
            run};
}

}  // namespace provenu::cli
