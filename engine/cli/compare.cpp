#include <utility>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/proposals.hpp"
#include "cli/scenes.hpp"
#include "provenu/input/read.hpp"
#include "provenu/output/writers.hpp"
#include "provenu/report/comparison.hpp"

namespace provenu::cli {
namespace {

constexpr std::size_t most_combinations = 64;

std::string page(const whatif::Comparison& comparison, const Asked& asked) {
    const auto language = language_of_output(asked, comparison.rows.front().of.plan->language);
    const auto format = asked.value("format").value_or("table");
    if (format == "json") return output::json(report::comparison_data(comparison, language));
    if (format == "csv") return output::csv(report::comparison_sheet(comparison, language), csv_dialect_asked(asked, language));
    const auto document = report::comparison(comparison, language);
    return format == "markdown" ? output::markdown(document, language) : output::text(document, language);
}

Status compare(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    auto programme = programme_asked(asked);
    show(programme.diagnostics, messages);
    if (!programme.ok()) return status_of(programme.diagnostics);
    programme.value->question.most_combinations = most_combinations;
    const auto answer = compute(programme.value->files, programme.value->question, messages);
    if (answer.proposals.empty()) return answer.status;
    const auto order = whatif::read_order(asked.value("sort").value_or("given"));
    std::vector<std::vector<whatif::Case>> cases;
    for (const auto& scenes : answer.proposals) cases.push_back(cases_of(scenes));
    const auto comparison = whatif::compare(cases, *order);
    return worse(answer.status, deliver(page(comparison, asked), asked));
}

}  // namespace

Command compare_command() {
    std::vector<Option> options{
        {"format", "", Takes::text, "FORMAT", "How to print it (default: table)", {"table", "markdown", "csv", "json"}},
        {"sort", "", Takes::text, "ORDER", "By what, best first (default: given)", whatif::names_of_orders()},
        language_option(),
        payback_option(),
        basis_option(),
        horizon_option()};
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
