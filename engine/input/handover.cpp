#include "input/funding.hpp"
#include "input/line.hpp"
#include "input/measure.hpp"
#include "input/range.hpp"
#include "provenu/quantity/time.hpp"

namespace provenu::input {

using model::Handover;

const Fields<Handover::Side>& side_fields() {
    using Side = Handover::Side;
    static const Fields<Side> fields("handover_side", [] {
        std::vector<Field<Side>> all{
            required<Side>("id", {of_form(Form::identifier)},
                           [](Reading& r, const Node& n, Side& side) { side.id = read_address(r, n); }),
            optional<Side>("label", label_shapes(), [](Reading& r, const Node& n, Side& side) { side.label = read_label(r, n); }),
            optional<Side>("area", {of_form(Form::identifier)},
                           [](Reading& r, const Node& n, Side& side) { side.area = read_reference(r, n); })};
        auto funding = funding_fields<Side>();
        all.insert(all.end(), std::make_move_iterator(funding.begin()), std::make_move_iterator(funding.end()));
        return all;
    }());
    return fields;
}

const Fields<Handover>& handover_fields() {
    static const Fields<Handover> fields(
        "handover",
        {required<Handover>("id", {of_form(Form::identifier)},
                            [](Reading& r, const Node& n, Handover& h) { h.id = read_address(r, n); }),
         optional<Handover>("label", label_shapes(), [](Reading& r, const Node& n, Handover& h) { h.label = read_label(r, n); }),
         optional<Handover>("option", {of_form(Form::identifier)},
                            [](Reading& r, const Node& n, Handover& h) { h.option = read_reference(r, n); }),
         required<Handover>("staff", staff_shapes(),
                            [](Reading& r, const Node& n, Handover& h) { h.staff = read_staff(r, n).posts; }),
         required<Handover>("from", {of_form(Form::month)},
                            [](Reading& r, const Node& n, Handover& h) { h.from = read_month(r, n).value; }),
         required<Handover>("at", {of_form(Form::month)},
                            [](Reading& r, const Node& n, Handover& h) { h.at = read_month(r, n); }),
         required<Handover>("implementation", {block("handover_side")},
                            [](Reading& r, const Node& n, Handover& h) { h.implementation = read_block(r, n, side_fields()); }),
         required<Handover>("recurring", {block("handover_side")},
                            [](Reading& r, const Node& n, Handover& h) { h.recurring = read_block(r, n, side_fields()); }),
         optional<Handover>("range", range_shapes(), [](Reading& r, const Node& n, Handover& h) { h.range = read_factor(r, n); }),
         optional<Handover>("source", {of_form(Form::text)},
                            [](Reading& r, const Node& n, Handover& h) { h.source = read_text(r, n); }),
         optional<Handover>("note", {of_form(Form::text)},
                            [](Reading& r, const Node& n, Handover& h) { h.note = read_text(r, n); })});
    return fields;
}

std::vector<Handover> read_handovers(Reading& reading, const Node& list) {
    std::vector<Handover> handovers;
    for (const Node& item : list.children) {
        if (!fits(reading, item, "handovers", {block("handover")})) continue;
        Handover handover = read_block(reading, item, handover_fields());
        const bool both = handover.from.number != 0 && handover.at.value.number != 0;
        if (both && handover.at.value <= handover.from) {
            reading.found.error("P520", handover.at.place,
                                {{"from", quantity::name(handover.from)}, {"at", quantity::name(handover.at.value)}});
        }
        handovers.push_back(std::move(handover));
    }
    return handovers;
}

}  // namespace provenu::input
