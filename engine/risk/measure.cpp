#include "provenu/risk/measure.hpp"

#include <charconv>
#include <utility>

namespace provenu::risk {
namespace {

using Kind = Measure::Kind;

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && number > 0 ? std::optional(number) : std::nullopt;
}

/// Takes the beginning off the text, if it is that.
bool take(std::string_view& text, std::string_view beginning) {
    if (!text.starts_with(beginning)) return false;
    text.remove_prefix(beginning.size());
    return true;
}

std::optional<Measure> read_net(Measure measure, std::string_view rest) {
    if (!take(rest, "[") || !rest.ends_with("]")) return std::nullopt;
    rest.remove_suffix(1);
    const auto year = whole_number(rest);
    if (!year) return std::nullopt;
    measure.year = *year;
    return measure;
}

std::optional<Measure> read_sum(Measure measure, std::string_view rest) {
    if (rest.empty()) return measure;
    const auto years = take(rest, ":") ? whole_number(rest) : std::nullopt;
    if (!years) return std::nullopt;
    measure.years = *years;
    return measure;
}

std::string basis(const Measure& measure) {
    return measure.basis == Measure::Basis::total ? "total" : "service";
}

}  // namespace

std::optional<Measure> read_measure(std::string_view text) {
    if (text == "npv") return Measure{Kind::npv, {}, 0, 0};
    Measure measure;
    if (take(text, "net"))
        measure.kind = Kind::net;
    else if (take(text, "sum"))
        measure.kind = Kind::sum;
    else if (take(text, "payback"))
        measure.kind = Kind::payback;
    else
        return std::nullopt;
    if (take(text, ".service"))
        measure.basis = Measure::Basis::service;
    else
        take(text, ".total");
    if (measure.kind == Kind::net) return read_net(measure, text);
    if (measure.kind == Kind::sum) return read_sum(measure, text);
    return text.empty() ? std::optional(measure) : std::nullopt;
}

std::vector<std::string> names_of_measures(quantity::Years table) {
    return {"sum", "sum:4", "sum.service", "npv", "payback", "payback.service", "net[" + std::to_string(table.last) + "]"};
}

std::string name(const Measure& measure) {
    const std::string on = measure.basis == Measure::Basis::service ? ".service" : "";
    switch (measure.kind) {
        case Kind::net:
            return "net" + on + "[" + std::to_string(measure.year) + "]";
        case Kind::sum:
            return "sum" + on + (measure.years == 0 ? "" : ":" + std::to_string(measure.years));
        case Kind::payback:
            return "payback" + on;
        case Kind::npv:
            break;
    }
    return "npv";
}

bool is_within(const Measure& measure, const compile::Plan& plan) {
    const quantity::Axis& axis = plan.book.axis;
    if (measure.kind == Kind::net) return axis.all().contains(measure.year);
    return measure.kind != Kind::sum || measure.years <= axis.years();
}

evaluate::Wanted wanted(const Measure& measure, const compile::Plan& plan) {
    const quantity::Axis& axis = plan.book.axis;
    switch (measure.kind) {
        case Kind::net:
            return {"net." + basis(measure), axis.column(measure.year)};
        case Kind::sum:
            return {"balance." + basis(measure), (measure.years == 0 ? axis.table.count() : measure.years) - 1};
        case Kind::payback:
            return {"payback." + basis(measure) + ".exact", 0};
        case Kind::npv:
            break;
    }
    return {"npv.horizon", 0};
}

}  // namespace provenu::risk
