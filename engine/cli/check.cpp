#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/proposals.hpp"
#include "provenu/input/read.hpp"

namespace provenu::cli {
namespace {

bool is_right(const diag::Diagnostics& found, wording::Language messages) {
    show(found, messages);
    return !found.has_errors();
}

Status check(const Asked& asked) {
    Status status = Status::done;
    const auto messages = language_of_messages(asked);
    const compile::Choices choices = *choices_asked(asked).value;
    for (const auto& file : asked.all("FILE")) {
        const bool right = input::kind_of(file) == "indices" ? is_right(input::check_indices(file), messages)
                                                             : compute(file, choices, messages).has_value();
        if (!right) status = Status::author_must_act;
    }
    return status;
}

}  // namespace

Command check_command() {
    return {"check",
            "Every mistake in the files; silent when all is well",
            "provenu check proposal.yaml --lang da",
            {{"FILE", "Proposals, or files of price indices", true, true, Takes::file, {}}},
            {language_option()},
            check};
}

}  // namespace provenu::cli
