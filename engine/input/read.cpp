#include "provenu/input/read.hpp"

#include "input/names.hpp"
#include "input/proposal.hpp"
#include "input/syntax.hpp"
#include "input/uses.hpp"

namespace provenu::input {
namespace {

using model::Proposal;

void check_content(Reading& reading, const Node& root, const Proposal& proposal) {
    check_addresses(proposal, reading.found);
    const bool empty = proposal.lines.empty() && proposal.handovers.empty();
    if (empty && !reading.found.has_errors()) report(reading, "P604", root);
}

diag::Result<Proposal> read_source(const SourcePointer& source, diag::Diagnostics found) {
    if (!source || !is_plain_yaml(source, found)) return {std::nullopt, std::move(found)};
    const auto document = read_tree(source, found);
    if (!document) return {std::nullopt, std::move(found)};
    Reading reading{source, found};
    if (!is_of_kind(reading, document->root, {"proposal"})) return {std::nullopt, std::move(found)};
    Proposal proposal;
    lay_standard(found, proposal);
    read_fields(reading, document->root, proposal_fields(), proposal);
    check_content(reading, document->root, proposal);
    proposal.names_lost = proposal.names_lost || reading.names_lost;
    const bool has_years = proposal.years.value.first != 0;
    if (!has_years) return {std::nullopt, std::move(found)};
    return {std::move(proposal), std::move(found)};
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

}  // namespace provenu::input
