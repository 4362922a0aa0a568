#include <algorithm>

#include "input/items.hpp"
#include "input/names.hpp"
#include "input/proposal.hpp"
#include "provenu/diag/nearest.hpp"

namespace provenu::input {
namespace {

using model::Option;
using model::Proposal;

void declare(Proposal& proposal, const Placed<std::string>& named, bool described, diag::Diagnostics& found) {
    const auto known = [&](const Option& option) { return option.id.value == named.value; };
    if (std::any_of(proposal.options.begin(), proposal.options.end(), known)) return;
    if (described) {
        std::vector<std::string> ids;
        for (const Option& option : proposal.options) ids.push_back(option.id.value);
        found.error("P703", named.place,
                    {{"name", named.value}, {"nearest", diag::nearest(named.value, ids).value_or(ids.front())}});
        return;
    }
    Option option;
    option.id = named;
    proposal.options.push_back(std::move(option));
}

}  // namespace

const Fields<Option>& option_fields() {
    static const Fields<Option> fields(
        "option", {required<Option>("id", {of_form(Form::identifier)},
                                    [](Reading& r, const Node& n, Option& option) { option.id = read_identifier(r, n); }),
                   optional<Option>("label", label_shapes(),
                                    [](Reading& r, const Node& n, Option& option) { option.label = read_label(r, n); }),
                   optional<Option>("included", {of_form(Form::truth)},
                                    [](Reading& r, const Node& n, Option& option) { option.included = read_truth(r, n); }),
                   optional<Option>("note", {of_form(Form::text)},
                                    [](Reading& r, const Node& n, Option& option) { option.note = read_text(r, n); })});
    return fields;
}

void read_options(Reading& reading, const Node& list, Proposal& proposal) {
    read_items(reading, list, "options", option_fields(), proposal.options);
}

void declare_options(Proposal& proposal, diag::Diagnostics& found) {
    const bool described = !proposal.options.empty();
    for (const model::Line& line : proposal.lines)
        if (line.option) declare(proposal, *line.option, described, found);
    for (const model::Handover& handover : proposal.handovers)
        if (handover.option) declare(proposal, *handover.option, described, found);
}

}  // namespace provenu::input
