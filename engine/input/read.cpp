#include "provenu/input/read.hpp"

#include "input/names.hpp"
#include "input/proposal.hpp"
#include "input/range.hpp"
#include "input/scenarios.hpp"
#include "input/syntax.hpp"
#include "input/tree.hpp"
#include "input/uses.hpp"

namespace provenu::input {
namespace {

using model::Proposal;

void check_content(Reading& reading, const Node& root, Proposal& proposal) {
    declare_options(proposal, reading.found);
    check_addresses(proposal, reading.found);
    take_ranges_of_grades(reading, proposal);
    check_correlations(reading, proposal);
    const bool empty = proposal.lines.empty() && proposal.handovers.empty();
    if (empty && !reading.found.has_errors()) report(reading, "P604", root);
}

diag::Result<Proposal> read_source(const SourcePointer& source, diag::Diagnostics found) {
    const auto document = read_document(source, "proposal", found);
    if (!document) return {std::nullopt, std::move(found)};
    Reading reading{source, found};
    Proposal proposal;
    lay_standard(found, proposal);
    read_fields(reading, document->root, proposal_fields(), proposal);
    check_content(reading, document->root, proposal);
    proposal.names_lost = proposal.names_lost || reading.names_lost;
    const bool has_years = proposal.years.value.first != 0;
    if (!has_years) return {std::nullopt, std::move(found)};
    return {std::move(proposal), std::move(found)};
}

diag::Result<model::ScenarioFile> read_scenario_source(const SourcePointer& source, diag::Diagnostics found) {
    const auto document = read_document(source, "scenarios", found);
    if (!document) return {std::nullopt, std::move(found)};
    Reading reading{source, found};
    model::ScenarioFile file = read_block(reading, document->root, scenario_file_fields());
    if (found.has_errors()) return {std::nullopt, std::move(found)};
    return {std::move(file), std::move(found)};
}

}  // namespace

diag::Result<Proposal> read_proposal(const std::string& path) {
    diag::Diagnostics found;
    const SourcePointer source = load(path, {}, found);
    return read_source(source, std::move(found));
}

diag::Result<Proposal> read_proposal_text(std::string text, const std::string& path) {
    diag::Diagnostics found;
    const SourcePointer source = as_text(std::move(text), path, found);
    return read_source(source, std::move(found));
}

diag::Result<model::ScenarioFile> read_scenarios(const std::string& path) {
    diag::Diagnostics found;
    const SourcePointer source = load_named(path, {}, found);
    auto file = read_scenario_source(source, std::move(found));
    if (file.value) file.value->is_standard = path.starts_with(standard_prefix);
    return file;
}

diag::Result<model::ScenarioFile> read_scenarios_text(std::string text, const std::string& path) {
    diag::Diagnostics found;
    const SourcePointer source = as_text(std::move(text), path, found);
    return read_scenario_source(source, std::move(found));
}

std::optional<std::string> kind_of(const std::string& path) {
    diag::Diagnostics found;  // dropped: a file that is no good is read again by who wants it
    const SourcePointer source = load_named(path, {}, found);
    if (!source || !is_plain_yaml(source, found)) return std::nullopt;
    const auto document = read_tree(source, found);
    const Node* kind = document && document->root.kind == Node::Kind::map ? find(document->root, "kind") : nullptr;
    if (kind == nullptr || kind->kind != Node::Kind::scalar) return std::nullopt;
    return std::string(kind->text);
}

}  // namespace provenu::input
