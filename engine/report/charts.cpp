#include "provenu/report/charts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "report/findings.hpp"
#include "report/large_amounts.hpp"
#include "report/layout.hpp"
#include "report/payback.hpp"

namespace provenu::report {
namespace {

using Kind = Chart::Series::Kind;
constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::string words(wording::Language language, const std::string& key, const std::vector<diag::Argument>& arguments = {}) {
    return wording::text(language, "charts." + key, arguments);
}

/// A sentence that ends with an amount has the full stop of its unit already.
std::string with_single_stops(std::string text) {
    for (std::size_t at = 0; (at = text.find("..", at)) != std::string::npos; ++at)
        if (text.compare(at, 3, "...") == 0)
            at += 2;
        else
            text.erase(at, 1);
    return text;
}

/// An empty chart over years: `1.000 kr., 2027-p/l. Over nul: udgift; under nul: gevinst`
Chart over(quantity::Years years, const compile::Plan& plan, wording::Language language) {
    Chart chart;
    for (int year = years.first; year <= years.last; ++year) chart.categories.push_back(std::to_string(year));
    chart.unit = words(language, "unit", {{"unit", unit_of_amounts(plan.book.money, plan.price_level, language)}});
    return chart;
}

std::vector<diag::Argument> span(quantity::Years years) {
    return {{"first", std::to_string(years.first)}, {"last", std::to_string(years.last)}};
}

/// What the balance does: where it is highest, and when it is back at nought.
std::string balance_in_words(const Findings& findings) {
    const wording::Language language = findings.language;
    const Payback payback = payback_of(findings, Basis::total);
    if (payback.state == Payback::State::at_once) return words(language, "balance.at_once");
    std::vector<diag::Argument> arguments{
        {"peak", large_amount(language, findings.figures.scalar("peak"), findings.plan.book.money)},
        {"year", std::to_string(std::lround(findings.figures.scalar("peak.year")))}};
    if (payback.state == Payback::State::never) {
        arguments.push_back({"years", std::to_string(findings.plan.book.axis.payback_years())});
        return words(language, "balance.never", arguments);
    }
    arguments.push_back({"turn", std::to_string(payback.turn_year)});
    return words(language, payback.beyond_table ? "balance.beyond" : "balance.turns", arguments);
}

/// The highest point of the balance, and where its line is back at nought: a year's balance stands in the middle of the year's
/// column, so what turns 0.79 into 2030 is 0.79 of the way from 2029 to 2030.
std::vector<Chart::Mark> marks_of(const Findings& findings) {
    std::vector<Chart::Mark> marks;
    const quantity::Years years = findings.years();
    const double peak = findings.figures.scalar("peak");
    if (peak > 0) {
        const double position = findings.figures.scalar("peak.year") - years.first;
        marks.push_back({position, peak, large_amount(findings.language, peak, findings.plan.book.money)});
    }
    const double turn = findings.figures.scalar("payback.total.turn") - 1;
    if (turn >= 0 && turn <= years.count() - 1)
        marks.push_back(
            {turn, 0,
             words(findings.language, "mark.turn", {{"year", std::to_string(payback_of(findings, Basis::total).turn_year)}})});
    return marks;
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
    const quantity::Years years = findings.years();
    Chart chart = over(years, plan, language);
    chart.id = "net";
    chart.caption = words(language, "net.caption", span(years));
    const auto net = yearly(findings, "net.total");
    const auto balance = yearly(findings, "balance.total");
    chart.series = {{Kind::columns, words(language, "net"), net}, {Kind::line, words(language, "balance"), balance}};
    chart.marks = marks_of(findings);
    auto arguments = span(years);
    arguments.push_back({"at_first", spent_or_gained(language, net.front(), plan.book.money)});
    arguments.push_back({"at_last", spent_or_gained(language, net.back(), plan.book.money)});
    arguments.push_back({"balance", balance_in_words(findings)});
    arguments.push_back({"end", spent_or_gained(language, balance.back(), plan.book.money)});
    chart.alternative = with_single_stops(words(language, "net.alternative", arguments));
    return chart;
}

Chart scenarios_chart(const std::vector<whatif::Case>& cases, wording::Language language) {
    const compile::Plan& first = *cases.front().plan;
    std::vector<whatif::Case> shown;
    for (const whatif::Case& each : cases)
        if (!each.plan->scenario.changes_nothing && each.plan->price_level == first.price_level) shown.push_back(each);
    const std::size_t all = shown.size();
    shown.resize(std::min(all, most_lines));
    const quantity::Years years = years_of(cases);
    Chart chart = over(years, first, language);
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
        chart.alternative += " " + with_single_stops(scene_in_words(findings));
    }
    return chart;
}

Chart fan_chart(const risk::Simulated& simulated, const compile::Plan& plan, wording::Language language) {
    Chart chart = over(simulated.years, plan, language);
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
        with_single_stops(words(language, "fan.alternative",
                                {{"last", std::to_string(simulated.years.last)},
                                 {"low", at_end(1)},
                                 {"high", at_end(3)},
                                 {"middle", at_end(2)},
                                 {"planned", spent_or_gained(language, simulated.planned_balance.back(), plan.book.money)}}));
    return chart;
}

}  // namespace provenu::report
