#include "cli/proposals.hpp"

#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "cli/console.hpp"
#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/input/read.hpp"
#include "provenu/portfolio/claims.hpp"
#include "provenu/risk/uncertain.hpp"
#include "provenu/whatif/apply.hpp"

namespace provenu::cli {
namespace {

using whatif::Scene;

/// Changes that hit nothing: a mistake where they hit none of the proposals, else something to know of the one.
class Misses {
 public:
    void add(const Scene& scene, const std::string& file, const diag::Diagnostic& missed) {
        if (!scene.must_hit) return;
        Missed& same = missed_.try_emplace(written(missed), Missed{missed, {}}).first->second;
        same.files.insert(file);
    }

    /// \param files that could be read, each once
    [[nodiscard]] diag::Diagnostics errors(const std::set<std::string>& files) const {
        diag::Diagnostics found;
        for (const auto& [place, missed] : missed_)
            if (missed.files == files) found.error(missed.what.code, missed.what.place, missed.what.arguments);
        return found;
    }

 private:
    struct Missed {
        diag::Diagnostic what;
        std::set<std::string> files;
    };
    using Written = std::tuple<std::string, int, int, std::string>;  ///< path, line, column and name of a change

    static Written written(const diag::Diagnostic& missed) {
        std::string name;
        for (const diag::Argument& argument : missed.arguments)
            if (argument.name == "name") name = argument.value;
        return {missed.place.source ? missed.place.source->path : "", missed.place.line, missed.place.column, name};
    }

    std::map<Written, Missed> missed_;
};

/// A proposal as it is now; findings of all stages that can be reached are left in `findings`.
std::optional<Computed> compute(const model::Proposal& proposal, const Question& question, diag::Diagnostics& findings) {
    auto plan = compile::compile(proposal, question.choices);
    findings.append(plan.diagnostics);
    if (findings.has_errors()) return std::nullopt;
    auto figures = evaluate::evaluate(formula::flatten(plan.value->book));
    findings.append(evaluate::check_finite(plan.value->book, figures));
    if (!findings.has_errors()) findings.append(evaluate::check_bounds(plan.value->book, figures));
    const bool asked_of_analysis = question.with_proposal;  // which finds it itself
    if (!findings.has_errors() && !asked_of_analysis && risk::is_uncertain(proposal))
        findings.append(risk::uncertainty_of(proposal, question.choices).diagnostics);
    if (findings.has_errors()) return std::nullopt;
    Computed computed{std::move(*plan.value), std::move(figures)};
    if (question.with_proposal) computed.proposal = std::make_shared<const model::Proposal>(proposal);
    return computed;
}

/// One proposal under one scene.
std::optional<Computed> compute(const model::Proposal& proposal, const Scene& scene, const Question& question, Misses& misses,
                                diag::Diagnostics& findings) {
    auto changed = whatif::apply(proposal, scene.changes);
    findings.append(changed.diagnostics);
    if (!changed.value) return std::nullopt;
    model::Applied& applied = changed.value->proposal.scenario;
    applied.id = scene.name.id;
    applied.label = whatif::label_of(scene, proposal);
    auto computed = compute(changed.value->proposal, question, findings);
    if (!computed) return std::nullopt;
    computed->plan.scenario_notes = changed.value->notes;
    for (const diag::Diagnostic& missed : changed.value->missed) {
        misses.add(scene, proposal.id.place.source ? proposal.id.place.source->path : "", missed);
        computed->plan.scenario_notes.note(missed.code, missed.place, missed.arguments);
    }
    return computed;
}

/// Whether the scene is the proposal itself, which then need not be copied.
bool is_as_proposed(const Scene& scene) {
    return scene.changes.empty() && scene.name.label.danish.empty();
}

std::vector<Scene> scenes_for(const model::Proposal& proposal, const Question& question) {
    std::vector<Scene> scenes = question.scenes;
    if (question.most_combinations == 0 || proposal.options.empty()) return scenes;
    auto combined = whatif::combinations(scenes.front(), proposal.options, question.most_combinations);
    std::move(combined.begin(), combined.end(), std::back_inserter(scenes));
    return scenes;
}

/// The same once more in the price level it is carried out in, where that is another.
void add_decided(Computed& computed, const model::Proposal& proposal, const Scene& scene, Question question,
                 diag::Diagnostics& findings) {
    if (!proposal.decided_in || proposal.decided_in->value == computed.plan.price_level) return;
    question.choices.restate_to = proposal.decided_in->value;
    Misses told;  // of the first table
    if (auto decided = compute(proposal, scene, question, told, findings))
        computed.decided = std::make_shared<const Computed>(std::move(*decided));
}

std::vector<Computed> compute(const std::string& path, const Question& question, Misses& misses, diag::Diagnostics& findings) {
    const auto proposal = input::read_proposal(path);
    findings.append(proposal.diagnostics);
    if (!proposal.value) return {};
    std::vector<Computed> all;
    for (const Scene& scene : scenes_for(*proposal.value, question)) {
        auto computed = is_as_proposed(scene) ? compute(*proposal.value, question, findings)
                                              : compute(*proposal.value, scene, question, misses, findings);
        if (!computed) return {};
        all.push_back(std::move(*computed));
        if (all.size() == 1 && question.with_decided) add_decided(all.front(), *proposal.value, scene, question, findings);
    }
    if (findings.has_errors()) return {};
    return all;
}

}  // namespace

Answer compute(const std::vector<std::string>& files, const Question& question, wording::Language messages) {
    Answer answer;
    Misses misses;
    for (const std::string& file : files) {
        diag::Diagnostics findings;
        auto computed = compute(file, question, misses, findings);
        show(findings, messages);
        for (Computed& scene : computed) scene.path = file;
        if (computed.empty())
            answer.status = Status::author_must_act;
        else
            answer.proposals.push_back(std::move(computed));
    }
    std::set<std::string> read;
    for (const auto& scenes : answer.proposals) read.insert(scenes.front().path);
    const diag::Diagnostics errors = misses.errors(read);
    show(errors, messages);
    if (errors.has_errors()) return {{}, Status::author_must_act};
    return answer;
}

std::vector<whatif::Case> cases_of(const std::vector<Computed>& scenes) {
    std::vector<whatif::Case> cases;
    for (const Computed& computed : scenes) cases.push_back({&computed.plan, &computed.figures});
    return cases;
}

diag::Diagnostics claims_of(const Answer& answer) {
    std::vector<portfolio::Member> members;
    for (const auto& scenes : answer.proposals) members.push_back({&scenes.front().plan, &scenes.front().figures});
    return portfolio::claims(members).diagnostics;
}

}  // namespace provenu::cli
