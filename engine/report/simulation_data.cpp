#include <array>
#include <cmath>
#include <string>

#include "provenu/report/simulation.hpp"
#include "report/findings.hpp"
#include "report/run_data.hpp"
#include "report/simulation_words.hpp"
#include "report/which_input.hpp"

namespace provenu::report {
namespace {

using Object = Data::Object;
using List = Data::List;
using risk::Estimate;
using risk::Simulated;
using risk::Spread;

constexpr std::array<const char*, risk::percentile_shares.size()> names{"p5", "p10", "p50", "p90", "p95"};

/// Figures by year, or one, and the same of their errors under `errors`.
template <class Figures, class Of>
Data spread_object(const Figures& figures, Of of) {
    Object object;
    Object errors;
    const auto put = [&](const std::string& key, auto pick) {
        object.emplace_back(key, of(figures, [&](const Spread& spread) { return pick(spread).value; }));
        errors.emplace_back(key, of(figures, [&](const Spread& spread) { return pick(spread).error; }));
    };
    for (std::size_t i = 0; i < names.size(); ++i) put(names[i], [i](const Spread& spread) { return spread.percentiles[i]; });
    put("mean", [](const Spread& spread) { return spread.mean; });
    put("sd", [](const Spread& spread) { return spread.deviation; });
    object.emplace_back("errors", std::move(errors));
    return object;
}

Data spread(const std::vector<Spread>& years) {
    return spread_object(years, [](const std::vector<Spread>& each, auto pick) {
        List values;
        for (const Spread& year : each) values.emplace_back(pick(year));
        return Data(std::move(values));
    });
}

Data spread(const Spread& one) {
    return spread_object(one, [](const Spread& each, auto pick) { return Data(pick(each)); });
}

/// Years of payback; what never comes, or came at once, is said in words.
Data years(double value) {
    if (std::isinf(value)) return std::string(value > 0 ? "never" : "at-once");
    return value;
}

Data payback(const risk::PaybackSpread& spread) {
    Object within;
    Object errors;
    for (std::size_t i = 0; i < spread.within.size(); ++i) {
        within.emplace_back(std::to_string(i + 1), spread.within[i].value);
        errors.emplace_back(std::to_string(i + 1), spread.within[i].error);
    }
    Object object{
        {"p_within", std::move(within)}, {"p_within_table", spread.within_table.value}, {"p_never", spread.never.value}};
    for (std::size_t i = 0; i < names.size(); ++i) object.emplace_back(names[i], years(spread.percentiles[i].value));
    object.emplace_back("errors", Object{{"p_within", std::move(errors)},
                                         {"p_within_table", spread.within_table.error},
                                         {"p_never", spread.never.error},
                                         {"p50", spread.percentiles[2].error}});
    return object;
}

Data chance_of(const Estimate& estimate) {
    return Object{{"value", estimate.value}, {"error", estimate.error}};
}

Data frames(const Simulated& simulated) {
    List frames;
    for (const risk::FrameRisk& frame : simulated.frames) {
        List exceeded;
        for (const Estimate& year : frame.exceeded) exceeded.emplace_back(year.value);
        frames.emplace_back(Object{
            {"id", frame.id}, {"p_exceeded", std::move(exceeded)}, {"p_ever", frame.ever.value}, {"error", frame.ever.error}});
    }
    return frames;
}

Data histogram(const risk::Histogram& histogram) {
    List counts;
    for (const std::uint64_t count : histogram.counts) counts.emplace_back(static_cast<std::int64_t>(count));
    return Object{{"low", histogram.low}, {"high", histogram.high}, {"counts", std::move(counts)}};
}

void add_figures(Object& object, const Simulated& simulated) {
    List years;
    for (int year = simulated.years.first; year <= simulated.years.last; ++year) years.emplace_back(std::int64_t{year});
    object.emplace_back("years", std::move(years));
    object.emplace_back("net", spread(simulated.net));
    object.emplace_back("balance", spread(simulated.balance));
    object.emplace_back("npv", simulated.has_npv ? Data{spread(simulated.npv)} : Data{});
    if (simulated.total)
        object.emplace_back("payback", Object{{"total", payback(*simulated.total)}, {"service", payback(*simulated.service)}});
    object.emplace_back("p_gain", Object{{"npv", simulated.has_npv ? Data{chance_of(simulated.good_npv)} : Data{}},
                                         {"balance", chance_of(simulated.good_balance)}});
    object.emplace_back("worst_mean", Object{{"share", risk::worst_share},
                                             {"npv", simulated.has_npv ? Data{chance_of(simulated.worst_npv)} : Data{}},
                                             {"balance", chance_of(simulated.worst_balance)}});
    object.emplace_back("histogram", Object{{"balance", histogram(simulated.balance_bars)}});
    object.emplace_back("frames", frames(simulated));
}

void add_proposal(Object& object, const SimulationFindings& findings, std::size_t proposal) {
    const compile::Plan& plan = findings.proposals[proposal]->plan;
    object.emplace_back("id", plan.id);
    object.emplace_back("title", in_words(plan.title, findings.language, plan.id));
    object.emplace_back("scenario", plan.scenario.id);
    object.emplace_back("unit", money_name(plan.book.money));
    object.emplace_back("price_level", plan.price_level == 0 ? Data(nullptr) : Data(std::int64_t{plan.price_level}));
    add_figures(object, findings.simulation.proposals[proposal]);
    if (!findings.which.empty())
        add_which_input(object, {*findings.proposals[proposal], findings.which[proposal], findings.language});
}

}  // namespace

Data simulation_data(const SimulationFindings& findings) {
    const risk::Drawing& drawing = findings.simulation.drawing;
    Object object{{"draws", static_cast<std::int64_t>(drawing.draws)},
                  {"seed", static_cast<std::int64_t>(drawing.seed)},
                  {"method", name(drawing.method)}};
    if (findings.proposals.size() == 1) {
        add_proposal(object, findings, 0);
        return object;
    }
    List proposals;
    for (std::size_t i = 0; i < findings.proposals.size(); ++i) {
        Object each;
        add_proposal(each, findings, i);
        proposals.emplace_back(std::move(each));
    }
    object.emplace_back("proposals", std::move(proposals));
    Object together;
    add_figures(together, *findings.simulation.together);
    object.emplace_back("together", std::move(together));
    return object;
}

}  // namespace provenu::report
