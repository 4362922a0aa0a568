#include <iterator>

#include "input/drivers.hpp"

namespace provenu::input {
namespace {

using model::Driver;
using model::Level;
using model::SoFar;

model::Value read_activity(Reading& reading, const Node& node) {
    model::Value activity = read_value(reading, node);
    const auto number = literal(activity);
    if (number && number->value < 0) reading.found.error("P783", activity.place, {{"text", std::string(node.text)}});
    return activity;
}

void read_months(Reading& reading, const Node& node, SoFar& so_far) {
    constexpr int months_a_year = 12;
    so_far.months = read_whole(reading, node);
    const bool is_whole = node.text.find_first_not_of("-0123456789") == std::string_view::npos;
    if (is_whole && (so_far.months.value < 1 || so_far.months.value > months_a_year))
        report(reading, "P782", node, {{"text", std::string(node.text)}});
}

Level& level_of(Level& level) {
    return level;
}
Level& level_of(Driver& driver) {
    return driver.expected;
}

template <class Block>
Field<Block> activity_field(bool needed) {
    const auto read = [](Reading& r, const Node& n, Block& b) { level_of(b).activity = read_activity(r, n); };
    return needed ? required<Block>("activity", {of_form(Form::value)}, read)
                  : optional<Block>("activity", {of_form(Form::value)}, read);
}

template <class Block>
Field<Block> price_field(bool needed) {
    const auto read = [](Reading& r, const Node& n, Block& b) { level_of(b).price = read_value(r, n); };
    return needed ? required<Block>("price", {of_form(Form::value)}, read)
                  : optional<Block>("price", {of_form(Form::value)}, read);
}

/// Activity and price are each written once, directly or by what is known of the year so far.
void check_expected(Reading& reading, const Node& node) {
    const Node* activity = find(node, "activity");
    const Node* so_far = find(node, "so_far");
    const Node* price = find(node, "price");
    const bool spent = so_far != nullptr && so_far->kind == Node::Kind::map && find(*so_far, "spent") != nullptr;
    if (activity != nullptr && so_far != nullptr) report(reading, "P785", *activity);
    if (price != nullptr && spent) report(reading, "P797", *price);
    const bool all_known =
        knows_all_keys(node, driver_expected_fields().schema) &&
        (so_far == nullptr || so_far->kind != Node::Kind::map || knows_all_keys(*so_far, driver_so_far_fields().schema));
    if (!all_known) return;
    if (activity == nullptr && so_far == nullptr) report(reading, "P784", node);
    if (price == nullptr && !spent) report(reading, "P798", node);
}

void read_expected(Reading& reading, const Node& node, Driver& driver) {
    driver.expected_place = place_of(reading, node);
    read_fields(reading, node, driver_expected_fields(), driver);
    check_expected(reading, node);
}

void read_revisions(Reading& reading, const Node& map, Driver& driver) {
    for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
        if (is_split(reading, map, i / 2)) continue;
        const Node& key = map.children[i];
        if (!fits(reading, map.children[i + 1], key.text, {block("driver_level")})) continue;
        driver.revisions.push_back(
            {read_reference(reading, key), read_block(reading, map.children[i + 1], driver_level_fields())});
    }
}

void read_next_years(Reading& reading, const Node& map, Driver& driver) {
    const auto steps = read_year_steps(reading, map);
    if (map.children.empty()) report(reading, "P506", map);
    for (const Step& step : steps) {
        if (step.holds && &step != &steps.back()) report(reading, "P503", *step.key, {{"year", std::to_string(step.number)}});
        if (step.value == nullptr || !fits(reading, *step.value, step.key->text, {block("driver_level")})) continue;
        driver.next_years.push_back(
            {{step.number, place_of(reading, *step.key)}, step.holds, read_block(reading, *step.value, driver_level_fields())});
    }
}

std::vector<Field<Driver>> what_it_is() {
    using D = Driver;
    return {
        required<D>("id", {of_form(Form::identifier)}, [](Reading& r, const Node& n, D& d) { d.id = read_identifier(r, n); }),
        optional<D>("label", label_shapes(), [](Reading& r, const Node& n, D& d) { d.label = read_label(r, n); }),
        optional<D>("area", {of_form(Form::identifier)}, [](Reading& r, const Node& n, D& d) { d.area = read_reference(r, n); }),
        optional<D>("activity_unit", label_shapes(), [](Reading& r, const Node& n, D& d) { d.activity_unit = read_label(r, n); }),
    };
}

std::vector<Field<Driver>> what_it_costs() {
    using D = Driver;
    return {
        required<D>("budget", {block("driver_budget")},
                    [](Reading& r, const Node& n, D& d) { d.budget = read_block(r, n, driver_budget_fields()); }),
        optional<D>("revisions", {map_of({block("driver_level")})}, read_revisions),
        required<D>("expected", {block("driver_expected")}, read_expected),
        optional<D>("level_at_year_end", {of_form(Form::value)},
                    [](Reading& r, const Node& n, D& d) { d.level_at_year_end = read_activity(r, n); }),
        optional<D>("next_years", {map_of({block("driver_level")})}, read_next_years),
        optional<D>("source", {of_form(Form::text)}, [](Reading& r, const Node& n, D& d) { d.source = read_text(r, n); }),
        optional<D>("note", {of_form(Form::text)}, [](Reading& r, const Node& n, D& d) { d.note = read_text(r, n); }),
    };
}

}  // namespace

const Fields<Level>& driver_budget_fields() {
    static const Fields<Level> fields("driver_budget", {activity_field<Level>(true), price_field<Level>(true)});
    return fields;
}

const Fields<Level>& driver_level_fields() {
    static const Fields<Level> fields("driver_level", {activity_field<Level>(false), price_field<Level>(false)});
    return fields;
}

const Fields<SoFar>& driver_so_far_fields() {
    static const Fields<SoFar> fields(
        "driver_so_far", {required<SoFar>("months", {of_form(Form::whole)}, read_months),
                          required<SoFar>("activity", {of_form(Form::value)},
                                          [](Reading& r, const Node& n, SoFar& s) { s.activity = read_activity(r, n); }),
                          optional<SoFar>("rest", {of_form(Form::value)},
                                          [](Reading& r, const Node& n, SoFar& s) { s.rest = read_activity(r, n); }),
                          optional<SoFar>("spent", {of_form(Form::value)},
                                          [](Reading& r, const Node& n, SoFar& s) { s.spent = read_value(r, n); })});
    return fields;
}

const Fields<Driver>& driver_expected_fields() {
    static const Fields<Driver> fields(
        "driver_expected",
        {activity_field<Driver>(false),
         optional<Driver>("so_far", {block("driver_so_far")},
                          [](Reading& r, const Node& n, Driver& d) { d.so_far = read_block(r, n, driver_so_far_fields()); }),
         price_field<Driver>(false)});
    return fields;
}

const Fields<Driver>& driver_fields() {
    static const Fields<Driver> fields("driver", [] {
        auto all = what_it_is();
        auto costs = what_it_costs();
        all.insert(all.end(), std::make_move_iterator(costs.begin()), std::make_move_iterator(costs.end()));
        return all;
    }());
    return fields;
}

}  // namespace provenu::input
