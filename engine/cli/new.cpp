#include <filesystem>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "provenu/input/import.hpp"
#include "provenu/input/template.hpp"
#include "provenu/tables/published.hpp"

namespace provenu::cli {
namespace {

namespace fs = std::filesystem;

/// How the proposal names the table: from the folder that it goes to, by the names as they are written where that leads there.
std::string as_seen_from(const std::optional<std::string>& proposal, const std::string& table) {
    std::error_code failed;
    const fs::path to = proposal ? fs::path(*proposal).parent_path() : fs::path();
    const fs::path folder = to.empty() ? fs::path(".") : to;
    const fs::path written = fs::absolute(table, failed).lexically_normal();
    const fs::path seen = written.lexically_relative(fs::absolute(folder, failed).lexically_normal());
    if (!seen.empty() && fs::equivalent(folder / seen, table, failed)) return seen.generic_string();
    const fs::path resolved = fs::proximate(table, folder, failed);
    return resolved.empty() ? table : resolved.generic_string();
}

/// The proposal made of `--from`, with what was found on the way.
diag::Result<std::string> proposal_from(const Asked& asked, const std::optional<std::string>& path, wording::Language language) {
    const std::string from = *asked.value("from");
    auto sheet = tables::read_sheet(from, asked.value("sheet").value_or(""));
    diag::Result<std::string> made{{}, sheet.diagnostics};
    if (!sheet.ok()) return made;
    const auto table = tables::published(*sheet.value);
    made.diagnostics.append(table.diagnostics);
    if (!table.ok()) return made;
    auto text = input::proposal_of_table(*table.value, {language, as_seen_from(path, from), fs::path(from).stem().string()});
    made.diagnostics.append(text.diagnostics);
    made.value = std::move(text.value);
    return made;
}

Status refuse(const char* code, std::vector<diag::Argument> arguments, wording::Language messages, Status status) {
    diag::Diagnostics findings;
    findings.error(code, {}, std::move(arguments));
    show(findings, messages);
    return status;
}

Status create(const Asked& asked) {
    const auto language = language_asked(asked).value_or(wording::Language::danish);
    const auto messages = language_of_messages(asked);
    const auto file = asked.value("FILE");
    const auto path = file ? file : asked.value("output");
    if (file && asked.has("output"))
        return refuse("P954", {{"command", "new"}, {"written", *asked.value("output")}}, messages, Status::wrong_command_line);
    if (asked.has("sheet") && !asked.has("from"))
        return refuse("P955", {{"what", "--from"}, {"example", "provenu new proposal.yaml --from table.xlsx --sheet Tabel1"}},
                      messages, Status::wrong_command_line);
    std::error_code unreadable;
    if (path && fs::exists(*path, unreadable) && !asked.has("force"))
        return refuse("P964", {{"path", *path}}, messages, Status::author_must_act);
    std::string content(input::proposal_template(language));
    if (asked.has("from")) {
        auto made = proposal_from(asked, path, language);
        show(made.diagnostics, messages, made.ok() ? diag::Severity::note : diag::Severity::warning);
        if (!made.ok()) return Status::author_must_act;
        content = std::move(*made.value);
    }
    return path ? write(content, *path, messages) : deliver(content, {});
}

}  // namespace

Command new_command() {
    return {"new",
            "A commented proposal to start from, or one made of an existing table",
            "provenu new proposal.yaml --from table.xlsx",
            {{"FILE", "The file to make; without it, standard output", false, false, Takes::file, {}}},
            {{"from", "", Takes::file, "TABLE", "Make it of this table: a CSV file or an Excel workbook (.xlsx)", {}},
             {"sheet", "", Takes::text, "NAME", "Of a workbook; default: the first sheet with a table of years", {}},
             {"output", "o", Takes::file, "FILE", "The file to make, as FILE", {}},
             {"lang", "", Takes::text, "LANGUAGE", "Language of the comments and of the table (default: da)", {"da", "en"}},
             {"force", "", Takes::nothing, "", "Write over a file that is there already", {}}},
            create};
}

}  // namespace provenu::cli
