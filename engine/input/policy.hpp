#pragma once

#include "input/values.hpp"
#include "provenu/model/policy.hpp"

namespace provenu::input {

/// What a proposal and a policy file say alike, laid over what the files underneath say.
void read_payback(Reading& reading, const Node& node, model::Policies& policies);
void read_basis(Reading& reading, const Node& node, model::Policies& policies);
void read_discount(Reading& reading, const Node& node, model::Policies& policies);
void read_table(Reading& reading, const Node& node, model::Policies& policies);

void check_format(Reading& reading, const Node& node);

std::vector<std::string_view> convention_words();
std::vector<std::string_view> basis_words();

/// A policy file.
struct PolicyFile {
    model::Policies policies;
};
const Fields<PolicyFile>& policy_fields();

struct DiscountDraft {
    model::Discounting discounting;
    bool says_schedule = false;
    bool says_rate = false;
};
const Fields<DiscountDraft>& discount_fields();
const Fields<model::TablePolicy>& table_fields();
const Fields<model::DiscountSchedule>& schedule_fields();
const Fields<model::Area>& area_fields();

/// The fields `payback`, `basis`, `discount` and `table` of a block with a member `policies`.
template <class Block>
std::vector<Field<Block>> policy_choice_fields() {
    return {optional<Block>("payback", {{Form::convention, {}, convention_words(), {}}},
                            [](Reading& r, const Node& n, Block& block) { read_payback(r, n, block.policies); }),
            optional<Block>("basis", {words(basis_words())},
                            [](Reading& r, const Node& n, Block& block) { read_basis(r, n, block.policies); }),
            optional<Block>("discount", {input::block("discount")},
                            [](Reading& r, const Node& n, Block& block) { read_discount(r, n, block.policies); }),
            optional<Block>("table", {input::block("table")},
                            [](Reading& r, const Node& n, Block& block) { read_table(r, n, block.policies); })};
}

/// A block's keys that say what kind of file it stands in; their values have been looked at before.
template <class Block>
std::vector<Field<Block>> file_fields(std::string_view kind) {
    return {required<Block>("kind", {words({kind})}, [](Reading&, const Node&, Block&) {}),
            required<Block>("format", {of_form(Form::whole)}, [](Reading& r, const Node& n, Block&) { check_format(r, n); })};
}

/// A field that describes the file to its readers and that nothing is computed from.
template <class Block>
Field<Block> described(std::string_view key, std::vector<Shape> shapes) {
    return optional<Block>(key, std::move(shapes), [](Reading& r, const Node& n, Block&) { read_label(r, n); });
}

template <class Block>
void append(std::vector<Field<Block>>& fields, std::vector<Field<Block>> more) {
    fields.insert(fields.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace provenu::input
