#include "input/paper.hpp"

#include "input/scalars.hpp"

namespace provenu::input {
namespace {

using model::Administration;
using model::FollowUp;
using model::Hazard;
using model::Heard;
using model::Proposal;
using model::RiskAssessment;
using Level = RiskAssessment::Level;

constexpr std::array<Word<Level>, 5> levels{{{"low", Level::low},
                                             {"low-to-medium", Level::low_to_medium},
                                             {"medium", Level::medium},
                                             {"medium-to-high", Level::medium_to_high},
                                             {"high", Level::high}}};

template <class Block>
std::vector<Block> read_blocks(Reading& reading, const Node& list, std::string_view key, const Fields<Block>& fields) {
    std::vector<Block> blocks;
    for (const Node& item : list.children)
        if (fits(reading, item, key, {block(fields.schema.name)})) blocks.push_back(read_block(reading, item, fields));
    return blocks;
}

std::vector<Placed<std::string>> read_references(Reading& reading, const Node& list, std::string_view key, Form form) {
    std::vector<Placed<std::string>> names;
    for (const Node& item : list.children)
        if (fits(reading, item, key, {of_form(form)})) names.push_back({std::string(item.text), place_of(reading, item)});
    return names;
}

Administration read_administration(Reading& reading, const Node& map) {
    Administration administration = read_block(reading, map, administration_fields());
    administration.place = place_of(reading, map);
    const bool silent = administration.lines.empty() && administration.tags.empty();
    if (silent && knows_all_keys(map, administration_fields().schema)) report(reading, "P924", map);
    return administration;
}

RiskAssessment read_risk(Reading& reading, const Node& map) {
    RiskAssessment risk = read_block(reading, map, risk_fields());
    if (map.children.empty()) report(reading, "P925", map);
    return risk;
}

}  // namespace

const Fields<FollowUp>& follow_up_fields() {
    using F = FollowUp;
    static const Fields<F> fields(
        "follow_up",
        {required<F>("target", label_shapes(), [](Reading& r, const Node& n, F& f) { f.target = read_label(r, n); }),
         optional<F>("measured_by", label_shapes(), [](Reading& r, const Node& n, F& f) { f.measured_by = read_label(r, n); }),
         optional<F>("responsible", label_shapes(), [](Reading& r, const Node& n, F& f) { f.responsible = read_label(r, n); }),
         optional<F>("when", label_shapes(), [](Reading& r, const Node& n, F& f) { f.when = read_label(r, n); })});
    return fields;
}

const Fields<Hazard>& hazard_fields() {
    using H = Hazard;
    static const Fields<H> fields(
        "hazard",
        {required<H>("risk", label_shapes(), [](Reading& r, const Node& n, H& h) { h.risk = read_label(r, n); }),
         optional<H>("mitigation", label_shapes(), [](Reading& r, const Node& n, H& h) { h.mitigation = read_label(r, n); })});
    return fields;
}

const Fields<RiskAssessment>& risk_fields() {
    using R = RiskAssessment;
    static const Fields<R> fields(
        "risk", {optional<R>("level", {words(written(levels))},
                             [](Reading& r, const Node& n, R& risk) { risk.level = read_word(r, n, levels); }),
                 optional<R>("text", label_shapes(), [](Reading& r, const Node& n, R& risk) { risk.text = read_label(r, n); }),
                 optional<R>("risks", {list_of({block("hazard")})}, [](Reading& r, const Node& n, R& risk) {
                     risk.risks = read_blocks(r, n, "risks", hazard_fields());
                 })});
    return fields;
}

const Fields<Heard>& heard_fields() {
    using H = Heard;
    static const Fields<H> fields(
        "heard", {required<H>("who", label_shapes(), [](Reading& r, const Node& n, H& h) { h.who = read_label(r, n); }),
                  optional<H>("when", label_shapes(), [](Reading& r, const Node& n, H& h) { h.when = read_label(r, n); }),
                  optional<H>("says", label_shapes(), [](Reading& r, const Node& n, H& h) { h.says = read_label(r, n); })});
    return fields;
}

const Fields<Administration>& administration_fields() {
    using A = Administration;
    static const Fields<A> fields(
        "administration",
        {optional<A>("lines", {list_of({of_form(Form::identifier)})},
                     [](Reading& r, const Node& n, A& a) { a.lines = read_references(r, n, "lines", Form::identifier); }),
         optional<A>("tags", {list_of({of_form(Form::text)})},
                     [](Reading& r, const Node& n, A& a) { a.tags = read_references(r, n, "tags", Form::text); })});
    return fields;
}

std::vector<Field<Proposal>> paper_fields() {
    using P = Proposal;
    return {
        optional<P>("purpose", label_shapes(), [](Reading& r, const Node& n, P& p) { p.paper.purpose = read_label(r, n); }),
        optional<P>("summary", label_shapes(), [](Reading& r, const Node& n, P& p) { p.paper.summary = read_label(r, n); }),
        optional<P>(
            "follow_up", {list_of({block("follow_up")})},
            [](Reading& r, const Node& n, P& p) { p.paper.follow_up = read_blocks(r, n, "follow_up", follow_up_fields()); }),
        optional<P>("risk", {block("risk")}, [](Reading& r, const Node& n, P& p) { p.paper.risk = read_risk(r, n); }),
        optional<P>("heard", {list_of({block("heard")})},
                    [](Reading& r, const Node& n, P& p) { p.paper.heard = read_blocks(r, n, "heard", heard_fields()); }),
        optional<P>("administration", {block("administration")},
                    [](Reading& r, const Node& n, P& p) { p.paper.administration = read_administration(r, n); }),
    };
}

}  // namespace provenu::input
