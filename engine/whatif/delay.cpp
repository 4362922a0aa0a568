#include "whatif/delay.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "provenu/formula/node.hpp"

namespace provenu::whatif {
namespace {

using model::Line;
using model::Part;
using model::RampProfile;
using model::Series;
using model::Timing;
using quantity::Month;

Month later(Month month, int months) {
    return {month.number + months};
}

bool is_ramp(const std::optional<model::Placed<model::Profile>>& profile) {
    return profile && std::holds_alternative<RampProfile>(profile->value);
}

bool has_dates(const Timing& timing) {
    return !timing.periods.empty() || is_ramp(timing.phase_in) || is_ramp(timing.phase_out);
}

/// v'[y] = (1 - f) v[y - k] + f v[y - k - 1] with k whole years and f of another; nothing before the first year.
Series slipped(const Series& series, int months, bool holds) {
    const auto count = series.values.size();
    const double late = (months % 12) / 12.0;
    Series result{series.first + months / 12, {}, series.holds, series.place};
    if (late == 0) {
        result.values = series.values;
        return result;
    }
    const auto part = [](double share, const model::Value& value) {
        const formula::Tree weight =
            formula::make(formula::Divide{}, {formula::number(std::round(12 * share)), formula::number(12)});
        return formula::product({weight, value.formula});
    };
    for (std::size_t i = 0; i <= count; ++i) {
        std::vector<formula::Tree> terms;
        const bool goes_on = i == count && holds;
        if (i > 0) terms.push_back(part(late, series.values[i - 1]));
        if (i < count || goes_on) terms.push_back(part(1 - late, series.values[std::min(i, count - 1)]));
        result.values.push_back({formula::sum(std::move(terms)), series.values[std::min(i, count - 1)].place});
    }
    return result;
}

void slip(model::Amount& amount, int months) {
    if (auto* series = std::get_if<Series>(&amount)) *series = slipped(*series, months, series->holds);
}

void move(std::optional<model::Placed<model::Profile>>& profile, int months) {
    if (!profile) return;
    if (auto* ramp = std::get_if<RampProfile>(&profile->value)) {
        ramp->from = later(ramp->from, months);
        ramp->until = later(ramp->until, months);
    } else {
        auto& shares = std::get<Series>(profile->value);
        shares = slipped(shares, months, true);  // the last share holds
    }
}

/// Yearly amounts written in the measure slip with its dates; named inputs are facts that stay where they are.
struct Slipping {
    int months;
    void operator()(model::Amount& amount) const { slip(amount, months); }
    void operator()(model::Staff& staff) const {
        for (model::StaffPost& post : staff.posts) slip(post.fte, months);
    }
    void operator()(model::ShareOf& share) const { slip(share.share, months); }
    void operator()(model::Priced& priced) const {
        slip(priced.quantity, months);
        slip(priced.price, months);
    }
    void operator()(model::Total&) const {}  // one amount, spread over its period
};

void move_dates(Part& part, int months) {
    for (auto& period : part.timing.periods) {
        period.value.from = later(period.value.from, months);
        if (period.value.until) period.value.until = later(*period.value.until, months);
    }
    move(part.timing.phase_in, months);
    move(part.timing.phase_out, months);
    for (model::Component& component : part.components) std::visit(Slipping{months}, component.measure);
}

void make_late(Part& part, int months) {
    if (has_dates(part.timing)) return move_dates(part, months);
    for (model::Component& component : part.components) component.adjustment.delay_months += months;
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

void prolong(Line& line, int months) {
    const std::optional<Month> end = end_of(line);
    for (Part& part : line.parts) {
        if (part.timing.periods.empty()) make_late(part, months);
        for (auto& period : part.timing.periods)
            if (end && period.value.until == *end) period.value.until = later(*end, months);
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

void delay(model::Proposal& proposal, const Selection& selection, int months) {
    for (std::size_t i = 0; i < proposal.lines.size(); ++i)
        for (std::size_t part = 0; part < selection.components[i].size(); ++part)
            if (const auto chosen = set_apart(proposal.lines[i], part, selection.components[i][part]))
                make_late(proposal.lines[i].parts[*chosen], months);
    for (std::size_t i = 0; i < proposal.handovers.size(); ++i) {
        const bool implementation = selection.implementation_sides[i];
        const bool recurring = selection.recurring_sides[i];
        model::Handover& handover = proposal.handovers[i];
        if (implementation) handover.at.value = later(handover.at.value, months);
        if (recurring && !implementation) handover.recurring_late_months += months;
    }
}

void delay_whole(model::Proposal& proposal, int months) {
    Selection recurring = select_section(proposal, model::Section::recurring);
    recurring.recurring_sides.assign(recurring.recurring_sides.size(), false);  // they begin when the team is handed over
    for (std::size_t i = 0; i < proposal.lines.size(); ++i) {
        if (proposal.lines[i].section != model::Section::implementation) continue;
        prolong(proposal.lines[i], months);
        for (auto& part : recurring.components[i]) part.assign(part.size(), false);  // if it follows a recurring line
    }
    delay(proposal, recurring, months);
    for (model::Handover& handover : proposal.handovers) handover.at.value = later(handover.at.value, months);
}

}  // namespace provenu::whatif
