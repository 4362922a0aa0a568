#include <algorithm>
#include <cmath>

#include "input/range.hpp"
#include "provenu/quantity/percent.hpp"

namespace provenu::input {
namespace {

using model::Bound;
using model::Range;

/// Whether the numbers of a range are told in the same way; nought is told in every way.
bool all_alike(const std::vector<Bound>& bounds) {
    const auto is_nought = [](const Bound& bound) { return bound.number == 0 && bound.of == Bound::Of::bare; };
    const auto first = std::ranges::find_if_not(bounds, is_nought);
    return std::all_of(first, bounds.end(),
                       [&](const Bound& each) { return is_nought(each) || (each.of == first->of && each.unit == first->unit); });
}

/// Beyond these nobody's budget goes, and the arithmetic of spreads would run out of numbers.
constexpr double largest_number = 1e15;
constexpr double largest_share = 1e6;

bool is_too_large(const Bound& bound) {
    return std::abs(bound.number) > (bound.of == Bound::Of::share ? largest_share : largest_number);
}

const Bound* too_large(const std::vector<Bound>& bounds) {
    const auto found = std::ranges::find_if(bounds, is_too_large);
    return found == bounds.end() ? nullptr : &*found;
}

bool all_read(const std::vector<Bound>& bounds) {
    return std::ranges::none_of(bounds, [](const Bound& bound) { return std::isnan(bound.number); });
}

/// The code of what is wrong with the numbers of a shape, which are alike; empty where nothing is.
struct FaultOf {
    std::string operator()(const model::Triangular& shape) const { return order(shape); }
    std::string operator()(const model::Pert& shape) const { return order(shape); }
    std::string operator()(const model::Uniform& shape) const { return shape.low.number <= shape.high.number ? "" : "P212"; }
    std::string operator()(const model::Bell& bell) const {
        const bool positive_only = bell.kind == model::Bell::Kind::lognormal;
        if (const auto* moments = std::get_if<model::MeanAndDeviation>(&bell.by)) {
            if (moments->deviation.number < 0) return "P803";
            return positive_only && moments->mean.number <= 0 ? "P805" : "";
        }
        const auto& percentiles = std::get<model::Percentiles>(bell.by);
        if (percentiles.p10.number >= percentiles.p90.number) return "P804";
        return positive_only && percentiles.p10.number <= 0 ? "P805" : "";
    }
    std::string operator()(const model::Discrete&) const { return ""; }
    std::string operator()(const model::Empirical&) const { return ""; }
    std::string operator()(const model::Column&) const { return ""; }

 private:
    template <class ThreePoints>
    static std::string order(const ThreePoints& shape) {
        const bool right = shape.low.number <= shape.mode.number && shape.mode.number <= shape.high.number;
        return right ? "" : "P212";
    }
};

/// The numbers of its shape alone.
std::vector<Bound> bounds_of_shape(Range range) {
    range.least.reset();
    range.most.reset();
    return bounds_of(range);
}

bool is_sound(const Range& range) {
    const auto bounds = bounds_of_shape(range);
    return all_read(bounds_of(range)) && all_alike(bounds) && std::visit(FaultOf{}, range.shape).empty();
}

}  // namespace

void check_alone(Reading& reading, const Range& range) {
    const auto bounds = bounds_of_shape(range);
    const auto all = bounds_of(range);
    if (const Bound* wrong = too_large(all)) return reading.found.error("P878", wrong->place);
    if (const auto* column = std::get_if<model::Column>(&range.shape)) {
        if (range.least || range.most) return reading.found.error("P879", (range.least ? range.least : range.most)->place);
        const auto wrong = [column](double number) { return is_too_large({number, column->of}); };
        if (std::ranges::any_of(column->numbers, wrong)) return reading.found.error("P878", range.place);
    }
    if (!all_read(bounds)) return;
    if (!all_alike(bounds)) return reading.found.error("P801", range.place);
    const std::string fault = std::visit(FaultOf{}, range.shape);
    if (!fault.empty()) return reading.found.error(fault, range.place);
    const bool none = bounds.empty() && !std::holds_alternative<model::Column>(range.shape);
    if (none || !is_of_shares(range) || !all_read(bounds_of(range))) return;
    if (!holds(range, {1})) reading.found.error("P215", range.place);
}

void check_range(Reading& reading, const Range& range, const std::optional<model::Amount>& amount) {
    if (!amount || !std::holds_alternative<model::Value>(*amount) || is_of_shares(range) || !is_sound(range)) return;
    const auto value = literal(std::get<model::Value>(*amount));
    if (!value) return;
    const quantity::Unit& unit = value->number.unit;
    const auto bounds = bounds_of(range);
    const bool comparable =
        std::ranges::all_of(bounds, [&](const Bound& bound) { return bound.of != Bound::Of::amount || bound.unit == unit; });
    const int money = unit.of(quantity::Dimension::money);
    const model::Worth worth{value->value, std::pow(10.0, money * value->number.money.exponent)};
    if (comparable && !holds(range, worth))
        reading.found.error("P213", range.place,
                            {quantity::number_argument("value", worth.value / worth.bare),
                             quantity::number_argument("low", reach(range, worth).low / worth.bare),
                             quantity::number_argument("high", reach(range, worth).high / worth.bare)});
}

void check_shares(Reading& reading, Range& range) {
    auto* column = std::get_if<model::Column>(&range.shape);
    const bool as_factors = column != nullptr && column->of == Bound::Of::bare;
    if (as_factors) column->of = Bound::Of::share;
    if (!is_of_shares(range)) {
        reading.found.error("P802", range.place);
    } else if (as_factors && !holds(range, {1})) {
        reading.found.error("P215", range.place);
    }
}

}  // namespace provenu::input
