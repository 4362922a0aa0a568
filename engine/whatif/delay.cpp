#include "whatif/delay.hpp"

#include <algorithm>
#include <utility>

namespace provenu::whatif {
namespace {

using model::Line;
using model::Part;
using model::RampProfile;
using model::Series;
using model::Timing;
using quantity::Month;

using Delay = model::Placed<int>;

void make_later(Month& month, const Delay& delay, model::Delays& delays) {
    month.number += delay.value;
    delays.push_back(delay);
}

bool is_by_year(const std::optional<model::Placed<model::Profile>>& profile) {
    return profile && std::holds_alternative<Series>(profile->value);
}
bool is_ramp(const std::optional<model::Placed<model::Profile>>& profile) {
    return profile && std::holds_alternative<RampProfile>(profile->value);
}

/// Whether a measure is written year by year.
struct IsByYear {
    static bool of(const model::Amount& amount) { return std::holds_alternative<Series>(amount); }
    bool operator()(const model::Amount& amount) const { return of(amount); }
    bool operator()(const model::Staff& staff) const {
        return std::ranges::any_of(staff.posts, [](const model::StaffPost& post) { return of(post.fte); });
    }
    bool operator()(const model::ShareOf& share) const { return of(share.share); }
    bool operator()(const model::Priced& priced) const { return of(priced.quantity) || of(priced.price); }
    bool operator()(const model::Total&) const { return false; }  // one amount, spread over its period
};

/// Whether the part is timed by months alone, which can be moved; what is written year by year slips in proportion.
bool is_dated(const Part& part) {
    const Timing& timing = part.timing;
    const bool by_year = is_by_year(timing.phase_in) || is_by_year(timing.phase_out) ||
                         std::ranges::any_of(part.components, [](const model::Component& component) {
                             return std::visit(IsByYear{}, component.measure);
                         });
    return !by_year && (!timing.periods.empty() || is_ramp(timing.phase_in) || is_ramp(timing.phase_out));
}

void move(std::optional<model::Placed<model::Profile>>& profile, const Delay& delay) {
    if (!is_ramp(profile)) return;
    auto& ramp = std::get<RampProfile>(profile->value);
    ramp.from.number += delay.value;
    make_later(ramp.until, delay, ramp.delays);
}

void make_late(Part& part, const Delay& delay) {
    if (!is_dated(part)) {
        for (model::Component& component : part.components) component.adjustment.delays.push_back(delay);
        return;
    }
    for (model::Spell& period : part.timing.periods) {
        make_later(period.value.from, delay, period.of_start);
        if (period.value.until) make_later(*period.value.until, delay, period.of_end);
    }
    move(part.timing.phase_in, delay);
    move(part.timing.phase_out, delay);
}

/// The month in which the line as a whole ends; none where some of it goes on.
std::optional<Month> end_of(const Line& line) {
    std::optional<Month> end;
    for (const Part& part : line.parts)
        for (const auto& period : part.timing.periods) {
            if (!period.value.until) return std::nullopt;
            end = std::max(end.value_or(*period.value.until), *period.value.until);
        }
    return end;
}

void prolong(Line& line, const Delay& delay) {
    const std::optional<Month> end = end_of(line);
    for (Part& part : line.parts) {
        if (part.timing.periods.empty() || !is_dated(part)) {
            make_late(part, delay);
            continue;
        }
        for (model::Spell& period : part.timing.periods)
            if (end && period.value.until == *end) make_later(*period.value.until, delay, period.of_end);
    }
}

}  // namespace

std::optional<std::size_t> set_apart(Line& line, std::size_t part, const std::vector<bool>& components) {
    if (std::ranges::find(components, true) == components.end()) return std::nullopt;
    if (std::ranges::find(components, false) == components.end()) return part;
    Part chosen = line.parts[part];
    chosen.components.clear();
    std::vector<model::Component> others;
    for (std::size_t i = 0; i < components.size(); ++i)
        (components[i] ? chosen.components : others).push_back(std::move(line.parts[part].components[i]));
    line.parts[part].components = std::move(others);
    line.parts.push_back(std::move(chosen));
    return line.parts.size() - 1;
}

void delay(model::Proposal& proposal, const Selection& selection, const Delay& months) {
    for (std::size_t i = 0; i < proposal.lines.size(); ++i)
        for (std::size_t part = 0; part < selection.components[i].size(); ++part)
            if (const auto chosen = set_apart(proposal.lines[i], part, selection.components[i][part]))
                make_late(proposal.lines[i].parts[*chosen], months);
    for (std::size_t i = 0; i < proposal.handovers.size(); ++i) {
        const bool implementation = selection.implementation_sides[i];
        const bool recurring = selection.recurring_sides[i];
        model::Handover& handover = proposal.handovers[i];
        if (implementation) make_later(handover.at.value, months, handover.delays);
        if (recurring && !implementation) handover.recurring_delays.push_back(months);
    }
}

void delay_whole(model::Proposal& proposal, const Delay& months) {
    Selection recurring = select_section(proposal, model::Section::recurring);
    recurring.recurring_sides.assign(recurring.recurring_sides.size(), false);  // they begin when the team is handed over
    for (std::size_t i = 0; i < proposal.lines.size(); ++i) {
        if (proposal.lines[i].section != model::Section::implementation) continue;
        prolong(proposal.lines[i], months);
        for (auto& part : recurring.components[i]) part.assign(part.size(), false);  // if it follows a recurring line
    }
    delay(proposal, recurring, months);
    for (model::Handover& handover : proposal.handovers) make_later(handover.at.value, months, handover.delays);
}

}  // namespace provenu::whatif
