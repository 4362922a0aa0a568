#include <fmt/format.h>

#include <array>

#include "input/fields.hpp"

namespace provenu::input {
namespace {

struct BlockExample {
    std::string_view block;
    std::string_view text;
};
constexpr std::array<BlockExample, 39> blocks{{
    {"line", "{id: outreach-team, cost: 7200}"},
    {"part", "{cost: 7200, period: 2026-07..2028-06}"},
    {"measure", "{quantity: 20, price: 95 t.kr.}"},
    {"priced", "{quantity: 20, price: 95 t.kr.}"},
    {"ramp", "{ramp: linear, from: 2027-01, to: 2028-12}"},
    {"handover", "{id: team, staff: {adviser: 16}, from: 2026-07, at: 2028-07, ...}"},
    {"handover_side", "{id: team-running}"},
    {"input", "{value: 650 t.kr., source: rate card}"},
    {"stock", "{add: 5, from: 2027}"},
    {"initial", "{count: 10, stay: 2}"},
    {"rate", "{pay: 520 t.kr., overhead: 20 %}"},
    {"range", "{pert: [70%, 100%, 110%]}"},
    {"bell", "{mean: 100%, deviation: 10%}"},
    {"correlation", "{between: [adviser, academic], rank: 0.5}"},
    {"budget", "{value: 1.2 mio. kr.}"},
    {"key_figure", "{id: cost-per-place, value: cost / places}"},
    {"printed", "{table: printed.csv}"},
    {"discount", "{schedule: fm-2023, timing: start}"},
    {"table", "{empty: blank}"},
    {"index", "{id: service, years: {2027: 2.5%}}"},
    {"index_percentage", "{level_correction: 11.5%, forecast: 2.3%}"},
    {"label", "{da: ..., en: ...}"},
    {"grade", "{id: grade-3, cost: 10 %, effect: 10 %}"},
    {"bias_type", "{id: standard-buildings, upper: 24 %, lower: 2 %}"},
    {"driver", "{id: residential, budget: {activity: 40, price: 900}, expected: {activity: 43, price: 930}}"},
    {"driver_area", "{id: adults}"},
    {"driver_revision", "{id: march}"},
    {"driver_budget", "{activity: 40, price: 900}"},
    {"driver_level", "{activity: 41, price: 910}"},
    {"driver_expected", "{activity: 43, price: 930}"},
    {"driver_so_far", "{months: 8, activity: 41.5}"},
    {"payer", "{id: housing-association, outside: yes}"},
    {"payer_share", "{share: 67.7 %, at_most: 75 %}"},
    {"follow_up", "{target: Six families, measured_by: cases, responsible: the centre, when: each spring}"},
    {"risk", "{level: medium, text: ...}"},
    {"hazard", "{risk: Posts stay vacant, mitigation: early hiring}"},
    {"heard", "{who: the disability council, when: April 2026}"},
    {"administration", "{tags: [management]}"},
    {"frame", "{id: service, area: service, limit: 0}"},
}};

std::string_view example_of_block(std::string_view name) {
    for (const auto& each : blocks) {
        if (each.block == name) return each.text;
    }
    return "{...}";
}

/// Names with what each of them takes.
std::string example_of_map(const Shape& shape) {
    const bool named_blocks = !shape.of.empty() && shape.of.back().form == Form::block;
    if (!named_blocks) return "{team_leader: 1}";
    if (named_blocks && shape.of.back().block == "payer_share") return "{municipality: rest, fund: 67.7 %}";
    return shape.of.back().block == "budget" ? "{residential: 1.2 mio. kr.}" : "{places: 24}";
}

}  // namespace

std::string example(const Shape& shape) {
    switch (shape.form) {
        case Form::text:
            return "\"...\"";
        case Form::word:
        case Form::convention:
            return std::string(shape.words.front());
        case Form::truth:
            return "yes";
        case Form::whole:
            return "1";
        case Form::year:
            return "2027";
        case Form::years:
            return "2026..2031";
        case Form::month:
            return "2026-07";
        case Form::date:
            return "2026-05-01";
        case Form::period:
            return "2026-07..2028-06";
        case Form::identifier:
            return "outreach-team";
        case Form::name:
            return "team_leader";
        case Form::path:
            return "rates.yaml";
        case Form::money:
            return "1000 DKK";
        case Form::value:
            return "650 t.kr.";
        case Form::series:
            return "{2027: 7200, 2028..: 12400}";
        case Form::steps:
            return "{0: 3.5%, 36: 2.5%}";
        case Form::percentages:
            return "{2027: 2.5%, 2028: 2.4%}";
        case Form::chances:
            return "{70%: 20%, 100%: 60%, 115%: 20%}";
        case Form::block:
            return std::string(example_of_block(shape.block));
        case Form::list:
            return fmt::format("[{}]", example(shape.of.front()));
        case Form::map:
            return example_of_map(shape);
    }
    return {};
}

std::string example(std::string_view key, const Shape& shape) {
    if (key == "pert" || key == "triangular") return "[70%, 100%, 110%]";
    if (key == "uniform") return "[90%, 110%]";
    if (key == "draws") return "draws.csv";
    const bool share = shape.form == Form::series && key.starts_with("phase_");
    return share ? "{2027: 50 %, 2028: 100 %}" : example(shape);
}

}  // namespace provenu::input
