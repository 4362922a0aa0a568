#include "provenu/risk/simulate.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/drawing.hpp"
#include "cli/exporting.hpp"
#include "cli/options.hpp"
#include "cli/pages.hpp"
#include "cli/progress.hpp"
#include "cli/proposals.hpp"
#include "cli/scenes.hpp"
#include "provenu/report/simulation.hpp"
#include "provenu/risk/indices.hpp"

namespace provenu::cli {
namespace {

constexpr std::uint64_t most_threads = 256;
constexpr unsigned usual_threads = 16;  // each takes memory of its own, and more hardly go faster

diag::Result<risk::Effort> effort_asked(const Asked& asked) {
    diag::Result<risk::Effort> result{risk::Effort{}, {}};
    std::uint64_t threads = std::clamp(std::thread::hardware_concurrency(), 1U, usual_threads);
    if (const auto written = asked.value("threads")) {
        threads = whole_number(*written).value_or(0);
        if (threads < 1 || threads > most_threads) result.diagnostics.error("P862", {}, {{"written", *written}});
    }
    result.value->threads = static_cast<int>(std::min(threads, most_threads));
    return result;
}

/// What the command line asks of a simulation.
struct Asking {
    Question question;
    risk::Drawing drawing;
    risk::Effort effort;
    std::optional<Export> wanted;
};

diag::Result<Asking> asking_of(const Asked& asked) {
    auto question = question_asked(asked);
    auto drawing = drawing_asked(asked);
    auto effort = effort_asked(asked);
    const auto wanted = export_asked(asked);
    diag::Result<Asking> result{std::nullopt, std::move(question.diagnostics)};
    result.diagnostics.append(drawing.diagnostics);
    result.diagnostics.append(effort.diagnostics);
    result.diagnostics.append(wanted.diagnostics);
    if (result.diagnostics.has_errors()) return result;
    question.value->with_proposal = true;
    result.value = Asking{std::move(*question.value), *drawing.value, std::move(*effort.value), *wanted.value};
    return result;
}

bool can_be_added(const std::vector<const risk::Uncertainty*>& proposals) {
    return std::ranges::all_of(proposals, [&](const risk::Uncertainty* each) {
        const compile::Plan& first = proposals.front()->plan;
        return each->plan.book.money.exponent == first.book.money.exponent && each->plan.price_level == first.price_level;
    });
}

/// Of draws without a value, and of rules that hold in the plan and are broken in some draws.
diag::Diagnostics findings_of(const report::SimulationFindings& findings, const risk::Effort& effort) {
    const auto& proposals = findings.proposals;
    const risk::Simulation& simulation = findings.simulation;
    const bool shown = report::can_show_draws(proposals, simulation.drawing);
    diag::Diagnostics found;
    const risk::Drawing& drawing = simulation.drawing;
    const auto about = [&](std::uint64_t first, std::uint64_t count) -> std::vector<diag::Argument> {
        return {{"count", std::to_string(count)},
                {"draws", std::to_string(drawing.draws)},
                {"draw", std::to_string(first)},
                {"options", report::options_of_draw(drawing, first) + findings.scene}};
    };
    if (const auto& lost = simulation.valueless) {
        auto arguments = about(lost->first, lost->draws);
        arguments.push_back({"proposal", proposals[lost->proposal]->plan.id});
        found.error(shown ? "P868" : "P873", {}, std::move(arguments));
        return found;
    }
    for (const risk::Broken& each : risk::broken_rules(proposals, drawing, effort)) {
        auto arguments = about(each.first, each.draws);
        arguments.push_back({"code", each.finding.code});
        arguments.push_back({"proposal", proposals[each.proposal]->plan.id});
        found.warning(shown ? "P869" : "P874", each.finding.place, std::move(arguments));
    }
    return found;
}

/// Adds which input matters in each proposal.
diag::Diagnostics look_which(report::SimulationFindings& findings, const risk::Effort& effort) {
    diag::Diagnostics lost;
    for (const risk::Uncertainty* each : findings.proposals) {
        findings.which.push_back(risk::which_input(*each, findings.simulation.drawing, effort));
        if (findings.which.back().valueless) lost.error("P875", {}, {{"proposal", each->plan.id}});
    }
    return lost;
}

Status simulate(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    auto asking = asking_of(asked);
    show(asking.diagnostics, messages);
    if (!asking.ok()) return status_of(asking.diagnostics);
    const auto answer = compute(asked.all("FILE"), asking.value->question, messages);
    const auto uncertain = uncertainties_of(answer, asking.value->question.choices, messages);
    if (uncertain.proposals.empty()) return uncertain.status;
    std::vector<const risk::Uncertainty*> proposals;
    for (const risk::Uncertainty& each : uncertain.proposals) proposals.push_back(&each);
    if (!can_be_added(proposals)) {
        diag::Diagnostics wrong;
        wrong.error("P863", {}, {});
        show(wrong, messages);
        return Status::author_must_act;
    }
    const auto said = risk::check_together(proposals);
    show(said, messages);
    if (said.has_errors()) return Status::author_must_act;
    asking.value->effort.progress = progress_bar();
    const auto simulation = risk::simulate(proposals, asking.value->drawing, asking.value->effort);
    end_progress();
    report::SimulationFindings findings{
        proposals, simulation, language_of_output(asked, proposals.front()->plan.language), {}, options_of_scene(asked)};
    const auto found = findings_of(findings, asking.value->effort);
    show(found, messages);
    if (found.has_errors()) return Status::author_must_act;
    if (asking.value->wanted) {
        const Status exported = export_draws(*asking.value->wanted, proposals, asking.value->drawing, asked);
        if (exported != Status::done) return exported;
    }
    if (asked.has("which-input")) {
        const auto lost = look_which(findings, asking.value->effort);
        show(lost, messages);
        if (lost.has_errors()) return Status::author_must_act;
    }
    Pages pages(asked);
    pages.add({findings.language, [&findings] { return report::simulation(findings); },
               [&findings] { return report::simulation_data(findings); }});
    return worse(uncertain.status, deliver(pages.whole(false), asked));
}

}  // namespace

Command simulate_command() {
    std::vector<Option> options = drawing_options();
    options.push_back(export_option());
    options.push_back({"threads", "", Takes::text, "N", "On how many processors at a time (default: all, up to 16)", {}});
    options.push_back({"which-input", "", Takes::nothing, "", "Also say which uncertain input the uncertainty comes from", {}});
    for (Option& option : std::vector<Option>{format_option(), language_option(), basis_option(), realised_option(),
                                              price_level_option(), date_option()})
        options.push_back(std::move(option));
    for (Option& option : scene_options()) options.push_back(std::move(option));
    options.push_back(output_option());
    for (Option& option : csv_options()) options.push_back(std::move(option));
    return {"simulate",
            "How sure it is: many imagined futures, and how often each thing happens in them",
            "provenu simulate proposal.yaml --draws 100000 --seed 7",
            {{"FILE", "Proposal files; several are drawn together and added up", true, true, Takes::file, {}}},
            std::move(options),
            simulate};
}

}  // namespace provenu::cli
