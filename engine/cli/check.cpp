#include <algorithm>
#include <array>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/driver_files.hpp"
#include "cli/options.hpp"
#include "cli/proposals.hpp"
#include "provenu/input/read.hpp"
#include "provenu/whatif/scene.hpp"

namespace provenu::cli {
namespace {

struct Wish {
    const compile::Choices& choices;
    wording::Language messages;
};

/// The file by itself, and with the proposals it names, if any.
Status check_scenarios(const std::string& path, const Wish& wish) {
    auto file = input::read_scenarios(path);
    Question question;
    if (file.value) {
        auto scenes = whatif::scenes_of(*file.value);
        file.diagnostics.append(scenes.diagnostics);
        if (scenes.value) question.scenes = std::move(*scenes.value);
    }
    show(file.diagnostics, wish.messages);
    if (!file.ok()) return Status::author_must_act;
    if (file.value->is_standard) return Status::done;  // whose example is not at hand
    std::vector<std::string> proposals;
    for (const auto& proposal : file.value->proposals) proposals.push_back(proposal.value);
    return proposals.empty() || question.scenes.empty() ? Status::done : compute(proposals, question, wish.messages).status;
}

Status check_indices(const std::string& path, const Wish& wish) {
    const auto found = input::check_indices(path);
    show(found, wish.messages);
    return found.has_errors() ? Status::author_must_act : Status::done;
}

Status check_proposal(const std::string& path, const Wish& wish) {
    Question question;
    question.choices = wish.choices;
    question.with_decided = true;
    return compute({path}, question, wish.messages).status;
}

Status check_drivers(const std::string& path, const Wish& wish) {
    return compute_drivers(path, wish.messages) ? Status::done : Status::author_must_act;
}

struct Kind {
    std::string_view name;
    Status (*check)(const std::string& path, const Wish& wish);
};
constexpr std::array<Kind, 3> kinds{{{"scenarios", check_scenarios}, {"drivers", check_drivers}, {"indices", check_indices}}};

/// How a file is checked, by what it says it is; one that does not say so as a proposal, which tells its author.
auto checker_of(const std::string& path) {
    const auto found = std::ranges::find(kinds, input::kind_of(path).value_or(""), &Kind::name);
    return found == kinds.end() ? check_proposal : found->check;
}

Status check(const Asked& asked) {
    const compile::Choices choices = *choices_asked(asked).value;
    const Wish wish{choices, language_of_messages(asked)};
    Status status = Status::done;
    for (const auto& file : asked.all("FILE")) status = worse(status, checker_of(file)(file, wish));
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
