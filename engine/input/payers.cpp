#include "input/payers.hpp"

#include "input/items.hpp"

namespace provenu::input {
namespace {

using model::Frame;
using model::Payer;

constexpr std::array<Word<Frame::Counts>, 2> counts{{{"net", Frame::Counts::net}, {"gross", Frame::Counts::gross}}};

}  // namespace

std::vector<std::string_view> counts_words() {
    return written(counts);
}

Frame::Counts read_counts(Reading& reading, const Node& node) {
    return read_word(reading, node, counts);
}

const Fields<Payer>& payer_fields() {
    static const Fields<Payer> fields(
        "payer", {required<Payer>("id", {of_form(Form::identifier)},
                                  [](Reading& r, const Node& n, Payer& payer) { payer.id = read_identifier(r, n); }),
                  optional<Payer>("label", label_shapes(),
                                  [](Reading& r, const Node& n, Payer& payer) { payer.label = read_label(r, n); }),
                  optional<Payer>("outside", {of_form(Form::truth)},
                                  [](Reading& r, const Node& n, Payer& payer) { payer.outside = read_truth(r, n); }),
                  optional<Payer>("at_most", {of_form(Form::value)},
                                  [](Reading& r, const Node& n, Payer& payer) {
                                      payer.at_most = read_value(r, n);
                                      check_share(r, *payer.at_most);
                                  }),
                  optional<Payer>("source", {of_form(Form::text)},
                                  [](Reading& r, const Node& n, Payer& payer) { payer.source = read_text(r, n); })});
    return fields;
}

const Fields<Frame>& frame_fields() {
    static const Fields<Frame> fields(
        "frame", {required<Frame>("id", {of_form(Form::identifier)},
                                  [](Reading& r, const Node& n, Frame& frame) { frame.id = read_identifier(r, n); }),
                  optional<Frame>("label", label_shapes(),
                                  [](Reading& r, const Node& n, Frame& frame) { frame.label = read_label(r, n); }),
                  optional<Frame>("area", {of_form(Form::identifier)},
                                  [](Reading& r, const Node& n, Frame& frame) { frame.area = read_reference(r, n); }),
                  optional<Frame>("payer", {of_form(Form::identifier)},
                                  [](Reading& r, const Node& n, Frame& frame) { frame.payer = read_reference(r, n); }),
                  optional<Frame>("counts", {words(counts_words())},
                                  [](Reading& r, const Node& n, Frame& frame) { frame.counts = read_counts(r, n); }),
                  required<Frame>("limit", amount_shapes(),
                                  [](Reading& r, const Node& n, Frame& frame) { frame.limit = read_amount(r, n); }),
                  optional<Frame>("source", {of_form(Form::text)},
                                  [](Reading& r, const Node& n, Frame& frame) { frame.source = read_text(r, n); })});
    return fields;
}

void read_payers(Reading& reading, const Node& list, model::Policies& policies) {
    read_items(reading, list, "payers", payer_fields(), policies.payers);
}

void read_frames(Reading& reading, const Node& list, model::Policies& policies) {
    read_items(reading, list, "frames", frame_fields(), policies.frames);
}

}  // namespace provenu::input
