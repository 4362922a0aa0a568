#include "input/measure.hpp"

namespace provenu::input {
namespace {

/// A draft says one thing, and says it whole.
std::optional<model::Measure> measure_of(MeasureDraft& draft) {
    const bool shared = draft.share || draft.of;
    const bool priced = draft.quantity || draft.price;
    const int said = int{shared} + int{priced} + int{draft.staff.has_value()} + int{draft.total.has_value()};
    if (said != 1) return {};
    if (draft.staff) return std::move(*draft.staff);
    if (draft.total) return std::move(*draft.total);
    if (draft.share && draft.of) return model::ShareOf{std::move(*draft.share), std::move(*draft.of)};
    if (draft.quantity && draft.price) return model::Priced{std::move(*draft.quantity), std::move(*draft.price)};
    return {};
}

}  // namespace

const Fields<model::Priced>& priced_fields() {
    using model::Priced;
    static const Fields<Priced> fields(
        "priced", {required<Priced>("quantity", amount_shapes(),
                                    [](Reading& r, const Node& n, Priced& priced) { priced.quantity = read_amount(r, n); }),
                   required<Priced>("price", amount_shapes(),
                                    [](Reading& r, const Node& n, Priced& priced) { priced.price = read_amount(r, n); })});
    return fields;
}

const Fields<MeasureDraft>& measure_fields() {
    using Draft = MeasureDraft;
    static const Fields<Draft> fields(
        "measure",
        {optional<Draft>("share", amount_shapes(), [](Reading& r, const Node& n, Draft& d) { d.share = read_amount(r, n); }),
         optional<Draft>("of", {of_form(Form::identifier)},
                         [](Reading& r, const Node& n, Draft& d) { d.of = read_reference(r, n); }),
         optional<Draft>("quantity", amount_shapes(),
                         [](Reading& r, const Node& n, Draft& d) { d.quantity = read_amount(r, n); }),
         optional<Draft>("price", amount_shapes(), [](Reading& r, const Node& n, Draft& d) { d.price = read_amount(r, n); }),
         optional<Draft>("staff", staff_shapes(), [](Reading& r, const Node& n, Draft& d) { d.staff = read_staff(r, n); }),
         optional<Draft>("total", total_shapes(), [](Reading& r, const Node& n, Draft& d) { d.total = read_total(r, n); })});
    return fields;
}

std::vector<Shape> measure_shapes() {
    return {of_form(Form::value), of_form(Form::series), block("measure")};
}
std::vector<Shape> staff_shapes() {
    return {map_of(amount_shapes()), list_of({map_of(amount_shapes())})};
}
std::vector<Shape> total_shapes() {
    return {of_form(Form::value), of_form(Form::series), block("priced")};
}

namespace {

void read_team(Reading& reading, const Node& node, model::Staff& staff) {
    if (node.children.empty()) report(reading, "P610", node);
    for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
        const Node& rate = node.children[i];
        const Node& fte = node.children[i + 1];
        if (!fits(reading, fte, rate.text, amount_shapes())) continue;
        staff.posts.push_back({read_reference(reading, rate), read_amount(reading, fte)});
    }
}

}  // namespace

model::Staff read_staff(Reading& reading, const Node& node) {
    model::Staff staff;
    if (node.kind != Node::Kind::list) {
        read_team(reading, node, staff);
        return staff;
    }
    if (node.children.empty()) report(reading, "P610", node);
    for (const Node& team : node.children) {
        if (fits(reading, team, "staff", {map_of(amount_shapes())})) read_team(reading, team, staff);
    }
    return staff;
}

model::Total read_total(Reading& reading, const Node& node) {
    if (node.kind == Node::Kind::map && !is_series(node)) return {read_block(reading, node, priced_fields())};
    return {read_amount(reading, node)};
}

model::Measure read_measure(Reading& reading, const Node& node) {
    if (node.kind == Node::Kind::scalar || is_series(node)) return read_amount(reading, node);
    MeasureDraft draft = read_block(reading, node, measure_fields());
    if (auto measure = measure_of(draft)) return std::move(*measure);
    report(reading, "P618", node);
    return model::Value{formula::number(0), place_of(reading, node)};
}

}  // namespace provenu::input
