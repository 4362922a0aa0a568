#include "provenu/whatif/comparison.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

namespace provenu::whatif {
namespace {

struct OrderName {
    std::string_view name;
    Order order;
};
constexpr std::array<OrderName, 8> orders{{{"given", Order::given},
                                           {"name", Order::name},
                                           {"payback", Order::payback},
                                           {"payback-service", Order::payback_service},
                                           {"npv", Order::npv},
                                           {"peak", Order::peak},
                                           {"investment-need", Order::investment_need},
                                           {"full-phase-in", Order::full_phase_in}}};

quantity::Years table_of(const Case& each) {
    return each.plan->book.axis.table;
}

double payback(const Case& each, const std::string& basis) {
    const double turn = each.figures->scalar("payback." + basis + ".turn");
    return std::isfinite(turn) ? each.figures->scalar("payback." + basis + ".exact") : turn;
}

/// A yearly figure in the comparison's unit; none outside the years shown.
std::vector<std::optional<double>> by_year(const Case& each, const Comparison& comparison, const std::string& name) {
    const double to_unit = quantity::factor(each.plan->book.money, comparison.unit);
    std::vector<std::optional<double>> values;
    const quantity::Axis& axis = each.plan->book.axis;
    const auto column = [&axis](int year) { return axis.column(year) < axis.years() ? axis.column(year) : axis.carried(); };
    for (int year = comparison.years.first; year <= comparison.years.last; ++year) {
        const bool goes_on = year > axis.table.last && comparison.shown == YearsShown::all;
        const bool shown = axis.table.contains(year) || goes_on;
        values.push_back(shown ? std::optional(to_unit * each.figures->at(name, column(year))) : std::nullopt);
    }
    return values;
}

std::vector<PayerFlow> payers(const Case& each, const Comparison& comparison) {
    std::vector<PayerFlow> flows;
    for (const compile::PlannedPayer& payer : each.plan->payers)
        if (payer.has_cash) flows.push_back({payer.id, payer.label, by_year(each, comparison, "payer." + payer.id + ".net")});
    return flows;
}

KeyFigures key_figures(const Case& each, const Comparison& comparison) {
    const double to_unit = quantity::factor(each.plan->book.money, comparison.unit);
    const auto scalar = [&](std::string_view name) { return to_unit * each.figures->scalar(name); };
    return {by_year(each, comparison, "net.total"),
            scalar("npv"),
            scalar("peak"),
            scalar("investment_need"),
            scalar("full_phase_in"),
            payback(each, "total"),
            payback(each, "service")};
}

KeyFigures difference(const KeyFigures& now, const KeyFigures& before) {
    KeyFigures change{{},
                      now.npv - before.npv,
                      now.peak - before.peak,
                      now.investment_need - before.investment_need,
                      now.full_phase_in - before.full_phase_in,
                      now.payback_total - before.payback_total,
                      now.payback_service - before.payback_service};
    for (std::size_t i = 0; i < now.net.size(); ++i)
        change.net.push_back(now.net[i] && before.net[i] ? std::optional(*now.net[i] - *before.net[i]) : std::nullopt);
    return change;
}

/// Least first; names by their letters.
double key(const KeyFigures& figures, Order order) {
    switch (order) {
        case Order::payback:
            return figures.payback_total;
        case Order::payback_service:
            return figures.payback_service;
        case Order::npv:
            return figures.npv;
        case Order::peak:
            return figures.peak;
        case Order::investment_need:
            return figures.investment_need;
        case Order::full_phase_in:
            return figures.full_phase_in;
        case Order::given:
        case Order::name:
            break;
    }
    return 0;
}

bool is_before(const Compared& left, const Compared& right, Order order) {
    if (order != Order::name) return key(left.figures, order) < key(right.figures, order);
    const auto name = [](const compile::Plan& plan) { return std::tie(plan.title.danish, plan.scenario.label.danish); };
    return name(*left.of.plan) < name(*right.of.plan);
}

std::vector<Compared> rows_of(const std::vector<Case>& scenarios, const Comparison& comparison) {
    std::vector<Compared> rows;
    for (const Case& each : scenarios) {
        rows.push_back({each, key_figures(each, comparison), std::nullopt, payers(each, comparison)});
        if (rows.size() > 1 && each.plan->price_level == rows.front().of.plan->price_level)
            rows.back().change = difference(rows.back().figures, rows.front().figures);
    }
    return rows;
}

void frame(Comparison& comparison, const std::vector<std::vector<Case>>& proposals) {
    comparison.base = proposals.front().front();
    comparison.unit = proposals.front().front().plan->book.money;
    comparison.years = table_of(proposals.front().front());
    comparison.proposals = proposals.size();
    for (const auto& scenarios : proposals) {
        comparison.most_scenarios = std::max(comparison.most_scenarios, scenarios.size());
        comparison.years.first = std::min(comparison.years.first, table_of(scenarios.front()).first);
        comparison.years.last = std::max(comparison.years.last, table_of(scenarios.front()).last);
    }
}

}  // namespace

std::optional<Order> read_order(std::string_view text) {
    const auto found = std::ranges::find(orders, text, &OrderName::name);
    return found == orders.end() ? std::nullopt : std::optional(found->order);
}

std::vector<std::string_view> names_of_orders() {
    std::vector<std::string_view> names;
    for (const OrderName& each : orders) names.push_back(each.name);
    return names;
}

Comparison compare(const std::vector<std::vector<Case>>& proposals, Order order, YearsShown shown) {
    Comparison comparison;
    comparison.shown = shown;
    if (proposals.empty()) return comparison;
    frame(comparison, proposals);
    std::vector<std::vector<Compared>> groups;
    for (const auto& scenarios : proposals) groups.push_back(rows_of(scenarios, comparison));
    const auto before = [order](const Compared& left, const Compared& right) { return is_before(left, right, order); };
    const auto group_before = [&](const auto& left, const auto& right) { return before(left.front(), right.front()); };
    if (groups.size() > 1)
        std::ranges::stable_sort(groups, group_before);
    else
        std::ranges::stable_sort(groups.front(), before);
    for (auto& group : groups)
        for (Compared& row : group) comparison.rows.push_back(std::move(row));
    return comparison;
}

}  // namespace provenu::whatif
