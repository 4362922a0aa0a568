#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "input/range.hpp"
#include "provenu/diag/nearest.hpp"

namespace provenu::input {
namespace {

using model::Correlation;

bool same_pair(const Correlation& left, const Correlation& right) {
    const auto& [a, b] = std::minmax(left.first.value, left.second.value);
    const auto& [c, d] = std::minmax(right.first.value, right.second.value);
    return a == c && b == d;
}

void read_pair(Reading& reading, const Node& list, CorrelationDraft& draft) {
    std::vector<Placed<std::string>> names;
    for (const Node& item : list.children)
        if (fits(reading, item, "between", {of_form(Form::identifier)})) names.push_back(read_reference(reading, item));
    if (list.children.size() != 2) report(reading, "P824", list, {{"count", std::to_string(list.children.size())}});
    if (list.children.size() != 2 || names.size() != 2) return;
    if (names[0].value == names[1].value) return report(reading, "P821", list, {{"name", names[0].value}});
    draft.correlation.first = names[0];
    draft.correlation.second = names[1];
}

void read_rank(Reading& reading, const Node& node, CorrelationDraft& draft) {
    const model::Value written = read_value(reading, node);
    const auto number = literal(written);
    const bool right = number && (number->is_bare() || number->is_percent()) && std::abs(number->value) <= 1;
    if (right) draft.correlation.rank = number->value;
    if (!right && !is_unread(written)) reading.found.error("P823", written.place, {{"text", std::string(node.text)}});
}

/// What may be correlated, by name; no range where it is certain.
using Ends = std::map<std::string, const model::Range*>;

Ends ends_of(const model::Proposal& proposal) {
    Ends ends;
    const auto add = [&](const Placed<std::string>& name, const std::optional<model::Range>& range) {
        ends.emplace(name.value, range ? &*range : nullptr);
    };
    for (const auto& input : proposal.inputs) add(input.name, input.range);
    for (const auto& line : proposal.lines) add(line.id, line.range);
    for (const auto& handover : proposal.handovers) add(handover.id, handover.range);
    return ends;
}

/// Finds an end that nothing is called, that is certain, or whose draws are others'.
void check_end(Reading& reading, const Placed<std::string>& end, const Ends& ends) {
    if (const auto found = ends.find(end.value); found != ends.end()) {
        const model::Range* range = found->second;
        if (range == nullptr) return reading.found.error("P826", end.place, {{"name", end.value}});
        if (std::holds_alternative<model::Column>(range->shape)) reading.found.error("P817", end.place, {{"name", end.value}});
        return;
    }
    std::vector<std::string> names;
    for (const auto& [name, range] : ends) names.push_back(name);
    const auto near = diag::nearest(end.value, names);
    if (near) reading.found.error("P420", end.place, {{"name", end.value}, {"nearest", *near}});
    if (!near) reading.found.error("P825", end.place, {{"name", end.value}});
}

}  // namespace

const Fields<CorrelationDraft>& correlation_fields() {
    using Draft = CorrelationDraft;
    static const Fields<Draft> fields("correlation",
                                      {required<Draft>("between", {list_of({of_form(Form::identifier)})}, read_pair),
                                       required<Draft>("rank", {of_form(Form::value)}, read_rank)});
    return fields;
}

void read_correlations(Reading& reading, const Node& list, std::vector<Correlation>& correlations) {
    for (const Node& item : list.children) {
        if (!fits(reading, item, "correlations", {block("correlation")})) continue;
        Correlation read = read_block(reading, item, correlation_fields()).correlation;
        read.place = place_of(reading, item);
        if (read.second.value.empty()) continue;  // found already
        const auto same = std::ranges::find_if(correlations, [&](const auto& each) { return same_pair(each, read); });
        if (same == correlations.end()) {
            correlations.push_back(std::move(read));
        } else if (same->place.source == read.place.source) {
            report(reading, "P822", item,
                   {{"first", read.first.value}, {"second", read.second.value}, {"line", std::to_string(same->place.line)}});
        } else {
            *same = std::move(read);
        }
    }
}

void lay_correlations(std::vector<Correlation>& under, std::vector<Correlation> over) {
    for (Correlation& each : over) {
        each.of_file = true;
        const auto same = std::ranges::find_if(under, [&](const auto& other) { return same_pair(each, other); });
        if (same == under.end()) {
            under.push_back(std::move(each));
        } else {
            *same = std::move(each);
        }
    }
}

void check_correlations(Reading& reading, model::Proposal& proposal) {
    if (proposal.correlations.empty()) return;
    const auto ends = ends_of(proposal);
    const auto is_uncertain = [&](const Placed<std::string>& end) {
        const auto found = ends.find(end.value);
        return found != ends.end() && found->second != nullptr;
    };
    std::erase_if(proposal.correlations, [&](const Correlation& each) {
        return each.of_file && !(is_uncertain(each.first) && is_uncertain(each.second));
    });
    if (proposal.names_lost || reading.names_lost) return;
    for (const Correlation& each : proposal.correlations) {
        check_end(reading, each.first, ends);
        check_end(reading, each.second, ends);
    }
}

}  // namespace provenu::input
