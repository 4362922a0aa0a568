#include "input/measure.hpp"

#include <algorithm>
#include <array>

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
        if (is_split(reading, node, i / 2)) continue;
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

namespace {

model::Measure check_shares(Reading& reading, model::Measure measure) {
    const auto* share = std::get_if<model::ShareOf>(&measure);
    if (share == nullptr) return measure;
    if (const auto* value = std::get_if<model::Value>(&share->share)) check_share(reading, *value);
    if (const auto* series = std::get_if<model::Series>(&share->share)) {
        for (const auto& value : series->values) check_share(reading, value);
    }
    return measure;
}

struct Partner {
    std::string_view key;
    std::string_view other;
    std::string_view example;
};
constexpr std::array<Partner, 4> partners{
    {{"share", "of", "residential"}, {"of", "share", "16.1 %"}, {"quantity", "price", "95 t.kr."}, {"price", "quantity", "20"}}};

/// A draft that says nothing whole: half of a pair, or several things at once.
void report_unsaid(Reading& reading, const Node& node, const MeasureDraft& draft) {
    const int read = int{draft.share.has_value()} + int{draft.of.has_value()} + int{draft.quantity.has_value()} +
                     int{draft.price.has_value()} + int{draft.staff.has_value()} + int{draft.total.has_value()};
    const bool found_already = read == 0 || node.children.size() != 2 * static_cast<std::size_t>(read);
    if (found_already) return;
    const auto half = std::find_if(partners.begin(), partners.end(),
                                   [&](const Partner& each) { return read == 1 && node.children.front().text == each.key; });
    if (half == partners.end()) return report(reading, "P618", node);
    report(reading, "P303", node, {{"key", std::string(half->other)}, {"example", std::string(half->example)}});
}

}  // namespace

model::Measure read_measure(Reading& reading, const Node& node) {
    if (node.kind == Node::Kind::scalar || is_series(node)) return read_amount(reading, node);
    if (node.children.empty()) report(reading, "P506", node);
    MeasureDraft draft = read_block(reading, node, measure_fields());
    if (auto measure = measure_of(draft)) return check_shares(reading, std::move(*measure));
    report_unsaid(reading, node, draft);
    return model::Value{unread(), place_of(reading, node)};
}

}  // namespace provenu::input
