#include "report/measures.hpp"

#include <cmath>

#include "provenu/wording/number.hpp"
#include "report/findings.hpp"
#include "report/frequency.hpp"
#include "report/layout.hpp"
#include "report/run_data.hpp"

namespace provenu::report {
namespace {

using Kind = risk::Measure::Kind;

std::string key_of(Kind kind) {
    switch (kind) {
        case Kind::net:
            return "measure.net";
        case Kind::sum:
            return "measure.sum";
        case Kind::payback:
            return "measure.payback";
        case Kind::npv:
            break;
    }
    return "measure.npv";
}

}  // namespace

std::string measure_in_words(const risk::Measure& measure, const compile::Plan& plan, wording::Language language) {
    const quantity::Years table = plan.book.axis.table;
    int years = table.count();
    if (measure.kind == Kind::sum && measure.years > 0) years = measure.years;
    if (measure.kind == Kind::npv) years = plan.horizon_years;
    const bool beyond = measure.kind == Kind::net && !table.contains(measure.year);
    const std::string name = wording::text(language, key_of(measure.kind) + (beyond ? ".after" : ""),
                                           {{"year", std::to_string(measure.year)},
                                            {"first", std::to_string(table.first)},
                                            {"last", std::to_string(table.first + years - 1)}});
    const bool service = measure.basis == risk::Measure::Basis::service;
    if (measure.kind == Kind::payback)
        return name + " " + wording::text(language, service ? "measure.on_service" : "measure.on_total");
    return service ? name + " " + wording::text(language, "measure.on_service") : name;
}

std::string payback_state(double value) {
    return std::isfinite(value) ? "pays-back" : value < 0 ? "at-once" : "never";
}

Cell measure_cell(double value, const risk::Measure& measure, const compile::Plan& plan, wording::Language language) {
    if (risk::is_money(measure)) return figure_cell({value, decimals_of(plan.book.money), 0}, "");
    if (std::isfinite(value)) return figure_cell({value, 1, 0}, "");
    return {wording::text(language, value < 0 ? "compare.at_once" : "compare.never"), "", payback_state(value)};
}

std::string measure_value(double value, const risk::Measure& measure, const compile::Plan& plan, wording::Language language) {
    const Cell cell = measure_cell(value, measure, plan, language);
    if (const auto* text = std::get_if<std::string>(&cell.content)) return *text;
    const auto& figure = std::get<Figure>(cell.content);
    const std::string number = wording::number(language, figure.value, figure.decimals);
    return risk::is_money(measure) ? number : wording::text(language, "table.years.many", {{"count", number}});
}

std::string measure_said(double value, const risk::Measure& measure, const compile::Plan& plan, wording::Language language) {
    if (risk::is_money(measure)) return gain_or_loss(language, value, plan.book.money);
    return measure_value(value, measure, plan, language);
}

std::string measure_note(const risk::Measure& measure, wording::Language language) {
    return wording::text(language, risk::is_money(measure) ? "table.note.sign" : "measure.note.never");
}

std::string measure_unit(const risk::Measure& measure, const compile::Plan& plan) {
    return risk::is_money(measure) ? money_name(plan.book.money) : "years";
}

}  // namespace provenu::report
