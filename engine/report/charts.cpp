#include "provenu/report/charts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "report/findings.hpp"
#include "report/large_amounts.hpp"
#include "report/layout.hpp"
#include "report/payback.hpp"
#include "report/prose.hpp"

namespace provenu::report {
namespace {

using Kind = Chart::Series::Kind;
constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::string words(wording::Language language, const std::string& key, const std::vector<diag::Argument>& arguments = {}) {
    return wording::text(language, "charts." + key, arguments);
}

/// What a chart's amounts are counted in.
struct Amount {
    quantity::Money money;
    int price_level = 0;
};

/// An empty chart over years: `1.000 kr., 2027-p/l. Over nul: udgift; under nul: gevinst`
Chart over(quantity::Years years, const Amount& amount, wording::Language language) {
    Chart chart;
    for (int year = years.first; year <= years.last; ++year) chart.categories.push_back(std::to_string(year));
    chart.unit = words(language, "unit", {{"unit", unit_of_amounts(amount.money, amount.price_level, language)}});
    return chart;
}

std::vector<diag::Argument> span(quantity::Years years) {
    return {{"first", std::to_string(years.first)}, {"last", std::to_string(years.last)}};
}

/// Net effects and how their running sum turns.
struct Flow {
    quantity::Years years;
    int payback_years = 0;  ///< over which a turn is looked for
    std::vector<double> net;
    std::vector<double> balance;
    double turn = 0;  ///< years from the first of January of the first year; -inf: never above nought, +inf: never below again
    int turn_year = 0;

    [[nodiscard]] std::size_t highest() const {
        return static_cast<std::size_t>(std::ranges::max_element(balance) - balance.begin());
    }
    [[nodiscard]] int highest_year() const { return years.first + static_cast<int>(highest()); }
};

/// What the balance does: where it is highest, and when it is back at nought.
std::string balance_in_words(const Flow& flow, quantity::Money money, wording::Language language) {
    if (std::isinf(flow.turn) && flow.turn < 0) return words(language, "balance.at_once");
    std::vector<diag::Argument> arguments{{"peak", large_amount(language, flow.balance[flow.highest()], money)},
                                          {"year", std::to_string(flow.highest_year())},
                                          {"turn", std::to_string(flow.turn_year)},
                                          {"years", std::to_string(flow.payback_years)}};
    if (!std::isfinite(flow.turn)) return words(language, "balance.never", arguments);
    return words(language, flow.turn_year > flow.years.last ? "balance.beyond" : "balance.turns", arguments);
}

/// The highest point of the balance, and where its line is back at nought: a year's balance stands in the middle of the year's
/// column, so what turns 0.79 into 2030 is 0.79 of the way from 2029 to 2030.
std::vector<Chart::Mark> marks_of(const Flow& flow, quantity::Money money, wording::Language language) {
    std::vector<Chart::Mark> marks;
    if (const double peak = flow.balance[flow.highest()]; peak > 0)
        marks.push_back({static_cast<double>(flow.highest()), peak, large_amount(language, peak, money)});
    const double position = flow.turn - 1;
    if (position >= 0 && position <= flow.years.count() - 1)
        marks.push_back({position, 0, words(language, "mark.turn", {{"year", std::to_string(flow.turn_year)}})});
    return marks;
}

Chart chart_of(const Flow& flow, const Amount& amount, wording::Language language) {
    Chart chart = over(flow.years, amount, language);
    chart.id = "net";
    chart.caption = words(language, "net.caption", span(flow.years));
    chart.series = {{Kind::columns, words(language, "net"), flow.net}, {Kind::line, words(language, "balance"), flow.balance}};
    chart.marks = marks_of(flow, amount.money, language);
    auto arguments = span(flow.years);
    arguments.push_back({"at_first", spent_or_gained(language, flow.net.front(), amount.money)});
    arguments.push_back({"at_last", spent_or_gained(language, flow.net.back(), amount.money)});
    arguments.push_back({"balance", balance_in_words(flow, amount.money, language)});
    arguments.push_back({"end", spent_or_gained(language, flow.balance.back(), amount.money)});
    chart.alternative = with_one_stop(words(language, "net.alternative", arguments));
    return chart;
}

std::string scene_name(const compile::Plan& plan, wording::Language language) {
    const bool as_proposed = plan.scenario.id == model::Applied{}.id;
    return in_words(plan.scenario.label, language, as_proposed ? words(language, "as_proposed") : plan.scenario.id);
}

/// `Savings late: back at nought in 2031, a gain of 12.0 mio. by the end of 2031.`
std::string scene_in_words(const Findings& findings) {
    const Payback payback = payback_of(findings, Basis::total);
    const std::string key = payback.state == Payback::State::pays_back ? "scene.turns"
                            : payback.state == Payback::State::at_once ? "scene.at_once"
                                                                       : "scene.never";
    return words(
        findings.language, key,
        {{"name", scene_name(findings.plan, findings.language)},
         {"turn", std::to_string(payback.turn_year)},
         {"last", std::to_string(findings.years().last)},
         {"end", spent_or_gained(findings.language, yearly(findings, "balance.total").back(), findings.plan.book.money)}});
}

/// Values of a table in the years of a chart.
std::vector<double> values_in(quantity::Years years, const Findings& findings, const std::string& name) {
    std::vector<double> values(static_cast<std::size_t>(years.count()), none);
    const auto own = yearly(findings, name);
    for (std::size_t i = 0; i < own.size(); ++i) {
        const int year = findings.years().first + static_cast<int>(i);
        if (years.contains(year)) values[static_cast<std::size_t>(year - years.first)] = own[i];
    }
    return values;
}

quantity::Years years_of(const std::vector<whatif::Case>& cases) {
    quantity::Years years = cases.front().plan->book.axis.table;
    for (const whatif::Case& each : cases) {
        years.first = std::min(years.first, each.plan->book.axis.table.first);
        years.last = std::max(years.last, each.plan->book.axis.table.last);
    }
    return years;
}

}  // namespace

Chart net_chart(const compile::Plan& plan, const evaluate::Figures& figures, wording::Language language) {
    const Findings findings{plan, figures, language};
    const Flow flow{findings.years(),
                    plan.book.axis.payback_years(),
                    yearly(findings, "net.total"),
                    yearly(findings, "balance.total"),
                    figures.scalar("payback.total.turn"),
                    payback_of(findings, Basis::total).turn_year};
    return chart_of(flow, {plan.book.money, plan.price_level}, language);
}

Chart scenarios_chart(const std::vector<whatif::Case>& cases, wording::Language language) {
    const compile::Plan& first = *cases.front().plan;
    std::vector<whatif::Case> shown;
    for (const whatif::Case& each : cases)
        if (!each.plan->scenario.changes_nothing && each.plan->price_level == first.price_level) shown.push_back(each);
    const std::size_t all = shown.size();
    shown.resize(std::min(all, most_lines));
    const quantity::Years years = years_of(cases);
    Chart chart = over(years, {first.book.money, first.price_level}, language);
    chart.id = "scenarios";
    chart.caption = words(language, all > most_lines ? "scenarios.caption.first" : "scenarios.caption",
                          {{"shown", std::to_string(shown.size())},
                           {"all", std::to_string(all)},
                           {"first", std::to_string(years.first)},
                           {"last", std::to_string(years.last)}});
    chart.alternative = words(language, "scenarios.alternative");
    for (const whatif::Case& each : shown) {
        const Findings findings{*each.plan, *each.figures, language};
        chart.series.push_back({Kind::line, scene_name(*each.plan, language), values_in(years, findings, "balance.total")});
        chart.alternative += " " + with_one_stop(scene_in_words(findings));
    }
    return chart;
}

Chart fan_chart(const risk::Simulated& simulated, const compile::Plan& plan, wording::Language language) {
    Chart chart = over(simulated.years, {plan.book.money, plan.price_level}, language);
    chart.id = "fan";
    chart.caption = words(language, "fan.caption", span(simulated.years));
    const auto percentile = [&](std::size_t at) {
        std::vector<double> values;
        for (const risk::Spread& year : simulated.balance) values.push_back(year.percentiles[at].value);
        return values;
    };
    chart.series = {{Kind::band, words(language, "fan.nine"), percentile(0), percentile(4)},
                    {Kind::band, words(language, "fan.eight"), percentile(1), percentile(3)},
                    {Kind::line, words(language, "fan.middle"), percentile(2)},
                    {Kind::line, words(language, "fan.planned"), simulated.planned_balance}};
    const auto at_end = [&](std::size_t at) {
        return spent_or_gained(language, simulated.balance.back().percentiles[at].value, plan.book.money);
    };
    chart.alternative =
        with_one_stop(words(language, "fan.alternative",
                            {{"last", std::to_string(simulated.years.last)},
                             {"low", at_end(1)},
                             {"high", at_end(3)},
                             {"middle", at_end(2)},
                             {"planned", spent_or_gained(language, simulated.planned_balance.back(), plan.book.money)}}));
    return chart;
}

}  // namespace provenu::report
