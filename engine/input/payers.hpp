#pragma once

#include "input/values.hpp"
#include "provenu/model/policy.hpp"

namespace provenu::input {

const Fields<model::Payer>& payer_fields();
const Fields<model::Frame>& frame_fields();

std::vector<std::string_view> counts_words();
model::Frame::Counts read_counts(Reading& reading, const Node& node);

/// What may pay, and yearly limits, laid over those of the files underneath.
void read_payers(Reading& reading, const Node& list, model::Policies& policies);
void read_frames(Reading& reading, const Node& list, model::Policies& policies);

/// The fields `payers` and `frames` of a block with a member `policies`.
template <class Block>
std::vector<Field<Block>> payer_policy_fields() {
    return {optional<Block>("payers", {list_of({block("payer")})},
                            [](Reading& r, const Node& n, Block& block) { read_payers(r, n, block.policies); }),
            optional<Block>("frames", {list_of({block("frame")})},
                            [](Reading& r, const Node& n, Block& block) { read_frames(r, n, block.policies); })};
}

}  // namespace provenu::input
