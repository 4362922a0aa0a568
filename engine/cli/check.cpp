#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/driver_files.hpp"
#include "cli/options.hpp"
#include "cli/proposals.hpp"
#include "provenu/input/read.hpp"
#include "provenu/whatif/apply.hpp"

namespace provenu::cli {
namespace {

/// The file by itself, and with the proposals it names, if any.
Status check_scenarios(const std::string& path, wording::Language messages) {
    auto file = input::read_scenarios(path);
    if (file.value) file.diagnostics.append(whatif::check(*file.value));
    show(file.diagnostics, messages);
    if (!file.ok()) return Status::author_must_act;
    Question question;
    question.scenes = *whatif::scenes_of(*file.value).value;
    std::vector<std::string> proposals;
    for (const auto& proposal : file.value->proposals) proposals.push_back(proposal.value);
    if (file.value->is_standard) return Status::done;  // whose example is not at hand
    return proposals.empty() || question.scenes.empty() ? Status::done : compute(proposals, question, messages).status;
}

Status check_indices(const std::string& path, wording::Language messages) {
    const auto found = input::check_indices(path);
    show(found, messages);
    return found.has_errors() ? Status::author_must_act : Status::done;
}

Status check_proposal(const std::string& path, const compile::Choices& choices, wording::Language messages) {
    Question question;
    question.choices = choices;
    question.with_decided = true;
    return compute({path}, question, messages).status;
}

Status check_drivers(const std::string& path, wording::Language messages) {
    return compute_drivers(path, messages) ? Status::done : Status::author_must_act;
}

Status check(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    Status status = Status::done;
    const compile::Choices choices = *choices_asked(asked).value;
    for (const auto& file : asked.all("FILE")) {
        const auto kind = input::kind_of(file);
        status = worse(status, kind == "scenarios" ? check_scenarios(file, messages)
                               : kind == "drivers" ? check_drivers(file, messages)
                               : kind == "indices" ? check_indices(file, messages)
                                                   : check_proposal(file, choices, messages));
    }
    return status;
}

}  // namespace

Command check_command() {
    return {"check",
            "Every mistake in the files; silent when all is well",
            "provenu check proposal.yaml --lang da",
            {{"FILE", "Files of proposals, scenarios, price indices or cost drivers", true, true, Takes::file, {}}},
            {language_option()},
            check};
}

}  // namespace provenu::cli
