#pragma once

#include "input/line.hpp"

namespace provenu::input {

const Fields<model::PayerShare>& payer_share_fields();

/// Where the keys of who pays go, on a line as on a side of a handover.
inline model::Funding& funding_of(LineDraft& draft) {
    return draft.line.funding;
}
inline model::Funding& funding_of(model::Handover::Side& side) {
    return side.funding;
}

/// `payer: region`: all of it.
void read_payer(Reading& reading, const Node& node, model::Funding& funding);
/// `payers: {municipality: rest, fund: 67.7%}`: each a share, `rest`, or a block; at most one takes the rest.
void read_shares(Reading& reading, const Node& map, model::Funding& funding);
std::vector<Shape> shares_shapes();
std::vector<std::string_view> realised_words();
model::Realised read_realised(Reading& reading, const Node& node);

/// Who pays, how the effect becomes real, and where finance posts it.
template <class Block>
std::vector<Field<Block>> funding_fields() {
    return {optional<Block>("payer", {of_form(Form::identifier)},
                            [](Reading& r, const Node& n, Block& block) { read_payer(r, n, funding_of(block)); }),
            optional<Block>("payers", shares_shapes(),
                            [](Reading& r, const Node& n, Block& block) { read_shares(r, n, funding_of(block)); }),
            optional<Block>("realised", {words(realised_words())},
                            [](Reading& r, const Node& n, Block& block) { funding_of(block).realised = read_realised(r, n); }),
            optional<Block>("owner", {of_form(Form::text)},
                            [](Reading& r, const Node& n, Block& block) { funding_of(block).owner = read_text(r, n); }),
            optional<Block>("budget_line", {of_form(Form::text)},
                            [](Reading& r, const Node& n, Block& block) { funding_of(block).budget_line = read_text(r, n); })};
}

}  // namespace provenu::input
