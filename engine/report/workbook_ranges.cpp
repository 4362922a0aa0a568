#include "report/workbook_ranges.hpp"

#include <vector>

#include "provenu/wording/number.hpp"

namespace provenu::report {
namespace {

using model::Bound;

struct Saying {
    wording::Language language;

    [[nodiscard]] std::string of(const Bound& bound) const {
        switch (bound.of) {
            case Bound::Of::share:
                return wording::percent(language, bound.number);
            case Bound::Of::bare:
                return wording::written_number(language, bound.number);
            case Bound::Of::amount:
                break;
        }
        const bool money = bound.unit.of(quantity::Dimension::money) != 0;
        return wording::written_number(language, bound.number) + (money ? " kr." : "");
    }
    [[nodiscard]] std::string of(const std::vector<Bound>& bounds) const {
        std::string text;
        for (const Bound& bound : bounds) text += (text.empty() ? "" : " / ") + of(bound);
        return text;
    }
    [[nodiscard]] std::string say(const char* kind, const std::vector<Bound>& bounds) const {
        return wording::text(language, std::string("workbook.range.") + kind, {{"numbers", of(bounds)}});
    }

    std::string operator()(const model::Triangular& shape) const {
        return say("triangular", {shape.low, shape.mode, shape.high});
    }
    std::string operator()(const model::Pert& shape) const { return say("pert", {shape.low, shape.mode, shape.high}); }
    std::string operator()(const model::Uniform& shape) const { return say("uniform", {shape.low, shape.high}); }
    std::string operator()(const model::Bell& shape) const {
        const std::string kind = shape.kind == model::Bell::Kind::normal ? "normal" : "lognormal";
        if (const auto* by = std::get_if<model::Percentiles>(&shape.by))
            return say((kind + ".percentiles").c_str(), {by->p10, by->p90});
        const auto& by = std::get<model::MeanAndDeviation>(shape.by);
        return say(kind.c_str(), {by.mean, by.deviation});
    }
    std::string operator()(const model::Discrete& shape) const { return say("discrete", shape.values); }
    std::string operator()(const model::Empirical& shape) const { return say("empirical", shape.values); }
    std::string operator()(const model::Column& shape) const {
        return wording::text(language, "workbook.range.column", {{"file", shape.file}, {"name", shape.name}});
    }
};

const model::Range* find_range(const model::Proposal& proposal, const std::string& name) {
    const auto of = [](const std::optional<model::Range>& range) { return range ? &*range : nullptr; };
    for (const model::Input& input : proposal.inputs)
        if (input.name.value == name) return of(input.range);
    for (const model::Line& line : proposal.lines)
        if (line.id.value == name) return of(line.range);
    for (const model::Handover& handover : proposal.handovers)
        if (handover.implementation.id.value == name) return of(handover.range);
    return nullptr;
}

}  // namespace

std::string range_of(const WorkbookCase& each, const formula::Definition& definition, wording::Language language) {
    const model::Range* range = find_range(each.proposal, definition.name);
    return range == nullptr ? "" : std::visit(Saying{language}, range->shape);
}

}  // namespace provenu::report
