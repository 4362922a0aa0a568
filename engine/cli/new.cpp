#include <filesystem>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "provenu/input/template.hpp"

namespace provenu::cli {
namespace {

Status create(const Asked& asked) {
    const auto language = language_asked(asked).value_or(wording::Language::danish);
    const auto content = input::proposal_template(language);
    const auto path = asked.value("FILE");
    if (!path) return deliver(content, asked);
    const auto messages = language_of_messages(asked);
    std::error_code unreadable;
    if (std::filesystem::exists(*path, unreadable) && !asked.has("force")) {
        diag::Diagnostics findings;
        findings.error("P964", {}, {{"path", *path}});
        show(findings, messages);
        return Status::author_must_act;
    }
    return write(content, *path, messages);
}

}  // namespace

Command new_command() {
    return {"new",
            "A commented proposal to start from, which runs as it is",
            "provenu new proposal.yaml",
            {{"FILE", "The file to make; without it, standard output", false, false, Takes::file, {}}},
            {{"lang", "", Takes::text, "LANGUAGE", "Language of the comments and of the table (default: da)", {"da", "en"}},
             {"force", "", Takes::nothing, "", "Write over a file that is there already", {}}},
            create};
}

}  // namespace provenu::cli
