#include <algorithm>
#include <utility>

#include "compile/lowering.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;

Tree profile(Lowering& lowering, const model::Profile& profile) {
    if (const auto* shares = std::get_if<model::Series>(&profile)) {
        model::Series held = *shares;
        held.holds = true;  // the last share holds from then on
        return lower(lowering, held, Wants::share);
    }
    const auto& ramp = std::get<model::RampProfile>(profile);
    return formula::make(ramp.shape, {formula::month(ramp.from), formula::month(ramp.until)});
}

int first_year(const model::Profile& profile) {
    if (const auto* shares = std::get_if<model::Series>(&profile)) return shares->first;
    return std::get<model::RampProfile>(profile).from.number / 12;
}

bool inside(const quantity::Period& period, int year) {
    const int start = 12 * year;
    return period.from.number < start + 12 && (!period.until || period.until->number > start);
}

bool is_part_year(const quantity::Period& period, int year) {
    const int start = 12 * year;
    return inside(period, year) && (period.from.number > start || (period.until && period.until->number < start + 12));
}

/// A yearly share and a part-year period in one year multiply; the author may have meant either alone.
void note_part_years(Lowering& lowering, const model::Timing& timing) {
    if (!timing.phase_in) return;
    const auto* shares = std::get_if<model::Series>(&timing.phase_in->value);
    if (shares == nullptr) return;
    const int last = shares->first + static_cast<int>(shares->values.size()) - 1;
    for (const auto& period : timing.periods)
        for (int year = std::max(shares->first, lowering.axis.table.first); year <= std::min(last, lowering.axis.table.last);
             ++year)
            if (is_part_year(period.value, year))
                lowering.found.note("P560", timing.phase_in->place, {{"year", std::to_string(year)}});
}

}  // namespace

Tree months_inside(const std::vector<model::Placed<quantity::Period>>& periods) {
    std::vector<Tree> overlaps;
    for (const auto& period : periods) {
        std::vector<Tree> bounds{formula::month(period.value.from)};
        if (period.value.until) bounds.push_back(formula::month(*period.value.until));
        overlaps.push_back(formula::make(formula::Overlap{}, std::move(bounds)));
    }
    return formula::sum(std::move(overlaps));
}

std::optional<Tree> weight(Lowering& lowering, const model::Timing& timing) {
    note_part_years(lowering, timing);
    std::vector<Tree> factors;
    if (!timing.periods.empty()) {
        factors.push_back(formula::make(formula::Divide{}, {months_inside(timing.periods), formula::number(12)}));
    }
    if (timing.phase_in) factors.push_back(profile(lowering, timing.phase_in->value));
    if (timing.phase_out) {
        const Tree all = formula::number(1, {}, {}, formula::Style::percent);
        factors.push_back(formula::difference(all, profile(lowering, timing.phase_out->value)));
    }
    if (factors.empty()) return std::nullopt;
    return formula::product(std::move(factors));
}

bool covers(const model::Timing& timing, int year) {
    const bool in_period = timing.periods.empty() ||
                           std::ranges::any_of(timing.periods, [year](const auto& period) { return inside(period.value, year); });
    return in_period && (!timing.phase_in || year >= first_year(timing.phase_in->value));
}

}  // namespace provenu::compile
