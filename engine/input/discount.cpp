#include <algorithm>
#include <charconv>

#include "input/policy.hpp"

namespace provenu::input {
namespace {

using formula::Discount;
using model::DiscountSchedule;

constexpr std::array<Word<Discount>, 3> timings{
    {{"start", Discount::start}, {"middle", Discount::middle}, {"end", Discount::end}}};

/// A real rate a year; `4.0` would be 400 %.
model::Value read_rate(Reading& reading, const Node& node) {
    model::Value rate = read_value(reading, node);
    const auto number = literal(rate);
    if (number && number->value >= 1 && number->is_bare()) {
        reading.found.error("P203", rate.place,
                            {{"text", std::string(node.text)},
                             {"percent", plain(number->value * 100, node.text)},
                             {"rate", plain(number->value, node.text)},
                             {"share", plain(number->value / 100, node.text)}});
    } else if (number && number->value <= -1) {
        reading.found.error("P217", rate.place, {{"text", std::string(node.text)}});
    }
    return rate;
}

std::optional<int> years_after(std::string_view text) {
    int years = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), years);
    const bool leading_zero = text.size() > 1 && text[0] == '0';
    if (error != std::errc{} || end != text.data() + text.size() || years < 0 || years > 1000 || leading_zero) return {};
    return years;
}

void read_steps(Reading& reading, const Node& map, DiscountSchedule& schedule) {
    schedule.steps.clear();  // of a schedule underneath that has the same id
    for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
        const Node& key = map.children[i];
        if (is_split(reading, map, i / 2)) continue;
        const auto after = years_after(key.text);
        if (!after) report(reading, "P218", key, {{"text", std::string(key.text)}});
        const Node& rate = map.children[i + 1];
        const bool usable = !is_cut(map, i / 2) && fits(reading, rate, key.text, {of_form(Form::value)});
        schedule.steps.push_back({after.value_or(0), usable ? read_rate(reading, rate) : model::Value{unread(), {}}});
    }
    const auto earlier = [](const auto& left, const auto& right) { return left.after < right.after; };
    std::stable_sort(schedule.steps.begin(), schedule.steps.end(), earlier);
    if (schedule.steps.empty() || schedule.steps.front().after != 0) report(reading, "P613", map);
}

}  // namespace

const Fields<DiscountSchedule>& schedule_fields() {
    using Schedule = DiscountSchedule;
    static const Fields<Schedule> fields(
        "discount_schedule",
        {required<Schedule>("id", {of_form(Form::identifier)},
                            [](Reading& r, const Node& n, Schedule& s) { s.id = read_identifier(r, n); }),
         optional<Schedule>("label", label_shapes(), [](Reading& r, const Node& n, Schedule& s) { s.label = read_label(r, n); }),
         optional<Schedule>("source", {of_form(Form::text)},
                            [](Reading& r, const Node& n, Schedule& s) { s.source = read_text(r, n); }),
         required<Schedule>("steps", {of_form(Form::steps)}, read_steps)});
    return fields;
}

const Fields<DiscountDraft>& discount_fields() {
    using Draft = DiscountDraft;
    static const Fields<Draft> fields(
        "discount", {optional<Draft>("schedule", {of_form(Form::identifier)},
                                     [](Reading& r, const Node& n, Draft& d) {
                                         d.discounting.schedule = read_reference(r, n);
                                         d.says_schedule = true;
                                     }),
                     optional<Draft>("rate", {of_form(Form::value)},
                                     [](Reading& r, const Node& n, Draft& d) {
                                         d.discounting.rate = read_rate(r, n);
                                         d.says_rate = true;
                                     }),
                     optional<Draft>("timing", {words(written(timings))}, [](Reading& r, const Node& n, Draft& d) {
                         d.discounting.timing = read_word(r, n, timings);
                     })});
    return fields;
}

void read_discount(Reading& reading, const Node& node, model::Policies& policies) {
    DiscountDraft draft{policies.discounting.value_or(model::Discounting{}), false, false};
    read_fields(reading, node, discount_fields(), draft);
    if (draft.says_schedule && draft.says_rate) report(reading, "P612", node);
    if (draft.says_schedule && !draft.says_rate) draft.discounting.rate.reset();
    policies.discounting = std::move(draft.discounting);
}

}  // namespace provenu::input
