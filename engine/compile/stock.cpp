#include <algorithm>
#include <optional>
#include <utility>

#include "compile/lowering.hpp"

namespace provenu::compile {
namespace {

using formula::Kernel;
using formula::Tree;

bool enters_at_start(const model::Stock& stock) {
    return stock.entry == model::Stock::Entry::start;
}

/// Those who enter, and where that was written.
struct Entrants {
    Tree added;
    diag::Place place;
};

/// The entrants of the years `from` to `until` (either may be open), as a series.
Tree entrants(Lowering& lowering, const Entrants& entrants, std::optional<int> from, std::optional<int> until) {
    const auto month = [&](int year, Written::As as) {
        Tree first = formula::month(quantity::month_of(year, 1));
        return written(lowering, {std::move(first), as, entrants.place, year});
    };
    Tree first = from ? month(*from, Written::As::from) : formula::month(quantity::month_of(1900, 1));
    std::optional<Tree> end;
    if (until) end = month(*until + 1, Written::As::until);
    Tree months = months_inside(std::move(first), std::move(end));
    return formula::product({formula::make(formula::Divide{}, {std::move(months), formula::number(12)}), entrants.added});
}

std::optional<int> later(std::optional<int> left, std::optional<int> right) {
    return left && right ? std::max(left, right) : left ? left : right;
}

std::optional<int> earlier(std::optional<int> left, std::optional<int> right) {
    return left && right ? std::min(left, right) : left ? left : right;
}

/// Those who enter under stay number `position`, until the next stay begins.
Tree cohorts(Lowering& lowering, const model::Stock& stock, const Entrants& added, std::size_t position) {
    const bool is_first = position == 0;
    const bool is_last = position + 1 == stock.stay.size();
    const auto begins = is_first ? std::nullopt : std::optional(stock.stay[position].from);
    const auto ends = is_last ? std::nullopt : std::optional(stock.stay[position + 1].from - 1);
    const auto from = later(stock.from, begins);
    const auto until = earlier(stock.until, ends);
    if (from && until && *until < *from) return formula::number(0);
    const Tree years = lower(lowering, stock.stay[position].years, Wants::years);
    const Kernel kernel = enters_at_start(stock) ? Kernel::stay_start : Kernel::stay_middle;
    return formula::make(kernel, {entrants(lowering, added, from, until), years});
}

Tree for_good(Lowering& lowering, const model::Stock& stock, const Entrants& added) {
    const Tree came = entrants(lowering, added, stock.from, stock.until);
    const Tree there = formula::make(Kernel::running, {came});
    if (enters_at_start(stock)) return there;
    return formula::difference(there, formula::product({formula::number(0.5), came}));
}

/// Full effects: each entrant counts by the years since entry. Those who came in the middle of a year have half of each year's
/// share and half of the last one's.
Tree faded(Lowering& lowering, const model::Stock& stock, const Entrants& added) {
    constexpr int months_a_year = 12;
    const Tree came = entrants(lowering, added, stock.from, stock.until);
    const auto later_by = [&](std::size_t years) {
        const int months = months_a_year * static_cast<int>(years) + (enters_at_start(stock) ? 0 : months_a_year / 2);
        return months == 0 ? came : formula::make(Kernel::delay, {came, formula::number(months)});
    };
    std::vector<Tree> effects;
    for (std::size_t year = 0; year < stock.fade->shares.size(); ++year) {
        Tree there = later_by(year);
        const bool held = stock.fade->holds && year + 1 == stock.fade->shares.size();
        if (held) there = formula::make(Kernel::running, {std::move(there)});
        effects.push_back(formula::product({lower(lowering, stock.fade->shares[year], Wants::share), std::move(there)}));
    }
    return formula::sum(std::move(effects));
}

/// Those present at the start of the table, leaving evenly over their stay.
Tree initial(Lowering& lowering, const model::Stock& stock) {
    const int first = lowering.axis.table.first;
    const Tree present = lower(lowering, *stock.initial, Wants::anything);
    const model::Value* stay = stock.initial_stay ? &*stock.initial_stay : nullptr;
    if (stay == nullptr && !stock.stay.empty()) stay = &stock.stay.front().years;
    if (stay == nullptr) return formula::make(formula::Yearly{first, true}, {present});
    const Tree at_first = formula::make(formula::Yearly{first, false}, {present});
    const Kernel kernel = enters_at_start(stock) ? Kernel::leave_start : Kernel::leave_middle;
    return formula::make(kernel, {at_first, lower(lowering, *stay, Wants::years)});
}

void check(Lowering& lowering, const model::Stock& stock) {
    const auto* series = std::get_if<model::Series>(&stock.add);
    const int begins = stock.from.value_or(series != nullptr ? series->first : 0);
    const diag::Place place = model::place_of(stock.add);
    if (begins != 0 && begins < lowering.axis.table.first)
        lowering.found.error("P561", place,
                             {{"year", std::to_string(begins)}, {"first", std::to_string(lowering.axis.table.first)}});
    if (series == nullptr && !stock.from) lowering.found.error("P517", place);
}

}  // namespace

Tree lower(Lowering& lowering, const model::Stock& stock) {
    check(lowering, stock);
    const Entrants added{lower(lowering, stock.add, Wants::anything), model::place_of(stock.add)};
    std::vector<Tree> groups;
    if (stock.stay.empty()) groups.push_back(stock.fade ? faded(lowering, stock, added) : for_good(lowering, stock, added));
    for (std::size_t i = 0; i < stock.stay.size(); ++i) groups.push_back(cohorts(lowering, stock, added, i));
    if (stock.initial) groups.push_back(initial(lowering, stock));
    Tree present = formula::sum(std::move(groups));
    if (!stock.ceiling) return present;
    return formula::make(formula::Extreme::least, {lower(lowering, *stock.ceiling, Wants::anything), std::move(present)});
}

}  // namespace provenu::compile
