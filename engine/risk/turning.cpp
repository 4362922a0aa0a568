#include "risk/turning.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "provenu/risk/lever.hpp"

namespace provenu::risk {
namespace {

using model::Component;
using model::Handover;
using model::Line;
using model::Section;
using Ids = std::set<std::string, std::less<>>;

const auto no_side = [](const Handover&, Section) { return false; };

bool all_components(const Line& line, const Turned& turned) {
    return std::ranges::all_of(line.parts, [&](const model::Part& part) {
        return std::ranges::all_of(part.components, [&](const Component& each) { return turned.component(line, each); });
    });
}

bool any_component(const Line& line, const Turned& turned) {
    return std::ranges::any_of(line.parts, [&](const model::Part& part) {
        return std::ranges::any_of(part.components, [&](const Component& each) { return turned.component(line, each); });
    });
}

/// Ids of the handover sides that are turned.
void add_sides(const model::Proposal& proposal, const Turned& turned, Ids& ids) {
    for (const Handover& handover : proposal.handovers) {
        if (turned.side(handover, Section::implementation)) ids.insert(handover.implementation.id.value);
        if (turned.side(handover, Section::recurring)) ids.insert(handover.recurring.id.value);
    }
}

/// Lines, and sides of handovers, that are turned as a whole.
Ids whole_lines(const model::Proposal& proposal, const Turned& turned) {
    Ids ids;
    for (const Line& line : proposal.lines)
        if (all_components(line, turned)) ids.insert(line.id.value);
    add_sides(proposal, turned, ids);
    return ids;
}

/// Lines that follow those of which some amount is turned, and those that follow them.
Ids followers_of(const model::Proposal& proposal, const Turned& turned) {
    Ids leaders;
    for (const Line& line : proposal.lines)
        if (any_component(line, turned)) leaders.insert(line.id.value);
    add_sides(proposal, turned, leaders);
    Ids followers;
    for (bool grown = true; grown;) {
        grown = false;
        for (const Line& line : proposal.lines)
            if (line.follows && leaders.contains(line.follows->value) && followers.insert(line.id.value).second) {
                leaders.insert(line.id.value);
                grown = true;
            }
    }
    return followers;
}

Turned savings() {
    return {[](const Line&, const Component& component) { return component.effect != model::Effect::cost; }, no_side};
}

Turned recurring() {
    return {[](const Line& line, const Component&) { return line.section == Section::recurring; },
            [](const Handover&, Section side) { return side == Section::recurring; }};
}

Turned line_of(const std::string& id) {
    return {[id](const Line& line, const Component&) { return line.id.value == id; },
            [id](const Handover& handover, Section side) {
                const auto& own = side == Section::recurring ? handover.recurring : handover.implementation;
                return handover.id.value == id || own.id.value == id;
            }};
}

Turned together(Turned leaders, Ids followers) {
    return {[of = std::move(leaders.component), followers = std::move(followers)](const Line& line, const Component& component) {
                return followers.contains(line.id.value) || of(line, component);
            },
            std::move(leaders.side)};
}

bool is_line(const model::Proposal& proposal, const std::string& id) {
    return std::ranges::any_of(proposal.lines, [&](const Line& line) { return line.id.value == id; }) ||
           std::ranges::any_of(proposal.handovers, [&](const Handover& handover) {
               return handover.id.value == id || handover.implementation.id.value == id || handover.recurring.id.value == id;
           });
}

bool is_turned_through_another(const Component& component, const Ids& whole) {
    const auto* share = std::get_if<model::ShareOf>(&component.measure);
    return share != nullptr && whole.contains(share->of.value);
}

}  // namespace

std::optional<Turned> turned_by(const model::Proposal& proposal, const std::string& id) {
    const std::string_view behind = followers_too;
    if (id.ends_with(behind)) {
        auto leaders = turned_by(proposal, id.substr(0, id.size() - behind.size()));
        if (!leaders) return std::nullopt;
        Ids followers = followers_of(proposal, *leaders);
        return together(std::move(*leaders), std::move(followers));
    }
    if (id == all_savings) return savings();
    if (id == all_recurring) return recurring();
    return is_line(proposal, id) ? std::optional(line_of(id)) : std::nullopt;
}

bool has_followers(const model::Proposal& proposal, const Turned& turned) {
    const Ids followers = followers_of(proposal, turned);
    return std::ranges::any_of(
        proposal.lines, [&](const Line& line) { return followers.contains(line.id.value) && !all_components(line, turned); });
}

void multiply(model::Proposal& proposal, const Turned& turned, const model::Value& factor) {
    const Ids whole = whole_lines(proposal, turned);
    for (Line& line : proposal.lines)
        for (model::Part& part : line.parts)
            for (Component& component : part.components)
                if (turned.component(line, component) && !is_turned_through_another(component, whole))
                    component.adjustment.factors.push_back(factor);
    for (Handover& handover : proposal.handovers) {
        if (turned.side(handover, Section::implementation)) handover.implementation.adjustment.factors.push_back(factor);
        if (turned.side(handover, Section::recurring)) handover.recurring.adjustment.factors.push_back(factor);
    }
}

}  // namespace provenu::risk
