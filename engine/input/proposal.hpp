#pragma once

#include "input/values.hpp"
#include "provenu/model/proposal.hpp"

namespace provenu::input {

const Fields<model::Proposal>& proposal_fields();
const Fields<model::KeyFigure>& key_figure_fields();
const Fields<model::Option>& option_fields();
const Fields<model::Printed>& printed_fields();
const Fields<model::Printed::Claim>& claim_fields();

struct PrintedPayback {
    std::optional<model::Value> service;
    std::optional<model::Value> total;
};
const Fields<PrintedPayback>& printed_payback_fields();

model::Printed read_printed(Reading& reading, const Node& map);
void read_options(Reading& reading, const Node& list, model::Proposal& proposal);
/// What lines name as options become options, where no block describes them; where one does, each must be in it.
void declare_options(model::Proposal& proposal, diag::Diagnostics& found);
std::vector<model::KeyFigure> read_key_figures(Reading& reading, const Node& list);

/// `1000 DKK`; thousands where it cannot be read.
quantity::Money read_money(Reading& reading, const Node& node);

/// A file and what kind it says it is, found wrong where it is none of `kinds`.
bool is_of_kind(Reading& reading, const Node& root, const std::vector<std::string>& kinds);

/// A file as a tree, where it is plain YAML and of that kind; else nothing, and a finding.
std::optional<Document> read_document(const SourcePointer& source, const std::string& kind, diag::Diagnostics& found);

}  // namespace provenu::input
