#include <algorithm>
#include <utility>

#include "compile/lowering.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;

Tree profile(Lowering& lowering, const model::Placed<model::Profile>& profile, Written::As as) {
    if (const auto* shares = std::get_if<model::Series>(&profile.value)) {
        model::Series held = *shares;
        held.holds = true;  // the last share holds from then on
        return lower(lowering, held, Wants::share, as);
    }
    const auto& ramp = std::get<model::RampProfile>(profile.value);
    const auto end = [&](quantity::Month month, Written::As ends, int part) {
        return later(lowering, {formula::month(month), ends, profile.place, part}, ramp.delays);
    };
    return formula::make(ramp.shape, {end(ramp.from, Written::As::from, 0), end(ramp.until, Written::As::until, 1)});
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

bool is_all_or_nothing(const model::Value& share) {
    const auto* number = share.formula != nullptr ? std::get_if<formula::Number>(&share.formula->operation) : nullptr;
    return number != nullptr && (number->value == 0 || number->value == 1);
}

}  // namespace

Tree months_inside(Tree from, std::optional<Tree> until) {
    std::vector<Tree> bounds{std::move(from)};
    if (until) bounds.push_back(std::move(*until));
    return formula::make(formula::Overlap{}, std::move(bounds));
}

Tree months_inside(Lowering& lowering, const std::vector<model::Spell>& periods) {
    std::vector<Tree> overlaps;
    for (const auto& [period, place, of_start, of_end] : periods) {
        Tree from = later(lowering, {formula::month(period.from), Written::As::from, place}, of_start);
        std::optional<Tree> until;
        if (period.until) until = later(lowering, {formula::month(*period.until), Written::As::until, place, 1}, of_end);
        overlaps.push_back(months_inside(std::move(from), std::move(until)));
    }
    return formula::sum(std::move(overlaps));
}

std::optional<Tree> weight(Lowering& lowering, const model::Timing& timing) {
    std::vector<Tree> factors;
    if (!timing.periods.empty()) {
        factors.push_back(formula::make(formula::Divide{}, {months_inside(lowering, timing.periods), formula::number(12)}));
    }
    if (timing.phase_in) factors.push_back(profile(lowering, *timing.phase_in, Written::As::phase_in));
    if (timing.phase_out) {
        const Tree all = formula::number(1, {}, {}, formula::Style::percent);
        factors.push_back(formula::difference(all, profile(lowering, *timing.phase_out, Written::As::phase_out)));
    }
    if (factors.empty()) return std::nullopt;
    return formula::product(std::move(factors));
}

std::vector<int> doubly_bounded_years(const model::Timing& timing, quantity::Years table) {
    std::vector<int> years;
    const auto* shares = timing.phase_in ? std::get_if<model::Series>(&timing.phase_in->value) : nullptr;
    if (shares == nullptr) return years;
    for (std::size_t i = 0; i < shares->values.size(); ++i) {
        const int year = shares->first + static_cast<int>(i);
        const bool part =
            std::ranges::any_of(timing.periods, [year](const auto& period) { return is_part_year(period.value, year); });
        if (part && table.contains(year) && !is_all_or_nothing(shares->values[i])) years.push_back(year);
    }
    return years;
}

bool covers(const model::Timing& timing, int year) {
    const bool in_period = timing.periods.empty() ||
                           std::ranges::any_of(timing.periods, [year](const auto& period) { return inside(period.value, year); });
    return in_period && (!timing.phase_in || year >= first_year(timing.phase_in->value));
}

}  // namespace provenu::compile
