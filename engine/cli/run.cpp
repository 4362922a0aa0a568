#include "cli/run.hpp"

#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/drawing.hpp"
#include "cli/options.hpp"
#include "cli/pages.hpp"
#include "cli/proposals.hpp"
#include "cli/scenes.hpp"
#include "provenu/evaluate/evaluate.hpp"
#include "provenu/report/comparison.hpp"
#include "provenu/report/run.hpp"

namespace provenu::cli {
namespace {

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
    const auto data = [&scenes, language] { return run_data_of(scenes, language); };
    return {language, document, data};
}

/// Says at the head of the table that it is not the plan.
model::Applied named_after(const DrawAsked& draw, const model::Applied& scenario) {
    const auto label = [&](wording::Language language, const std::string& of) {
        const std::string own = wording::text(language, "simulation.one_draw",
                                              {{"number", std::to_string(draw.number)},
                                               {"draws", std::to_string(draw.drawing.draws)},
                                               {"seed", std::to_string(draw.drawing.seed)}});
        return of.empty() ? own : of + "; " + own;
    };
    return {"draw-" + std::to_string(draw.number),
            {label(wording::Language::danish, scenario.label.danish), label(wording::Language::english, scenario.label.english)}};
}

/// The table of one draw of a simulation, for anyone who wants to see what was drawn.
std::optional<Computed> computed_of_draw(const risk::Uncertainty& uncertain, const risk::Drawing& drawing, std::uint64_t draw,
                                         diag::Diagnostics& findings) {
    auto figures = risk::figures_of_draw(uncertain, drawing, draw);
    findings.append(evaluate::check_finite(uncertain.plan.book, figures));
    if (!findings.has_errors()) findings.append(evaluate::check_bounds(uncertain.plan.book, figures));
    if (findings.has_errors()) return std::nullopt;
    return Computed{uncertain.plan, std::move(figures)};
}

/// Puts one draw's figures in the place of each proposal's own.
Answer drawn(const Answer& answer, const compile::Choices& choices, const DrawAsked& draw, wording::Language messages) {
    auto uncertain = uncertainties_of(answer, choices, messages);
    Answer of_draw{{}, uncertain.status};
    for (const risk::Uncertainty& each : uncertain.proposals) {
        diag::Diagnostics findings;
        auto computed = computed_of_draw(each, draw.drawing, draw.number, findings);
        show(findings, messages);
        if (computed) {
            computed->plan.scenario = named_after(draw, each.plan.scenario);
            of_draw.proposals.push_back({std::move(*computed)});
        } else {
            of_draw.status = Status::author_must_act;
        }
    }
    return of_draw;
}

Status run(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    const auto draw = draw_asked(asked);
    show(draw.diagnostics, messages);
    if (draw.diagnostics.has_errors()) return Status::wrong_command_line;
    auto question = question_asked(asked);
    show(question.diagnostics, messages);
    if (!question.ok()) return status_of(question.diagnostics);
    question.value->most_combinations = draw.value ? 0 : most_combinations;
    question.value->with_decided = !draw.value;
    question.value->with_proposal = draw.value.has_value();
    const auto files = asked.all("FILE");
    auto answer = compute(files, *question.value, messages);
    if (draw.value) answer = drawn(answer, question.value->choices, *draw.value, messages);
    show(claims_of(answer), messages);
    Pages pages(asked);
    for (const auto& scenes : answer.proposals) pages.add(findings_of(scenes, asked));
    const auto whole = pages.whole(files.size() > 1);
    return whole.empty() ? answer.status : worse(answer.status, deliver(whole, asked));
}

}  // namespace

report::Data run_data_of(const std::vector<Computed>& scenes, wording::Language language) {
    const Computed& asked_for = scenes.front();
    auto object = report::run_data(asked_for.plan, asked_for.figures, language, decided(asked_for));
    if (scenes.size() > 1)
        std::get<report::Data::Object>(object.value)
            .emplace_back("options", report::comparison_rows(with_and_without(scenes), language));
    return object;
}

Command run_command() {
    std::vector<Option> options{format_option(), language_option()};
    for (Option& option : choice_options()) options.push_back(std::move(option));
    for (Option& option : scene_options()) options.push_back(std::move(option));
    for (Option& option : draw_options()) options.push_back(std::move(option));
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
