#include <utility>

#include "compile/lowering.hpp"
#include "provenu/model/convention.hpp"

namespace provenu::compile {
namespace {

using formula::Moment;
using formula::Round;
using formula::Tree;

Tree minus(Tree from, Tree what) {
    return formula::difference(std::move(from), std::move(what));
}
Tree rounded(Round mode, Tree tree) {
    return formula::make(mode, {std::move(tree)});
}
Tree moment(Moment which, const std::string& flow) {
    return formula::make(which, {formula::name(flow)});
}

/// Years from the start of the table to a date: months count twelfths, days their part of the month.
double years_until(const quantity::Date& date, const quantity::Axis& axis) {
    const int leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0) ? 1 : 0;
    const int days[] = {31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const double part = static_cast<double>(date.day - 1) / days[date.month - 1];
    return axis.column(date.year) + (date.month - 1 + part) / 12.0;
}

/// The further level saving a year, from the table's second year on, that would bring the balance to zero as the table ends; and
/// the exact payback with it, which is not a number or infinite where even then it would not pay back for good.
void define_needed_saving(Lowering& lowering, const std::string& name, const std::string& flow) {
    const quantity::Years table = lowering.axis.table;
    if (table.count() < 2) return;
    const Tree missing = formula::make(formula::SumOver{table}, {formula::name(flow)});
    define(lowering, name + ".needed_saving", formula::make(formula::Divide{}, {missing, formula::number(table.count() - 1)}));

    const Tree saved = formula::make(formula::Yearly{table.first + 1, true}, {formula::name(name + ".needed_saving")});
    define(lowering, name + ".with_needed_saving.net", minus(formula::name(flow), saved));
    const auto of_saving = [&](Moment which) { return moment(which, name + ".with_needed_saving.net"); };
    define(lowering, name + ".with_needed_saving", minus(of_saving(Moment::turn), of_saving(Moment::first_outlay)),
           unit_of(quantity::Dimension::year));
}

}  // namespace

void define_payback(Lowering& lowering, const Plan& plan, const PaidFlow& flow) {
    const std::string& name = flow.payback;
    const quantity::Unit years = unit_of(quantity::Dimension::year);
    const auto result = [&](const std::string& key, Tree tree) { define(lowering, name + key, std::move(tree), years); };
    const auto own = [&](const std::string& key) { return formula::name(name + key); };

    result(".turn", moment(Moment::turn, flow.net));
    result(".first_outlay", moment(Moment::first_outlay, flow.net));
    result(".turn_year", formula::sum({rounded(Round::up, own(".turn")),
                                       formula::number(lowering.axis.table.first - 1, {}, {}, formula::Style::year)}));
    lowering.drafts.back().definition.is_calendar_year = true;
    result(".exact", minus(own(".turn"), own(".first_outlay")));
    result(".turn-year", minus(minus(rounded(Round::up, own(".turn")), formula::number(1)), own(".first_outlay")));
    result(".calendar-years", formula::sum({own(".turn-year"), formula::number(1)}));
    result(".ceiling", rounded(Round::up, own(".exact")));
    if (plan.payback.convention == model::Convention::nearest_from) {
        const Tree since = minus(own(".turn"), formula::number(years_until(plan.payback.from, lowering.axis)));
        result(".nearest-from", rounded(Round::nearest, since));
    }
    result("", own("." + std::string(model::name(plan.payback.convention))));
    result(".discounted_exact", minus(moment(Moment::turn, flow.discounted), own(".first_outlay")));
    define_needed_saving(lowering, name, flow.net);
}

void lower_payback(Lowering& lowering, const Plan& plan) {
    for (const std::string basis : {"total", "service"})
        define_payback(lowering, plan, {"payback." + basis, "net." + basis, "discounted." + basis});
}

}  // namespace provenu::compile
