#include <algorithm>
#include <utility>

#include "compile/payers.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;
using model::Frame;

bool is_known(Lowering& lowering, const Frame& frame) {
    const bool area = !frame.area || has(lowering.words.areas, frame.area->value);
    const bool payer = !frame.payer || has(lowering.words.payers, frame.payer->value);
    if (!area) refuse_name(lowering, *frame.area, {"P655", "P662"}, lowering.words.areas);
    if (!payer) refuse_name(lowering, *frame.payer, {"P753", "P754"}, lowering.words.payers);
    return area && payer;
}

/// As the frame says, or else as its area's frames count.
Frame::Counts counting(const Lowering& lowering, const Frame& frame) {
    if (frame.counts) return *frame.counts;
    for (const model::Area& area : lowering.proposal.policies.areas)
        if (frame.area && area.id.value == frame.area->value) return area.frame;
    return Frame::Counts::net;
}

/// What draws on the frame: the cash of its payer, or else of the municipality's own budget, on its area's lines. What others
/// alone pay stands outside, yet a payer's frame of an area means what it pays there.
Tree used(const Plan& plan, const PlannedFrame& frame) {
    std::vector<Tree> amounts;
    for (const PlannedLine* line : lines_by_id(plan))
        for (const PlannedShare& share : line->shares) {
            const bool of_payer = frame.payer.empty() ? !share.outside : share.payer == frame.payer;
            const bool written_so = !frame.payer.empty() && line->written_area == frame.area;
            const bool of_area = frame.area.empty() || line->area == frame.area || written_so;
            if (!of_payer || !of_area || !counts(plan, share)) continue;
            const Tree amount = formula::name(share.amount);
            const bool gross = frame.counts == Frame::Counts::gross;
            amounts.push_back(gross ? formula::make(formula::Extreme::greatest, {amount, formula::number(0)}) : amount);
        }
    return formula::sum(std::move(amounts));
}

/// Nought in years for which the frame sets no limit, one in the others.
std::optional<Tree> years_with_limit(const Frame& frame) {
    const auto* series = std::get_if<model::Series>(&frame.limit);
    if (series == nullptr) return std::nullopt;
    std::vector<Tree> ones(series->values.size(), formula::number(1));
    return formula::make(formula::Yearly{series->first, series->holds}, std::move(ones));
}

void define_frame(Lowering& lowering, const Plan& plan, const Frame& frame, const PlannedFrame& planned) {
    const std::string name = "frame." + planned.id;
    const std::string area = planned.area.empty() ? "service" : planned.area;
    define(lowering, name + ".limit", restated(lowering, lower(lowering, frame.limit, Wants::amount_a_year), {}, area));
    lowering.drafts.back().definition.source = frame.source;
    lowering.drafts.back().definition.place = model::place_of(frame.limit);
    define(lowering, name + ".used", used(plan, planned));
    const Tree over = formula::difference(formula::name(name + ".used"), formula::name(name + ".limit"));
    Tree missing = formula::make(formula::Extreme::greatest, {over, formula::number(0)});
    if (const auto years = years_with_limit(frame)) missing = formula::product({*years, std::move(missing)});
    define(lowering, name + ".missing", std::move(missing));
}

}  // namespace

void lower_frames(Lowering& lowering, Plan& plan) {
    for (const Frame& frame : lowering.proposal.policies.frames) {
        if (!is_known(lowering, frame)) continue;
        PlannedFrame planned{frame.id.value,
                             frame.label,
                             frame.area ? frame.area->value : "",
                             frame.payer ? frame.payer->value : "",
                             counting(lowering, frame),
                             {},
                             frame.source};
        for (int year = lowering.axis.table.first; year <= lowering.axis.table.last; ++year)
            planned.given.push_back(model::says(frame.limit, year));
        define_frame(lowering, plan, frame, planned);
        plan.frames.push_back(std::move(planned));
    }
}

}  // namespace provenu::compile
