#include "whatif/caution.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "provenu/formula/node.hpp"
#include "whatif/grade.hpp"

namespace provenu::whatif {
namespace {

using formula::Tree;
using model::Effect;
using model::Line;
using model::OptimismBias;

Tree one() {
    return formula::number(1, {}, {}, formula::Style::percent);
}

model::Value more_by(const model::Value& share) {
    return {formula::sum({one(), share.formula}), share.place};
}

model::Value less_by(const model::Value& share) {
    return {formula::difference(one(), share.formula), share.place};
}

/// Multiplies the line's costs, or its savings and income.
void multiply(Line& line, bool costs, const model::Value& factor) {
    for (model::Part& part : line.parts)
        for (model::Component& component : part.components)
            if ((component.effect == Effect::cost) == costs) component.adjustment.factors.push_back(factor);
}

/// `25 %`
std::string percent(const Tree& share) {
    return fmt::format("{:.4g} %", 100 * *formula::literal(share));
}

bool has(const Line& line, bool costs) {
    return std::ranges::any_of(line.parts, [costs](const model::Part& part) {
        return std::ranges::any_of(part.components,
                                   [costs](const auto& component) { return (component.effect == Effect::cost) == costs; });
    });
}

/// Adjusting a line twice would count the same doubt twice, be it by grade, for optimism, or both.
bool refuse_twice(const Line& line, const Adjusted& adjusted, diag::Diagnostics& found, const diag::Place& asked) {
    const auto has = [&](const std::vector<std::string>& lines) {
        return std::ranges::find(lines, line.id.value) != lines.end();
    };
    if (!has(adjusted.by_grade) && !has(adjusted.by_bias)) return false;
    found.error("P720", asked, {{"line", line.id.value}});
    return true;
}

const model::BiasType* type_of(const model::Proposal& proposal, const Line& line) {
    if (!line.bias_type) return nullptr;
    const auto& types = proposal.policies.bias_types;
    const auto found = std::ranges::find_if(types, [&](const auto& each) { return each.id.value == line.bias_type->value; });
    return found == types.end() ? nullptr : &*found;
}

model::Value bias(const model::BiasType& type, OptimismBias::Bound bound, const Line& line) {
    switch (bound) {
        case OptimismBias::Bound::upper:
            return type.upper;
        case OptimismBias::Bound::lower:
            return type.lower;
        case OptimismBias::Bound::mitigated:
            break;
    }
    if (!line.mitigation) return type.upper;
    const Tree left = formula::product({type.upper.formula, less_by(*line.mitigation).formula});
    return {formula::make(formula::Extreme::greatest, {type.lower.formula, left}), line.mitigation->place};
}

}  // namespace

bool be_cautious(model::Proposal& proposal, Adjusted& adjusted, diag::Diagnostics& found, const diag::Place& asked) {
    bool any = false;
    for (Line& line : proposal.lines) {
        const model::Grade* grade = grade_of(proposal, line);
        if (grade == nullptr || refuse_twice(line, adjusted, found, asked)) continue;
        any = true;
        adjusted.by_grade.push_back(line.id.value);
        multiply(line, true, more_by(grade->cost));
        multiply(line, false, less_by(grade->effect));
        const bool costs = has(line, true);
        const bool both = costs && has(line, false);
        found.note(both    ? "P721"
                   : costs ? "P722"
                           : "P723",
                   line.id.place,
                   {{"line", line.id.value},
                    {"grade", grade->id.value},
                    {"cost", percent(grade->cost.formula)},
                    {"effect", percent(grade->effect.formula)}});
    }
    return any;
}

bool allow_for_optimism(model::Proposal& proposal, OptimismBias::Bound bound, Adjusted& adjusted, diag::Diagnostics& found,
                        const diag::Place& asked) {
    bool any = false;
    for (Line& line : proposal.lines) {
        const model::BiasType* type = type_of(proposal, line);
        if (type == nullptr || !has(line, true) || refuse_twice(line, adjusted, found, asked)) continue;
        any = true;
        adjusted.by_bias.push_back(line.id.value);
        multiply(line, true, more_by(bias(*type, bound, line)));
        found.note("P724", line.id.place, {{"line", line.id.value}, {"type", type->id.value}});
    }
    return any;
}

}  // namespace provenu::whatif
