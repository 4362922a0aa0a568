#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/proposals.hpp"

namespace provenu::cli {
namespace {

Status check(const Asked& asked) {
    Status status = Status::done;
    for (const auto& file : asked.all("FILE"))
        if (!compute(file, {}, language_of_messages(asked))) status = Status::author_must_act;
    return status;
}

}  // namespace

Command check_command() {
    return {"check",
            "Every mistake in the files; silent when all is well",
            "provenu check proposal.yaml --lang da",
            {{"FILE", "Proposal files", true, true, Takes::file, {}}},
            {language_option()},
            check};
}

}  // namespace provenu::cli
