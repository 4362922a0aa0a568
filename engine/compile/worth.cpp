#include <algorithm>
#include <utility>

#include "compile/lowering.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;

const model::DiscountSchedule* find_schedule(Lowering& lowering, const model::Placed<std::string>& id) {
    Names known;
    for (const model::DiscountSchedule& schedule : lowering.proposal.policies.schedules) {
        if (schedule.id.value == id.value) return &schedule;
        add(known, schedule.id.value);
    }
    refuse_name(lowering, id, {"P661", "P664"}, known);
    return nullptr;
}

/// The real rate of every year: each step's from where it begins until the next.
Tree yearly_rates(Lowering& lowering, const model::DiscountSchedule& schedule) {
    std::vector<Tree> steps;
    for (const auto& step : schedule.steps) steps.push_back(lower(lowering, step.rate, Wants::share, Written::As::discount_rate));
    std::vector<Tree> rates;
    const int last = std::min(schedule.steps.back().after, lowering.axis.years());
    std::size_t step = 0;
    for (int year = 0; year <= last; ++year) {
        while (step + 1 < steps.size() && schedule.steps[step + 1].after <= year) ++step;
        rates.push_back(steps[step]);
    }
    return formula::make(formula::Yearly{lowering.axis.table.first, true}, std::move(rates));
}

Tree rates(Lowering& lowering, Plan& plan, const model::Discounting& discounting) {
    if (discounting.rate) {
        plan.schedule = "rate";
        return lower(lowering, *discounting.rate, Wants::share, Written::As::discount_rate);
    }
    plan.schedule = discounting.schedule.value;
    const auto* schedule = find_schedule(lowering, discounting.schedule);
    if (schedule == nullptr || schedule->steps.empty()) return formula::number(0);
    return yearly_rates(lowering, *schedule);
}

Tree sum_over(quantity::Years years, Tree flow) {
    return formula::make(formula::SumOver{years}, {std::move(flow)});
}

}  // namespace

void lower_worth(Lowering& lowering, Plan& plan) {
    const model::Discounting discounting = lowering.proposal.policies.discounting.value_or(model::Discounting{});
    plan.discount_timing = discounting.timing;
    define(lowering, "discount_factor", formula::make(discounting.timing, {rates(lowering, plan, discounting)}),
           quantity::Unit{});

    const quantity::Years table = lowering.axis.table;
    const quantity::Years horizon{table.first, table.first + plan.horizon_years - 1};
    for (const std::string basis : {"total", "service"})
        define(lowering, "discounted." + basis,
               formula::product({formula::name("net." + basis), formula::name("discount_factor")}));
    define(lowering, "npv", sum_over(table, formula::name("discounted.total")));
    define(lowering, "npv.horizon", sum_over(horizon, formula::name("discounted.total")));

    const auto rate = [&](formula::ReturnRate::Ask ask) {
        return formula::make(formula::ReturnRate{table, ask}, {formula::name("net.total")});
    };
    define(lowering, "irr", rate(formula::ReturnRate::Ask::only), quantity::Unit{});
    define(lowering, "irr.count", rate(formula::ReturnRate::Ask::count), quantity::Unit{});
}

}  // namespace provenu::compile
