#include "provenu/report/audit.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/pages.hpp"
#include "cli/proposals.hpp"
#include "provenu/audit/proposal.hpp"
#include "provenu/audit/table.hpp"
#include "provenu/tables/published.hpp"

namespace provenu::cli {
namespace {

/// What was audited, with all that its findings point into.
struct Audit {
    std::string file;
    std::string id;
    std::string title;
    wording::Language language = wording::Language::danish;
    audit::Findings findings;
};

bool is_table(std::string_view path) {
    constexpr std::array<std::string_view, 5> endings{".csv", ".tsv", ".txt", ".xlsx", ".xlsm"};
    std::string small(path);
    std::ranges::transform(small, small.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return std::ranges::any_of(endings, [&](std::string_view ending) { return small.ends_with(ending); });
}

/// \param own the sheet that the proposal names; `--sheet` overrides it
std::optional<tables::PublishedTable> read_table(const std::string& path, const Asked& asked, const std::string& own = {}) {
    const auto messages = language_of_messages(asked);
    const auto sheet = tables::read_sheet(path, asked.value("sheet").value_or(own));
    show(sheet.diagnostics, messages);
    if (!sheet.ok()) return std::nullopt;
    auto table = tables::published(*sheet.value);
    show(table.diagnostics, messages);
    return table.ok() ? std::move(table.value) : std::nullopt;
}

std::optional<Audit> audit_of_table(const std::string& path, const Asked& asked) {
    const auto table = read_table(path, asked);
    if (!table) return std::nullopt;
    return Audit{path, "", table->title.empty() ? path.substr(path.find_last_of('/') + 1) : table->title,
                 language_asked(asked).value_or(wording::Language::danish), audit::audit_table(*table)};
}

std::optional<Audit> audit_of_proposal(const std::string& path, const compile::Choices& choices, const Asked& asked) {
    const auto messages = language_of_messages(asked);
    Question question;
    question.choices = choices;
    question.with_proposal = true;
    const auto answer = compute({path}, question, messages);
    if (answer.proposals.empty()) return std::nullopt;
    const Computed& computed = answer.proposals.front().front();
    const model::Proposal& proposal = *computed.proposal;
    if (!proposal.printed) {
        diag::Diagnostics nothing;
        nothing.error("P897", proposal.id.place, {{"path", path}});
        show(nothing, messages);
        return std::nullopt;
    }
    std::optional<tables::PublishedTable> table;
    if (proposal.printed->table) {
        table = read_table(proposal.printed->table->value, asked, proposal.printed->sheet);
    }
    if (proposal.printed->table && !table) return std::nullopt;
    const auto language = language_of_output(asked, computed.plan.language);
    const bool danish = language == wording::Language::danish;
    const model::Text& title = computed.plan.title;
    const std::string& wanted = danish ? title.danish : title.english;
    const std::string& other = danish ? title.english : title.danish;
    return Audit{path, computed.plan.id, wanted.empty() ? other : wanted, language,
                 audit::audit_proposal({computed.plan, computed.figures, *proposal.printed, table ? &*table : nullptr,
                                        choices.date ? choices.date : proposal.date})};
}

Findings findings_of(const Audit& audit, const Asked& asked) {
    const auto audited = [&audit] { return report::Audited{audit.file, audit.id, audit.title, audit.findings}; };
    const bool sheet = asked.value("format") == "csv";
    return {audit.language,
            [audited, sheet, &audit] {
                return sheet ? report::audit_sheet(audited(), audit.language) : report::audit(audited(), audit.language);
            },
            [audited, &audit] { return report::audit_data(audited(), audit.language); }};
}

Status audit_files(const Asked& asked) {
    const auto messages = language_of_messages(asked);
    const auto choices = choices_asked(asked);
    show(choices.diagnostics, messages);
    if (!choices.ok()) return status_of(choices.diagnostics);
    const auto files = asked.all("FILE");
    Pages pages(asked);
    Status status = Status::done;
    std::vector<Audit> audits;
    for (const std::string& file : files) {
        auto audit = is_table(file) ? audit_of_table(file, asked) : audit_of_proposal(file, *choices.value, asked);
        if (!audit || !audit->findings.is_clean()) status = Status::author_must_act;
        if (audit) audits.push_back(std::move(*audit));
    }
    for (const Audit& audit : audits) pages.add(findings_of(audit, asked));
    const auto whole = pages.whole(files.size() > 1);
    return whole.empty() ? status : worse(status, deliver(whole, asked));
}

}  // namespace

Command audit_command() {
    std::vector<Option> options{
        format_option(),
        language_option(),
        basis_option(),
        date_option(),
        {"sheet", "", Takes::text, "NAME", "Sheet of a workbook (default: the first with a table of years)", {}},
        output_option()};
    for (Option& option : csv_options()) options.push_back(std::move(option));
    return {"audit",
            "What a paper prints against its own rows and the proposal, with the likely cause of each difference",
            "provenu audit proposal.yaml",
            {{"FILE", "Proposal files, or tables as CSV or workbooks", true, true, Takes::file, {}}},
            std::move(options),
            audit_files};
}

}  // namespace provenu::cli
