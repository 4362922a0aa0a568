#include "provenu/report/run.hpp"

#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/pages.hpp"
#include "cli/proposals.hpp"
#include "cli/scenes.hpp"
#include "provenu/report/comparison.hpp"

namespace provenu::cli {
namespace {

constexpr std::size_t most_combinations = 8;  // of options, beneath the table

std::optional<report::Decided> decided(const Computed& computed) {
    if (!computed.decided) return std::nullopt;
    return report::Decided{computed.decided->plan, computed.decided->figures};
}

whatif::Comparison with_and_without(const std::vector<Computed>& scenes) {
    return whatif::compare({cases_of(scenes)}, whatif::Order::given);
}

/// The table and, where the proposal has options, what it is with and without them; as CSV the table alone.
Findings findings_of(const std::vector<Computed>& scenes, const Asked& asked) {
    const Computed& asked_for = scenes.front();
    const auto language = language_of_output(asked, asked_for.plan.language);
    const bool with_options = scenes.size() > 1 && asked.value("format") != "csv";
    const auto document = [&scenes, &asked_for, language, with_options] {
        auto tables = report::committee_table(asked_for.plan, asked_for.figures, language, decided(asked_for));
        if (with_options) tables.items.emplace_back(report::options_table(with_and_without(scenes), language));
        return tables;
    };
    const auto data = [&scenes, &asked_for, language, with_options] {
        auto object = report::run_data(asked_for.plan, asked_for.figures, language, decided(asked_for));
        if (with_options)
            std::get<report::Data::Object>(object.value)
                .emplace_back("options", report::comparison_rows(with_and_without(scenes), language));
        return object;
    };
    return {language, document, data};
}

Status run(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    auto question = question_asked(asked);
    show(question.diagnostics, messages);
    if (!question.ok()) return status_of(question.diagnostics);
    question.value->most_combinations = most_combinations;
    question.value->with_decided = true;
    const auto files = asked.all("FILE");
    const auto answer = compute(files, *question.value, messages);
    show(claims_of(answer), messages);
    Pages pages(asked);
    for (const auto& scenes : answer.proposals) pages.add(findings_of(scenes, asked));
    const auto whole = pages.whole(files.size() > 1);
    return whole.empty() ? answer.status : worse(answer.status, deliver(whole, asked));
}

}  // namespace

Command run_command() {
    std::vector<Option> options{format_option(),  language_option(), payback_option(),     basis_option(),
                                horizon_option(), realised_option(), price_level_option(), date_option()};
    for (Option& option : scene_options()) options.push_back(std::move(option));
    options.push_back(output_option());
    for (Option& option : csv_options()) options.push_back(std::move(option));
    return {"run",
            "The committee's table of each proposal: net effects by year, balance, payback",
            "provenu run proposal.yaml --format csv --bom -o table.csv",
            {{"FILE", "Proposal files", true, true, Takes::file, {}}},
            std::move(options),
            run};
}

}  // namespace provenu::cli
