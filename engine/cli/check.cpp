#include "cli/commands.hpp"
#include "cli/driver_files.hpp"
#include "cli/options.hpp"
#include "cli/proposals.hpp"
#include "provenu/input/read.hpp"

namespace provenu::cli {
namespace {

bool is_well(const std::string& file, wording::Language messages) {
    if (input::kind_of_file(file) == "drivers") return compute_drivers(file, messages).has_value();
    return compute(file, {}, messages).has_value();
}

Status check(const Asked& asked) {
    Status status = Status::done;
    for (const auto& file : asked.all("FILE"))
        if (!is_well(file, language_of_messages(asked))) status = Status::author_must_act;
    return status;
}

}  // namespace

Command check_command() {
    return {"check",
            "Every mistake in the files; silent when all is well",
            "provenu check proposal.yaml --lang da",
            {{"FILE", "Proposal files, or files of cost drivers", true, true, Takes::file, {}}},
            {language_option()},
            check};
}

}  // namespace provenu::cli
