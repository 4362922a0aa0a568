#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "provenu/report/tornado.hpp"
#include "report/findings.hpp"
#include "report/layout.hpp"
#include "report/levers.hpp"
#include "report/measures.hpp"

namespace provenu::report {
namespace {

using Side = risk::Grid::Side;

LeverScale scale_of(const Side& side, const compile::Plan& plan) {
    return {side.unit, plan.book.money, side.lever.what == risk::Lever::What::factor, side.is_percent, side.base};
}

std::string called(const Side& side, const compile::Plan& plan, wording::Language language) {
    const std::string name = lever_name(side.lever, language);
    if (side.unit.is_bare()) return name;
    return wording::text(language, "breakeven.in_unit",
                         {{"name", name}, {"unit", unit_in_words(side.unit, plan.book.money, language)}});
}

/// A heading does not break inside a value.
std::string unbroken(std::string text) {
    constexpr std::string_view no_break_space = "\xC2\xA0";
    for (std::size_t at = 0; (at = text.find(' ', at)) != std::string::npos;) text.replace(at, 1, no_break_space);
    return text;
}

std::string as_heading(const Side& side, std::string text) {
    if (side.lever.of == risk::Lever::Of::joint) text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

Table table(const risk::Grid& found, const compile::Plan& plan, wording::Language language) {
    const auto text = [language](const std::string& key, const std::vector<diag::Argument>& arguments = {}) {
        return wording::text(language, "grid." + key, arguments);
    };
    Table table;
    table.caption = text("caption", {{"measure", measure_in_words(found.measure, plan, language)},
                                     {"x", lever_name(found.x.lever, language)},
                                     {"y", lever_name(found.y.lever, language)}});
    table.columns.push_back({as_heading(found.y, called(found.y, plan, language)), "line", Column::Align::left});
    const auto value = [&](const Side& side, double each) {
        return lever_value(each, scale_of(side, plan), Toward::nearest, language);
    };
    for (const double x : found.x.values)
        table.columns.push_back({unbroken(value(found.x, x)), value(found.x, x), Column::Align::right});
    for (std::size_t i = 0; i < found.values.size(); ++i) {
        std::vector<Cell> cells{label_cell(value(found.y, found.y.values[i]))};
        for (const double each : found.values[i]) cells.push_back(measure_cell(each, found.measure, plan, language));
        table.rows.push_back(row(Row::Role::subtotal, "grid", std::move(cells), table.columns.size()));
    }
    table.notes.push_back(text("note.base", {{"value", measure_value(found.base, found.measure, plan, language)},
                                             {"x", value(found.x, found.x.base)},
                                             {"y", value(found.y, found.y.base)}}));
    table.notes.push_back(text(found.x.assumed && found.y.assumed ? "note.assumed" : "note.ranges"));
    table.notes.push_back(measure_note(found.measure, language));
    if (risk::is_money(found.measure))
        table.notes.push_back(text("note.unit", {{"unit", unit_of_amounts(plan.book.money, plan.price_level, language)}}));
    return table;
}

Data side_data(const Side& side, const compile::Plan& plan, wording::Language language) {
    Data::List values;
    for (const double each : side.values) values.emplace_back(each);
    return Data::Object{{"id", side.lever.id},
                        {"label", lever_name(side.lever, language)},
                        {"unit", unit_name(scale_of(side, plan))},
                        {"base", side.base},
                        {"assumed", side.assumed},
                        {"values", std::move(values)}};
}

}  // namespace

Document grid(const risk::Grid& found, const compile::Plan& plan, wording::Language language) {
    Document document;
    document.items.emplace_back(Heading{in_words(plan.title, language, plan.id), 1});
    if (plan.scenario.id != model::Applied{}.id)
        document.items.emplace_back(Paragraph{wording::text(
            language, "scenario.shown", {{"scenario", in_words(plan.scenario.label, language, plan.scenario.id)}})});
    document.items.emplace_back(table(found, plan, language));
    return document;
}

Data grid_data(const risk::Grid& found, const compile::Plan& plan, wording::Language language) {
    const bool payback = !risk::is_money(found.measure);
    Data::List values;
    Data::List states;
    for (const auto& each : found.values) {
        Data::List row;
        Data::List row_states;
        for (const double value : each) {
            row.push_back(std::isfinite(value) ? Data(value) : Data(nullptr));
            row_states.emplace_back(payback_state(value));
        }
        values.emplace_back(std::move(row));
        states.emplace_back(std::move(row_states));
    }
    Data::Object object{{"id", plan.id},
                        {"scenario", plan.scenario.id},
                        {"measure", risk::name(found.measure)},
                        {"unit", measure_unit(found.measure, plan)},
                        {"base", std::isfinite(found.base) ? Data(found.base) : Data(nullptr)},
                        {"x", side_data(found.x, plan, language)},
                        {"y", side_data(found.y, plan, language)},
                        {"values", std::move(values)}};
    if (payback) object.emplace_back("states", std::move(states));
    return object;
}

}  // namespace provenu::report
