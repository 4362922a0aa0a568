#include "input/line.hpp"

#include <algorithm>

#include "input/evidence.hpp"
#include "input/funding.hpp"
#include "input/indices.hpp"
#include "input/measure.hpp"
#include "input/names.hpp"
#include "input/policy.hpp"
#include "input/signs.hpp"
#include "input/timing.hpp"

namespace provenu::input {
namespace {

using model::Effect;
using model::Part;

constexpr std::array<std::string_view, 5> amount_keys{"cost", "saving", "income", "staff", "total"};

/// Where the keys of an amount and its time go, on a line as on a part.
Part& part_of(Part& part) {
    return part;
}
Part& part_of(LineDraft& draft) {
    return draft.own;
}

model::Prices& prices_of(LineDraft& draft) {
    return draft.line.prices;
}

template <class Block, Effect effect>
void add_effect(Reading& reading, const Node& node, Block& block) {
    model::Measure measure = read_measure(reading, node);
    check_signs(reading, measure,
                effect == Effect::cost     ? SignedKeys{"cost", "saving"}
                : effect == Effect::saving ? SignedKeys{"saving", "cost"}
                                           : SignedKeys{"income", "cost"});
    part_of(block).components.push_back({effect, std::move(measure), place_of(reading, node)});
}

/// `staff:` and `total:` beside `cost:`.
void add_cost(Reading& reading, const Node& node, Part& part, SignedKeys keys, model::Measure measure) {
    check_signs(reading, measure, keys);
    part.components.push_back({Effect::cost, std::move(measure), place_of(reading, node)});
}

/// Whether a line or part says an amount, be it one that cannot be read.
bool says_amount(const Node& map) {
    return std::any_of(amount_keys.begin(), amount_keys.end(), [&](std::string_view key) { return find(map, key) != nullptr; });
}

/// The keys that say what a line or part amounts to, and when.
template <class Block>
std::vector<Field<Block>> amount_fields() {
    return {optional<Block>(amount_keys[0], measure_shapes(), add_effect<Block, Effect::cost>),
            optional<Block>(amount_keys[1], measure_shapes(), add_effect<Block, Effect::saving>),
            optional<Block>(amount_keys[2], measure_shapes(), add_effect<Block, Effect::income>),
            optional<Block>(amount_keys[3], staff_shapes(),
                            [](Reading& r, const Node& n, Block& block) {
                                add_cost(r, n, part_of(block), {"staff", "saving"}, read_staff(r, n));
                            }),
            optional<Block>(amount_keys[4], total_shapes(),
                            [](Reading& r, const Node& n, Block& block) {
                                add_cost(r, n, part_of(block), {"total", "saving"}, read_total(r, n));
                            }),
            optional<Block>("period", period_shapes(),
                            [](Reading& r, const Node& n, Block& b) { part_of(b).timing.periods = read_periods(r, n); }),
            optional<Block>("phase_in", profile_shapes(),
                            [](Reading& r, const Node& n, Block& b) { part_of(b).timing.phase_in = read_profile(r, n); }),
            optional<Block>("phase_out", profile_shapes(),
                            [](Reading& r, const Node& n, Block& b) { part_of(b).timing.phase_out = read_profile(r, n); })};
}

/// A time that is written and cannot be read stands for all years, so that none seems to be missing.
void stand_in(model::Timing& timing, const Node& node, const SchemaBlock& fields) {
    const bool period_lost = timing.periods.empty() && find(node, "period") != nullptr;
    const bool profile_lost = !timing.phase_in && find(node, "phase_in") != nullptr;
    const bool lost = period_lost || profile_lost || !knows_all_keys(node, fields);
    const quantity::Period all{quantity::month_of(earliest_year, 1), quantity::month_of(latest_year, 1)};
    if (lost && timing.periods.empty()) timing.periods.push_back({all, {}});
}

void read_parts(Reading& reading, const Node& list, LineDraft& draft) {
    draft.parts = place_of(reading, list);
    if (list.children.empty()) report(reading, "P603", list);
    for (const Node& item : list.children) {
        if (!fits(reading, item, "parts", {block("part")})) continue;
        Part part = read_block(reading, item, part_fields());
        part.place = place_of(reading, item);
        stand_in(part.timing, item, part_fields().schema);
        if (!says_amount(item) && knows_all_keys(item, part_fields().schema)) report(reading, "P601", item);
        draft.line.parts.push_back(std::move(part));
    }
}

std::vector<Field<LineDraft>> description_fields() {
    using Draft = LineDraft;
    return {
        required<Draft>("id", {of_form(Form::identifier)},
                        [](Reading& r, const Node& n, Draft& d) { d.line.id = read_address(r, n); }),
        optional<Draft>("label", label_shapes(), [](Reading& r, const Node& n, Draft& d) { d.line.label = read_label(r, n); }),
        optional<Draft>("area", {of_form(Form::identifier)},
                        [](Reading& r, const Node& n, Draft& d) { d.line.area = read_reference(r, n); }),
        optional<Draft>("converted_from", {of_form(Form::identifier)},
                        [](Reading& r, const Node& n, Draft& d) { d.line.converted_from = read_reference(r, n); }),
        optional<Draft>("follows", {of_form(Form::identifier)},
                        [](Reading& r, const Node& n, Draft& d) { d.line.follows = read_reference(r, n); }),
        optional<Draft>("option", {of_form(Form::identifier)},
                        [](Reading& r, const Node& n, Draft& d) { d.line.option = read_reference(r, n); }),
        optional<Draft>("tags", {list_of({of_form(Form::text)})},
                        [](Reading& r, const Node& n, Draft& d) { d.line.tags = read_texts(r, n); }),
        optional<Draft>("source", {of_form(Form::text)},
                        [](Reading& r, const Node& n, Draft& d) { d.line.source = read_text(r, n); }),
        optional<Draft>("note", {of_form(Form::text)},
                        [](Reading& r, const Node& n, Draft& d) { d.line.note = read_text(r, n); }),
        optional<Draft>("parts", {list_of({block("part")})}, read_parts),
    };
}

/// What a part does not say of its time, its line says.
void inherit(model::Timing& part, const model::Timing& line) {
    if (part.periods.empty()) part.periods = line.periods;
    if (!part.phase_in) part.phase_in = line.phase_in;
    if (!part.phase_out) part.phase_out = line.phase_out;
}

model::Line line_of(Reading& reading, LineDraft draft, const Node& node) {
    stand_in(draft.own.timing, node, line_fields().schema);
    model::Line line = std::move(draft.line);
    const bool own_amount = !draft.own.components.empty();
    if (draft.parts && own_amount) {
        reading.found.error("P602", draft.own.components.front().place, {{"line", std::to_string(draft.parts->line)}});
    } else if (!draft.parts || line.parts.empty()) {
        const bool silent = !draft.parts && !says_amount(node) && find(node, "parts") == nullptr;
        if (silent && knows_all_keys(node, line_fields().schema)) report(reading, "P601", node);
        draft.own.place = place_of(reading, node);
        line.parts.push_back(std::move(draft.own));
        return line;
    }
    for (auto& part : line.parts) inherit(part.timing, draft.own.timing);
    return line;
}

}  // namespace

const Fields<LineDraft>& line_fields() {
    static const Fields<LineDraft> fields("line", [] {
        auto all = description_fields();
        append(all, price_fields<LineDraft, prices_of>());
        append(all, evidence_fields());
        append(all, amount_fields<LineDraft>());
        append(all, funding_fields<LineDraft>());
        return all;
    }());
    return fields;
}

const Fields<Part>& part_fields() {
    static const Fields<Part> fields("part", [] {
        auto all = amount_fields<Part>();
        all.push_back(
            optional<Part>("label", label_shapes(), [](Reading& r, const Node& n, Part& p) { p.label = read_label(r, n); }));
        all.push_back(
            optional<Part>("note", {of_form(Form::text)}, [](Reading& r, const Node& n, Part& p) { p.note = read_text(r, n); }));
        return all;
    }());
    return fields;
}

std::vector<model::Line> read_lines(Reading& reading, const Node& list, model::Section section) {
    std::vector<model::Line> lines;
    const bool recurring = section == model::Section::recurring;
    for (const Node& item : list.children) {
        if (!fits(reading, item, recurring ? "recurring" : "implementation", {block("line")})) {
            reading.names_lost = true;
            continue;
        }
        lines.push_back(line_of(reading, read_block(reading, item, line_fields()), item));
        lines.back().section = section;
    }
    return lines;
}

}  // namespace provenu::input
