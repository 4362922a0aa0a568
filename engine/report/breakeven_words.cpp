#include "report/breakeven_words.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "provenu/wording/number.hpp"
#include "report/findings.hpp"
#include "report/layout.hpp"

namespace provenu::report {
namespace {

using risk::BreakevenRow;
using risk::Goal;
using risk::Lever;
using risk::Threshold;
using State = Threshold::State;

/// Sentences begin with a capital; goals begin with a letter of ASCII.
std::string as_sentence(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

/// One decimal where whole percent would say no more than `as planned`.
int decimals_of_share(double share) {
    const double off = std::abs(share - 1);
    return off > 1e-9 && off < 0.02 ? 1 : 0;
}

}  // namespace

bool must_vanish(const Threshold& threshold) {
    return threshold.state == State::crosses && !threshold.holds_above && std::abs(threshold.switching) < 1e-9;
}

LeverScale scale_of(const BreakevenRow& row, const compile::Plan& plan) {
    return {row.unit, plan.book.money, row.lever.what == Lever::What::factor, row.is_percent, row.base};
}

std::string BreakevenWords::words(const std::string& key, const std::vector<diag::Argument>& arguments) const {
    return wording::text(language_, "breakeven." + key, arguments);
}

std::string BreakevenWords::in_years(int years) const {
    return wording::text(language_, years == 1 ? "table.years.one" : "table.years.many", {{"count", std::to_string(years)}});
}

std::string BreakevenWords::goal(Goal::Kind kind, bool for_good) const {
    if (kind == Goal::Kind::payback) return words("goal.within", {{"years", in_years(*found_.payback_within)}});
    if (for_good) return words("goal.paid_back", {{"year", std::to_string(found_.years.last)}});
    return words("goal.sum", {{"first", std::to_string(found_.years.first)}, {"last", std::to_string(found_.years.last)}});
}

std::string BreakevenWords::name(const Lever& lever) const {
    const std::string own = lever_name(lever, language_);
    return lever.of == Lever::Of::joint ? own : wording::text(language_, "lever.quoted", {{"name", own}});
}

std::string BreakevenWords::condition(const BreakevenRow& row, const Threshold& threshold) const {
    const Toward side = toward(threshold);
    const std::string way = threshold.holds_above ? "least" : "most";
    const double share = row.base == 0 ? 0 : threshold.switching / row.base;
    const Toward side_of_share = row.base < 0 ? (side == Toward::up ? Toward::down : Toward::up) : side;
    const std::string percent = share_in_words(share, decimals_of_share(share), side_of_share, language_);
    const std::string value = lever_value_said(threshold.switching, scale_of(row, plan_), side, language_);
    const std::string further = share_in_words(share - 1, decimals_of_share(share), side_of_share, language_);
    const std::vector<diag::Argument> arguments{
        {"name", name(row.lever)}, {"share", percent}, {"further", further}, {"value", value}};
    const bool more = share > 1;
    if (must_vanish(threshold)) return words("vanishes", arguments);
    if (const std::string own = key_of(row.lever) + (threshold.holds_above && more ? ".more" : "." + way);
        row.lever.of == Lever::Of::joint && wording::has_text(language_, "breakeven." + own))
        return words(own, arguments);
    const std::string kind = row.lever.what == Lever::What::factor ? "factor." : row.base == 0 ? "bare." : "value.";
    return words(kind + way + (more && row.base > 0 ? ".more" : ""), arguments);
}

std::string BreakevenWords::sentence(const BreakevenRow& row, Goal::Kind kind) const {
    const Threshold& threshold = kind == Goal::Kind::sum ? row.sum : *row.payback;
    if (threshold.state == State::no_effect && row.lever.of == Lever::Of::joint && row.amount == 0) {
        const bool savings = row.lever.id.starts_with(risk::all_savings);
        return words(savings ? "says.no_savings" : "says.no_recurring");
    }
    const std::vector<diag::Argument> about{{"goal", goal(kind, threshold.for_good)}, {"name", name(row.lever)}};
    const auto said = [&](const std::string& key) { return as_sentence(words("says." + key, about)); };
    switch (threshold.state) {
        case State::always:
            return said("always");
        case State::never:
            return said("never");
        case State::no_effect:
            return said("no_effect");
        case State::crosses:
            break;
    }
    if (threshold.crossings.size() > 1) {
        std::string list;
        for (const double each : threshold.crossings)
            list += (list.empty() ? "" : "; ") + lever_value_said(each, scale_of(row, plan_), Toward::nearest, language_);
        return as_sentence(words("says.several", {about[0], about[1], {"list", list}}));
    }
    const std::string key = threshold.holds_at_base ? "says" : "says.only";
    return as_sentence(words(key, {about[0], {"condition", condition(row, threshold)}}));
}

/// Empty where the row's sentence has a beginning of its own.
std::string BreakevenWords::beginning(const BreakevenRow& row, Goal::Kind kind) const {
    const Threshold& threshold = kind == Goal::Kind::sum ? row.sum : *row.payback;
    if (threshold.state != State::crosses || threshold.crossings.size() > 1) return "";
    return as_sentence(words(threshold.holds_at_base ? "each" : "each.only", {{"goal", goal(kind, threshold.for_good)}}));
}

std::string BreakevenWords::advice(const Lever& lever) const {
    return lever.of == Lever::Of::joint ? " " + words("use." + key_of(lever)) : "";
}

std::vector<std::string> BreakevenWords::sentences(const std::vector<const BreakevenRow*>& rows, Goal::Kind kind) const {
    std::vector<std::string> said;
    std::string before;
    for (const BreakevenRow* row : rows) {
        const std::string own = beginning(*row, kind);
        const Threshold& threshold = kind == Goal::Kind::sum ? row->sum : *row->payback;
        const bool again = !own.empty() && own == before;
        std::string one =
            !again ? sentence(*row, kind)
                   : words(threshold.holds_at_base ? "says.also" : "says.also.only", {{"condition", condition(*row, threshold)}});
        if (!own.empty() && threshold.holds_at_base && rows.size() > 1) one += advice(row->lever);
        said.push_back(std::move(one));
        before = own;
    }
    return said;
}

std::vector<std::string> BreakevenWords::listed(const std::vector<const BreakevenRow*>& rows, Goal::Kind kind) const {
    std::vector<std::string> said;
    std::vector<std::pair<std::string, std::vector<const BreakevenRow*>>> lists;
    for (const BreakevenRow* row : rows) {
        const std::string own = beginning(*row, kind);
        if (own.empty()) {
            said.push_back(sentence(*row, kind));
            continue;
        }
        const auto found = std::ranges::find(lists, own, [](const auto& list) { return list.first; });
        if (found != lists.end())
            found->second.push_back(row);
        else
            lists.push_back({own, {row}});
    }
    for (const auto& [own, alike] : lists) {
        if (alike.size() == 1) {
            said.push_back(sentence(*alike.front(), kind));
            continue;
        }
        said.push_back(own);
        for (const BreakevenRow* row : alike) said.push_back(condition(*row, kind == Goal::Kind::sum ? row->sum : *row->payback));
    }
    return said;
}

std::string BreakevenWords::others(Goal::Kind kind, bool holds_at_base) const {
    const bool for_good = holds_at_base && found_.for_good;
    return as_sentence(words(holds_at_base ? "others.hold" : "others.fail", {{"goal", goal(kind, for_good)}}));
}

std::vector<std::string> BreakevenWords::base() const {
    const std::string amount = amount_said(found_.sum, plan_.book.money, language_);
    std::vector<std::string> said{
        words(found_.sum > 0 ? "base.loss" : "base.gain",
              {{"first", std::to_string(found_.years.first)}, {"last", std::to_string(found_.years.last)}, {"amount", amount}})};
    if (found_.payback_within && !found_.paid_back_within)
        said.push_back(words("base.not_within", {{"years", in_years(*found_.payback_within)}}));
    return said;
}

std::string BreakevenWords::months(int count) const {
    return words(count == 1 ? "month.one" : "month.many", {{"count", std::to_string(count)}});
}

std::vector<std::string> BreakevenWords::delays(const risk::Delays& delays, Goal::Kind kind, Telling telling) const {
    using DelayState = risk::Delay::State;
    std::vector<std::string> said;
    std::string before;
    const auto say = [&](const risk::Delay& delay, const std::string& key) {
        const bool zero = delay.state == DelayState::borne && delay.months == 0;
        const std::string late = words("delay." + key, {{"months", zero ? words("month.even") : months(delay.months)}});
        const std::string aim = goal(kind, delay.for_good);
        const std::string how = delay.state == DelayState::any ? ".any" : zero ? ".zero" : "";
        said.push_back(as_sentence(words((aim == before && telling == Telling::together ? "delay.also" : "delay.says") + how,
                                         {{"goal", aim}, {"delay", late}, {"more", months(delay.months + 1)}})));
        before = aim;
    };
    const auto is_told = [](const risk::Delay& delay) {
        return delay.state == DelayState::borne || delay.state == DelayState::any;
    };
    if (is_told(delays.effects)) say(delays.effects, "effects");
    if (is_told(delays.recurring) && delays.recurring != delays.effects) say(delays.recurring, "recurring");
    if (is_told(delays.whole)) say(delays.whole, "whole");
    return said;
}

}  // namespace provenu::report
