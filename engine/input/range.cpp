#include "input/range.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace provenu::input {
namespace {

using model::Bound;
using model::Range;
using Draft = RangeDraft;

std::vector<Bound> read_bounds(Reading& reading, const Node& list) {
    std::vector<Bound> bounds;
    for (const Node& item : list.children)
        if (fits(reading, item, "range", {of_form(Form::value)})) bounds.push_back(read_bound(reading, item));
    return bounds;
}

bool has_count(Reading& reading, const Node& list, std::size_t wanted) {
    const std::size_t count = list.children.size();
    if (count == wanted) return true;
    report(reading, "P211", list, {{"wanted", std::to_string(wanted)}, {"count", std::to_string(count)}});
    return false;
}

const Bound certain{1, Bound::Of::share};

template <class ThreePoints>
void add_points(Reading& reading, const Node& list, Draft& draft) {
    auto bounds = read_bounds(reading, list);
    const bool whole = has_count(reading, list, 3) && bounds.size() == 3;
    if (!whole) bounds.assign(3, certain);
    draft.shapes.emplace_back(ThreePoints{bounds[0], bounds[1], bounds[2]});
}

void add_uniform(Reading& reading, const Node& list, Draft& draft) {
    auto bounds = read_bounds(reading, list);
    const bool whole = has_count(reading, list, 2) && bounds.size() == 2;
    if (!whole) bounds.assign(2, certain);
    draft.shapes.emplace_back(model::Uniform{bounds[0], bounds[1]});
}

template <model::Bell::Kind kind>
void add_bell(Reading& reading, const Node& map, Draft& draft) {
    const BellDraft bell = read_block(reading, map, bell_fields());
    const bool by_mean = bell.mean && bell.deviation && !bell.p10 && !bell.p90;
    const bool by_percentiles = bell.p10 && bell.p90 && !bell.mean && !bell.deviation;
    if (by_mean) {
        draft.shapes.emplace_back(model::Bell{kind, model::MeanAndDeviation{*bell.mean, *bell.deviation}});
    } else if (by_percentiles) {
        draft.shapes.emplace_back(model::Bell{kind, model::Percentiles{*bell.p10, *bell.p90}});
    } else {
        if (knows_all_keys(map, bell_fields().schema)) report(reading, "P812", map);
        draft.shapes.emplace_back(model::Uniform{certain, certain});
    }
}

/// A probability as it stands; found where it is none.
double read_probability(Reading& reading, const Node& node) {
    const model::Value written = read_value(reading, node);
    const auto number = literal(written);
    const bool right = number && number->value >= 0 && (number->is_percent() || number->is_bare());
    if (!right && !is_unread(written)) reading.found.error("P807", written.place, {{"text", std::string(node.text)}});
    return right ? number->value : std::numeric_limits<double>::quiet_NaN();
}

/// `{0,9: 50%}`: a comma has cut the key, and what stands before it has no value.
bool is_cut_key(Reading& reading, const Node& map, std::size_t i) {
    const bool cut = map.flow && map.children[i + 1].kind == Node::Kind::empty && i + 2 < map.children.size();
    if (cut)
        report(reading, "P307", map.children[i + 2],
               {{"text", std::string(map.children[i].text)}, {"rest", std::string(map.children[i + 2].text)}});
    return cut;
}

void add_discrete(Reading& reading, const Node& map, Draft& draft) {
    model::Discrete discrete;
    double sum = 0;
    for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
        if (is_split(reading, map, i / 2) || is_cut_key(reading, map, i)) return;
        if (!fits(reading, map.children[i + 1], map.children[i].text, {of_form(Form::value)})) return;
        discrete.values.push_back(read_bound(reading, map.children[i]));
        discrete.probabilities.push_back(read_probability(reading, map.children[i + 1]));
        sum += discrete.probabilities.back();
    }
    constexpr double tolerance = 1e-9;
    if (discrete.values.empty()) report(reading, "P808", map);
    if (!discrete.values.empty() && std::abs(sum - 1) > tolerance) report(reading, "P806", map, {{"sum", plain(sum * 100)}});
    for (double& probability : discrete.probabilities) probability /= sum;
    draft.shapes.emplace_back(std::move(discrete));
}

void add_empirical(Reading& reading, const Node& list, Draft& draft) {
    if (list.children.empty()) report(reading, "P808", list);
    draft.shapes.emplace_back(model::Empirical{read_bounds(reading, list)});
}

/// A PERT range of this shape is as good as certain.
constexpr double surest = 1e6;

void read_pert_shape(Reading& reading, const Node& node, Draft& draft) {
    const model::Value written = read_value(reading, node);
    const auto number = literal(written);
    const bool right = number && number->is_bare() && number->value > 0 && number->value <= surest;
    if (!right && !is_unread(written)) reading.found.error("P810", written.place, {{"text", std::string(node.text)}});
    draft.pert_shape = Placed<double>{right ? number->value : 4, place_of(reading, node)};
}

void needs(Reading& reading, const Node& map, std::string_view key, std::string_view other) {
    const Node* written = find(map, key);
    if (written == nullptr || find(map, other) != nullptr) return;
    report(reading, "P811", *written, {{"key", std::string(key)}, {"other", std::string(other)}});
}

std::vector<Field<Draft>> shape_fields() {
    using model::Bell;
    const std::vector<Shape> values{list_of({of_form(Form::value)})};
    return {optional<Draft>("pert", values, add_points<model::Pert>),
            optional<Draft>("triangular", values, add_points<model::Triangular>),
            optional<Draft>("uniform", values, add_uniform),
            optional<Draft>("normal", {block("bell")}, add_bell<Bell::Kind::normal>),
            optional<Draft>("lognormal", {block("bell")}, add_bell<Bell::Kind::lognormal>),
            optional<Draft>("discrete", {of_form(Form::chances)}, add_discrete),
            optional<Draft>("empirical", values, add_empirical),
            optional<Draft>("draws", {of_form(Form::path)}, [](Reading&, const Node& n, Draft& d) { d.draws = &n; }),
            optional<Draft>("grade", {of_form(Form::identifier)},
                            [](Reading& r, const Node& n, Draft& d) { d.range.grade = read_reference(r, n); })};
}

std::vector<Field<Draft>> remaining_fields() {
    return {optional<Draft>("shape", {of_form(Form::value)}, read_pert_shape),
            optional<Draft>("column", {of_form(Form::text)}, [](Reading&, const Node& n, Draft& d) { d.column = &n; }),
            optional<Draft>("at_least", {of_form(Form::value)},
                            [](Reading& r, const Node& n, Draft& d) { d.range.least = read_bound(r, n); }),
            optional<Draft>("at_most", {of_form(Form::value)},
                            [](Reading& r, const Node& n, Draft& d) { d.range.most = read_bound(r, n); }),
            optional<Draft>("source", {of_form(Form::text)},
                            [](Reading& r, const Node& n, Draft& d) { d.range.source = read_text(r, n); }),
            optional<Draft>("note", {of_form(Form::text)},
                            [](Reading& r, const Node& n, Draft& d) { d.range.note = read_text(r, n); })};
}

/// The keys one of which a range has.
constexpr std::array<std::string_view, 9> ways{"pert",     "triangular", "uniform", "normal", "lognormal",
                                               "discrete", "empirical",  "draws",   "grade"};

void take_shape(Reading& reading, const Node& map, Draft& draft) {
    const std::size_t said = draft.shapes.size() + (draft.draws != nullptr) + draft.range.grade.has_value();
    const bool tried = std::ranges::any_of(ways, [&](std::string_view way) { return find(map, way) != nullptr; });
    if (said > 1 || (said == 0 && !tried && knows_all_keys(map, range_fields().schema))) report(reading, "P214", map);
    if (said != 1) return;
    for (const std::string_view way : ways)
        if (const Node* written = find(map, way)) draft.range.place = place_of(reading, *written);
    if (!draft.shapes.empty()) draft.range.shape = std::move(draft.shapes.front());
    if (draft.draws == nullptr || draft.column == nullptr) return;
    if (auto column = read_draws(reading, *draft.draws, *draft.column)) draft.range.shape = std::move(*column);
}

}  // namespace

Bound read_bound(Reading& reading, const Node& node) {
    const model::Value written = read_value(reading, node);
    const auto number = literal(written);
    if (!number && !is_unread(written)) reading.found.error("P800", written.place);
    if (!number) return {std::numeric_limits<double>::quiet_NaN(), Bound::Of::share, {}, written.place};
    const auto of = number->is_percent() ? Bound::Of::share : number->is_bare() ? Bound::Of::bare : Bound::Of::amount;
    return {number->value, of, number->number.unit, written.place};
}

const Fields<BellDraft>& bell_fields() {
    using Bell = BellDraft;
    static const Fields<Bell> fields(
        "bell", {optional<Bell>("mean", {of_form(Form::value)},
                                [](Reading& r, const Node& n, Bell& bell) { bell.mean = read_bound(r, n); }),
                 optional<Bell>("deviation", {of_form(Form::value)},
                                [](Reading& r, const Node& n, Bell& bell) { bell.deviation = read_bound(r, n); }),
                 optional<Bell>("p10", {of_form(Form::value)},
                                [](Reading& r, const Node& n, Bell& bell) { bell.p10 = read_bound(r, n); }),
                 optional<Bell>("p90", {of_form(Form::value)},
                                [](Reading& r, const Node& n, Bell& bell) { bell.p90 = read_bound(r, n); })});
    return fields;
}

const Fields<Draft>& range_fields() {
    static const Fields<Draft> fields("range", [] {
        auto all = shape_fields();
        for (auto& field : remaining_fields()) all.push_back(std::move(field));
        return all;
    }());
    return fields;
}

std::vector<Shape> range_shapes() {
    return {block("range"), words({"grade"})};
}

Range read_range(Reading& reading, const Node& node) {
    Draft draft;
    draft.range.place = place_of(reading, node);
    draft.range.shape = model::Uniform{certain, certain};
    if (node.kind == Node::Kind::scalar) {
        if (node.text != "grade") report(reading, "P815", node, {{"text", std::string(node.text)}});
        if (node.text == "grade") draft.range.grade = Placed<std::string>{"", draft.range.place};
        return std::move(draft.range);
    }
    read_fields(reading, node, range_fields(), draft);
    needs(reading, node, "shape", "pert");
    needs(reading, node, "column", "draws");
    needs(reading, node, "draws", "column");
    take_shape(reading, node, draft);
    if (auto* pert = std::get_if<model::Pert>(&draft.range.shape); pert != nullptr && draft.pert_shape)
        pert->shape = draft.pert_shape->value;
    check_alone(reading, draft.range);
    return std::move(draft.range);
}

Range read_factor(Reading& reading, const Node& node) {
    Range range = read_range(reading, node);
    check_shares(reading, range);
    return range;
}

}  // namespace provenu::input
