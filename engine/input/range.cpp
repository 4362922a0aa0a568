#include <algorithm>

#include "input/inputs.hpp"

namespace provenu::input {
namespace {

using model::Range;

template <Range::Kind kind>
void add_range(Reading& reading, const Node& list, RangeDraft& draft) {
    Range range{kind, {}, place_of(reading, list)};
    constexpr std::size_t wanted = kind == Range::Kind::uniform ? 2 : 3;
    for (const Node& bound : list.children) {
        if (fits(reading, bound, "range", {of_form(Form::value)})) range.bounds.push_back(read_value(reading, bound));
    }
    if (list.children.size() != wanted) {
        report(reading, "P211", list, {{"wanted", std::to_string(wanted)}, {"count", std::to_string(list.children.size())}});
    }
    draft.ranges.push_back(std::move(range));
}

/// A bound as a share of the value, or in the value's own terms.
struct Bound {
    double at = 0;
    bool is_share = false;
};

std::optional<Bound> bound_of(const model::Value& written, const std::optional<Literal>& value) {
    const auto bound = literal(written);
    if (!bound) return {};
    if (bound->is_percent()) return Bound{bound->value, true};
    if (!value) return {};
    if (bound->number.unit == value->number.unit && !bound->is_bare()) return Bound{bound->value, false};
    if (!bound->is_bare()) return {};
    const double size = value->number.value == 0 ? 1 : std::abs(value->value / value->number.value);
    return Bound{bound->value * (value->is_bare() ? 1 : size), false};  // a bare bound is in the unit of its value
}

bool in_order(const std::vector<Bound>& bounds) {
    return std::is_sorted(bounds.begin(), bounds.end(), [](const Bound& left, const Bound& right) { return left.at < right.at; });
}

}  // namespace

const Fields<RangeDraft>& range_fields() {
    using Draft = RangeDraft;
    static const Fields<Draft> fields(
        "range", {optional<Draft>("pert", {list_of({of_form(Form::value)})}, add_range<Range::Kind::pert>),
                  optional<Draft>("triangular", {list_of({of_form(Form::value)})}, add_range<Range::Kind::triangular>),
                  optional<Draft>("uniform", {list_of({of_form(Form::value)})}, add_range<Range::Kind::uniform>)});
    return fields;
}

Range read_range(Reading& reading, const Node& map) {
    RangeDraft draft = read_block(reading, map, range_fields());
    if (draft.ranges.size() != 1) {
        const bool found_already = draft.ranges.empty() && !map.children.empty();
        if (!found_already) report(reading, "P214", map);
        return {Range::Kind::triangular, {}, place_of(reading, map)};
    }
    return std::move(draft.ranges.front());
}

void check_range(Reading& reading, const Range& range, const std::optional<model::Amount>& amount) {
    std::optional<Literal> value;
    if (amount && std::holds_alternative<model::Value>(*amount)) value = literal(std::get<model::Value>(*amount));
    std::vector<Bound> bounds;
    for (const auto& written : range.bounds) {
        const auto bound = bound_of(written, value);
        if (!bound || (!bounds.empty() && bounds.front().is_share != bound->is_share)) return;
        bounds.push_back(*bound);
    }
    if (bounds.empty()) return;
    if (!in_order(bounds)) {
        reading.found.error("P212", range.place);
        return;
    }
    if (!bounds.front().is_share && !value) return;
    const double held = bounds.front().is_share ? 1 : value->value;
    if (held < bounds.front().at || held > bounds.back().at) {
        reading.found.error(bounds.front().is_share ? "P215" : "P213", range.place);
    }
}

}  // namespace provenu::input
