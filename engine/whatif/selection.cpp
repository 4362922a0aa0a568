#include "whatif/selection.hpp"

#include <algorithm>
#include <functional>

namespace provenu::whatif {
namespace {

using model::Component;
using model::Effect;
using model::Kind;
using model::Line;
using model::Section;
using model::Selector;

/// What a selector looks at, of a line's component or of a handover's side.
struct Candidate {
    std::vector<std::string> ids;
    std::string area;
    const std::vector<std::string>& tags;
    Section section;
    std::vector<Kind> kinds;
};

std::vector<Kind> kinds_of(const Component& component) {
    std::vector<Kind> kinds;
    switch (component.effect) {
        case Effect::cost:
            kinds.push_back(Kind::cost);
            break;
        case Effect::saving:
            kinds.push_back(Kind::saving);
            break;
        case Effect::income:
            kinds.push_back(Kind::income);
            break;
    }
    if (std::holds_alternative<model::Staff>(component.measure)) kinds.push_back(Kind::staff);
    return kinds;
}

bool holds(const std::vector<model::Placed<std::string>>& wanted, const std::vector<std::string>& has) {
    return wanted.empty() ||
           std::ranges::any_of(wanted, [&](const auto& each) { return std::ranges::find(has, each.value) != has.end(); });
}

bool fits(const Selector& selector, const Candidate& candidate) {
    const bool kind = selector.kinds.empty() || std::ranges::any_of(selector.kinds, [&](Kind each) {
                          return std::ranges::find(candidate.kinds, each) != candidate.kinds.end();
                      });
    return kind && holds(selector.ids, candidate.ids) && holds(selector.areas, {candidate.area}) &&
           holds(selector.tags, candidate.tags) && (!selector.section || *selector.section == candidate.section);
}

using Wanted = std::function<bool(const Candidate&)>;

bool any(const std::vector<std::vector<bool>>& parts) {
    return std::ranges::any_of(parts, [](const auto& part) { return std::ranges::find(part, true) != part.end(); });
}

/// Whether a line or a handover's side of that id is among what is chosen.
bool is_chosen(const model::Proposal& proposal, const Selection& selection, const std::string& id) {
    for (std::size_t i = 0; i < proposal.lines.size(); ++i)
        if (proposal.lines[i].id.value == id) return any(selection.components[i]);
    for (std::size_t i = 0; i < proposal.handovers.size(); ++i) {
        if (proposal.handovers[i].implementation.id.value == id) return selection.implementation_sides[i];
        if (proposal.handovers[i].recurring.id.value == id) return selection.recurring_sides[i];
    }
    return false;
}

/// Lines that follow a chosen one are chosen whole, and those that follow them.
void add_followers(const model::Proposal& proposal, Selection& selection) {
    bool grown = true;
    while (grown) {
        grown = false;
        for (std::size_t i = 0; i < proposal.lines.size(); ++i) {
            const Line& line = proposal.lines[i];
            if (!line.follows || !is_chosen(proposal, selection, line.follows->value)) continue;
            for (auto& part : selection.components[i])
                for (std::size_t each = 0; each < part.size(); ++each) {
                    grown = grown || !part[each];
                    part[each] = true;
                }
        }
    }
}

std::vector<std::vector<bool>> chosen(const Line& line, const Wanted& wanted) {
    std::vector<std::vector<bool>> parts;
    for (const model::Part& part : line.parts) {
        parts.emplace_back();
        for (const Component& component : part.components)
            parts.back().push_back(
                wanted({{line.id.value}, model::area_of(line.area), line.tags, line.section, kinds_of(component)}));
    }
    return parts;
}

Selection select_if(const model::Proposal& proposal, const Wanted& wanted) {
    static const std::vector<std::string> untagged;
    Selection selection;
    for (const Line& line : proposal.lines) selection.components.push_back(chosen(line, wanted));
    const auto side = [&](const model::Handover& handover, const model::Handover::Side& each, Section section) {
        return wanted(
            {{handover.id.value, each.id.value}, model::area_of(each.area), untagged, section, {Kind::cost, Kind::staff}});
    };
    for (const model::Handover& handover : proposal.handovers) {
        selection.implementation_sides.push_back(side(handover, handover.implementation, Section::implementation));
        selection.recurring_sides.push_back(side(handover, handover.recurring, Section::recurring));
    }
    add_followers(proposal, selection);
    return selection;
}

}  // namespace

bool Selection::empty() const {
    const auto none = [](const std::vector<bool>& sides) { return std::ranges::find(sides, true) == sides.end(); };
    return std::ranges::none_of(components, [](const auto& parts) { return any(parts); }) && none(implementation_sides) &&
           none(recurring_sides);
}

Selection select(const model::Proposal& proposal, const Selector& selector) {
    return select_if(proposal, [&](const Candidate& candidate) { return fits(selector, candidate); });
}

Selection select_effects(const model::Proposal& proposal) {
    return select(proposal, {{}, {}, {}, {Kind::saving, Kind::income}, Section::recurring});
}

Selection select_section(const model::Proposal& proposal, Section section) {
    return select(proposal, {{}, {}, {}, {}, section});
}

std::vector<std::string> addresses(const model::Proposal& proposal) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    };
    for (const Line& line : proposal.lines) {
        add(line.id.value);
        add(model::area_of(line.area));
        for (const std::string& tag : line.tags) add(tag);
    }
    for (const model::Handover& handover : proposal.handovers) {
        add(handover.id.value);
        add(handover.implementation.id.value);
        add(handover.recurring.id.value);
    }
    return names;
}

}  // namespace provenu::whatif
