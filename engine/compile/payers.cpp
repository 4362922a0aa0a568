#include "compile/payers.hpp"

#include <algorithm>
#include <utility>

namespace provenu::compile {
namespace {

using formula::Tree;
using model::Realised;

bool is_plain(const PlannedShare& share) {
    return share.share.empty() && share.realised == Realised::cash;
}

/// Whether any line names who pays or how its effect becomes real, or a frame asks for it.
bool speaks_of_payers(const Lowering& lowering, const Plan& plan) {
    return !lowering.proposal.policies.frames.empty() ||
           std::ranges::any_of(plan.lines, [](const PlannedLine& line) { return !std::ranges::all_of(line.shares, is_plain); });
}

/// The amounts of one payer's parts that `belongs` picks, in order of line.
template <class Belongs>
std::vector<std::string> parts_of(const Plan& plan, const std::string& payer, Belongs belongs) {
    std::vector<std::string> amounts;
    for (const PlannedLine* line : lines_by_id(plan))
        for (const PlannedShare& share : line->shares)
            if (share.payer == payer && belongs(share)) amounts.push_back(share.amount);
    return amounts;
}

std::string key(Realised realised) {
    switch (realised) {
        case Realised::cash:
            return "cash";
        case Realised::capacity:
            return "capacity";
        case Realised::in_kind:
            break;
    }
    return "in-kind";
}

void define_flow(Lowering& lowering, const Plan& plan, const std::string& name, Tree net) {
    define(lowering, name + ".net", std::move(net));
    define(lowering, name + ".balance", formula::make(formula::Kernel::running, {formula::name(name + ".net")}));
    define(lowering, "discounted." + name, formula::product({formula::name(name + ".net"), formula::name("discount_factor")}));
    define_payback(lowering, plan, {"payback." + name, name + ".net", "discounted." + name});
}

/// A payer that has a part of some line; none where it has no part.
std::optional<PlannedPayer> define_payer(Lowering& lowering, const Plan& plan, const model::Payer& payer) {
    const std::string& id = payer.id.value;
    if (parts_of(plan, id, [](const PlannedShare&) { return true; }).empty()) return std::nullopt;
    PlannedPayer planned{id, payer.label, payer.outside, false, {}};
    const auto in_cash = parts_of(plan, id, [&](const PlannedShare& share) { return counts(plan, share); });
    planned.has_cash = !in_cash.empty();
    define_flow(lowering, plan, "payer." + id, sum_of(in_cash));
    for (const Realised how : {Realised::capacity, Realised::in_kind}) {
        const auto apart =
            parts_of(plan, id, [&](const PlannedShare& share) { return share.realised == how && !counts(plan, share); });
        if (apart.empty()) continue;
        planned.apart.push_back(how);
        define(lowering, "payer." + id + "." + key(how), sum_of(apart));
    }
    return planned;
}

void define_all_payers(Lowering& lowering, const Plan& plan) {
    std::vector<std::string> nets;
    for (const PlannedPayer& payer : plan.payers) nets.push_back("payer." + payer.id + ".net");
    std::ranges::sort(nets);
    define_flow(lowering, plan, "payers", sum_of(nets));
}

/// What finance posts: the cash of the municipality's own budget.
void define_budget_changes(Lowering& lowering, const Plan& plan) {
    if (std::ranges::all_of(plan.lines, [](const PlannedLine& line) { return line.budget_line.empty(); })) return;
    std::vector<std::string> amounts;
    for (const PlannedLine* line : lines_by_id(plan))
        for (const PlannedShare& share : line->shares)
            if (!share.outside && share.realised == Realised::cash) amounts.push_back(share.amount);
    define(lowering, "budget_changes", sum_of(amounts));
}

}  // namespace

bool counts(const Plan& plan, const PlannedShare& share) {
    return plan.all_realised || share.realised == Realised::cash;
}

std::vector<const PlannedLine*> lines_by_id(const Plan& plan) {
    std::vector<const PlannedLine*> lines;
    for (const PlannedLine& line : plan.lines) lines.push_back(&line);
    std::ranges::sort(lines, {}, [](const PlannedLine* line) { return line->id; });
    return lines;
}

void lower_payers(Lowering& lowering, Plan& plan) {
    define_budget_changes(lowering, plan);
    if (!speaks_of_payers(lowering, plan)) return;
    for (const model::Payer& payer : lowering.proposal.policies.payers)
        if (auto planned = define_payer(lowering, plan, payer)) plan.payers.push_back(std::move(*planned));
    define_all_payers(lowering, plan);
}

}  // namespace provenu::compile
