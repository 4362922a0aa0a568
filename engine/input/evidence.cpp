#include "input/evidence.hpp"

#include "input/items.hpp"
#include "input/range.hpp"

namespace provenu::input {
namespace {

using model::BiasType;
using model::Grade;

/// A share that is known as it stands, so that grades can be ranked and bounds compared.
model::Value read_plain_share(Reading& reading, const Node& node) {
    model::Value share = read_value(reading, node);
    check_share(reading, share);
    const auto* unread = std::get_if<formula::Number>(&share.formula->operation);
    if (!literal(share) && unread == nullptr) reading.found.error("P674", share.place);
    return share;
}

/// The same of a share that is taken away.
model::Value read_part(Reading& reading, const Node& node) {
    model::Value share = read_plain_share(reading, node);
    const auto number = literal(share);
    if (number && number->value > 1 && number->is_percent())
        reading.found.error("P667", share.place, {{"text", std::string(node.text)}});
    return share;
}

void read_lower(Reading& reading, const Node& node, BiasType& type) {
    type.lower = read_plain_share(reading, node);
    const auto lower = literal(type.lower);
    const auto upper = literal(type.upper);
    if (lower && upper && lower->value > upper->value) reading.found.error("P668", type.lower.place);
}

}  // namespace

const Fields<Grade>& grade_fields() {
    static const Fields<Grade> fields(
        "grade", {required<Grade>("id", {of_form(Form::identifier)},
                                  [](Reading& r, const Node& n, Grade& grade) { grade.id = read_identifier(r, n); }),
                  optional<Grade>("label", label_shapes(),
                                  [](Reading& r, const Node& n, Grade& grade) { grade.label = read_label(r, n); }),
                  required<Grade>("cost", {of_form(Form::value)},
                                  [](Reading& r, const Node& n, Grade& grade) { grade.cost = read_plain_share(r, n); }),
                  required<Grade>("effect", {of_form(Form::value)},
                                  [](Reading& r, const Node& n, Grade& grade) { grade.effect = read_part(r, n); }),
                  optional<Grade>("range", {block("range")},
                                  [](Reading& r, const Node& n, Grade& grade) { grade.range = read_factor(r, n); }),
                  optional<Grade>("source", {of_form(Form::text)},
                                  [](Reading& r, const Node& n, Grade& grade) { grade.source = read_text(r, n); })});
    return fields;
}

const Fields<BiasType>& bias_type_fields() {
    using Type = BiasType;
    static const Fields<Type> fields(
        "bias_type",
        {required<Type>("id", {of_form(Form::identifier)},
                        [](Reading& r, const Node& n, Type& type) { type.id = read_identifier(r, n); }),
         optional<Type>("label", label_shapes(), [](Reading& r, const Node& n, Type& type) { type.label = read_label(r, n); }),
         required<Type>("upper", {of_form(Form::value)},
                        [](Reading& r, const Node& n, Type& type) { type.upper = read_plain_share(r, n); }),
         required<Type>("lower", {of_form(Form::value)}, read_lower),
         optional<Type>("source", {of_form(Form::text)},
                        [](Reading& r, const Node& n, Type& type) { type.source = read_text(r, n); })});
    return fields;
}

std::vector<Field<PolicyFile>> evidence_tables() {
    using File = PolicyFile;
    return {optional<File>(
                "grades", {list_of({block("grade")})},
                [](Reading& r, const Node& n, File& file) { read_items(r, n, "grades", grade_fields(), file.policies.grades); }),
            optional<File>("bias_types", {list_of({block("bias_type")})}, [](Reading& r, const Node& n, File& file) {
                read_items(r, n, "bias_types", bias_type_fields(), file.policies.bias_types);
            })};
}

std::vector<Field<LineDraft>> evidence_fields() {
    using Draft = LineDraft;
    return {
        optional<Draft>("grade", {of_form(Form::identifier)},
                        [](Reading& r, const Node& n, Draft& d) { d.line.grade = read_reference(r, n); }),
        optional<Draft>("range", range_shapes(), [](Reading& r, const Node& n, Draft& d) { d.line.range = read_factor(r, n); }),
        optional<Draft>("bias_type", {of_form(Form::identifier)},
                        [](Reading& r, const Node& n, Draft& d) { d.line.bias_type = read_reference(r, n); }),
        optional<Draft>("mitigation", {of_form(Form::value)}, [](Reading& r, const Node& n, Draft& d) {
            d.line.mitigation = read_part(r, n);
            if (!d.line.bias_type) report(r, "P669", n);
        })};
}

}  // namespace provenu::input
