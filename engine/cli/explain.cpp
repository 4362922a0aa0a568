#include "provenu/report/explain.hpp"

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/proposals.hpp"
#include "provenu/output/writers.hpp"

namespace provenu::cli {
namespace {

Status explain(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    const auto choices = choices_asked(asked);
    if (!choices.ok()) {
        show(choices.diagnostics, messages);
        return Status::wrong_command_line;
    }
    const auto computed = compute(*asked.value("FILE"), *choices.value, messages);
    if (!computed) return Status::author_must_act;
    const auto language = language_of_output(asked, computed->plan.language);
    const auto chain = report::explain(computed->plan, *asked.value("ADDRESS"), language);
    show(chain.diagnostics, messages);
    if (!chain.ok()) return Status::author_must_act;
    return deliver(output::text(*chain.value, language), asked);
}

}  // namespace

Command explain_command() {
    return {"explain",
            "Where a number comes from, down to the inputs and their sources",
            "provenu explain proposal.yaml anchoring[2026]",
            {{"FILE", "A proposal file", true, false, Takes::file, {}},
             {"ADDRESS", "A line, line[2028], net[2027], balance[2029], payback.service, npv", true, false, Takes::text, {}}},
            {language_option(), payback_option(), basis_option(), horizon_option(), price_level_option(), date_option(),
             output_option()},
            explain};
}

}  // namespace provenu::cli
