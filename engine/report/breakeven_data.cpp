#include <cstdint>
#include <string>
#include <utility>

#include "provenu/report/breakeven.hpp"
#include "report/breakeven_words.hpp"
#include "report/run_data.hpp"

namespace provenu::report {
namespace {

using Object = Data::Object;
using List = Data::List;
using risk::BreakevenRow;
using risk::Goal;
using risk::Lever;
using risk::Threshold;

std::string name(Threshold::State state) {
    switch (state) {
        case Threshold::State::crosses:
            return "crosses";
        case Threshold::State::always:
            return "always";
        case Threshold::State::never:
            return "none";
        case Threshold::State::no_effect:
            break;
    }
    return "no-effect";
}

std::string name(risk::Delay::State state) {
    switch (state) {
        case risk::Delay::State::borne:
            return "borne";
        case risk::Delay::State::any:
            return "any";
        case risk::Delay::State::none:
            return "none";
        case risk::Delay::State::nothing_to_delay:
            break;
    }
    return "nothing-to-delay";
}

/// What a row's values are counted in: a line's, and those of all together, by what they come to in the sum.
double per_unit(const BreakevenRow& row) {
    return row.lever.of == Lever::Of::input ? 1 : row.amount;
}

/// The keys of one goal.
void add(Object& object, const BreakevenRow& row, const Threshold& threshold) {
    const bool crosses = threshold.state == Threshold::State::crosses;
    List crossings;
    for (const double each : threshold.crossings) crossings.emplace_back(each * per_unit(row));
    object.emplace_back("switching", crosses ? Data(threshold.switching * per_unit(row)) : Data(nullptr));
    object.emplace_back("share_of_base", crosses && row.base != 0 ? Data(threshold.switching / row.base) : Data(nullptr));
    object.emplace_back("state", name(threshold.state));
    object.emplace_back("holds_at_base", threshold.holds_at_base);
    object.emplace_back("holds", !crosses                ? Data(nullptr)
                                 : threshold.holds_above ? Data(std::string("at-least"))
                                                         : Data(std::string("at-most")));
    object.emplace_back("crossings", std::move(crossings));
    object.emplace_back("linear", threshold.linear);
}

Data months(const risk::Delay& delay) {
    const bool known = delay.state == risk::Delay::State::borne || delay.state == risk::Delay::State::any;
    return known ? Data(std::int64_t{delay.months}) : Data(nullptr);
}

Object months(const risk::Delays& delays) {
    return {{"effects", months(delays.effects)}, {"recurring", months(delays.recurring)}, {"whole", months(delays.whole)}};
}

Object states(const risk::Delays& delays) {
    return {{"effects", name(delays.effects.state)},
            {"recurring", name(delays.recurring.state)},
            {"whole", name(delays.whole.state)}};
}

Data sentences(const std::vector<std::string>& said) {
    List list;
    for (const std::string& each : said) list.emplace_back(each);
    return list;
}

}  // namespace

Data breakeven_data(const risk::Breakeven& found, const compile::Plan& plan, wording::Language language) {
    const BreakevenWords words(found, plan, language);
    List rows;
    for (const BreakevenRow& each : found.rows) {
        const bool input = each.lever.of == Lever::Of::input;
        Object row{{"id", each.lever.id},
                   {"label", lever_name(each.lever, language)},
                   {"unit", input ? unit_name(scale_of(each, plan)) : money_name(plan.book.money)},
                   {"base", input ? each.base : each.amount}};
        add(row, each, each.sum);
        row.emplace_back("sentence", words.sentence(each, Goal::Kind::sum));
        if (each.payback) {
            Object payback{{"within", std::int64_t{*found.payback_within}}};
            add(payback, each, *each.payback);
            payback.emplace_back("sentence", words.sentence(each, Goal::Kind::payback));
            row.emplace_back("payback", std::move(payback));
        }
        rows.emplace_back(std::move(row));
    }
    Object object{{"id", plan.id},
                  {"scenario", plan.scenario.id},
                  {"unit", money_name(plan.book.money)},
                  {"horizon_years", std::int64_t{found.years.count()}},
                  {"sum", found.sum},
                  {"rows", std::move(rows)},
                  {"delay_months", months(found.delays)},
                  {"delay_states", states(found.delays)},
                  {"delay_sentences", sentences(words.delays(found.delays, Goal::Kind::sum, Telling::apart))}};
    if (found.payback_delays) {
        object.emplace_back("payback_within", std::int64_t{*found.payback_within});
        object.emplace_back("payback_delay_months", months(*found.payback_delays));
        object.emplace_back("payback_delay_states", states(*found.payback_delays));
    }
    return object;
}

}  // namespace provenu::report
