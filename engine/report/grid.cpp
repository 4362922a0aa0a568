#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
    return wording::text(language, "breakeven.in_unit", {{"name", name}, {"unit", lever_unit(scale_of(side, plan), language)}});
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

std::vector<std::string> values_of(const Side& side, const compile::Plan& plan, wording::Language language) {
    return lever_values(side.values, scale_of(side, plan), language);
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
    const auto marked = [&](const Side& side, std::size_t at, std::string value) {
        return at == side.planned ? text("planned", {{"value", value}}) : value;
    };
    const auto across = values_of(found.x, plan, language);
    for (std::size_t i = 0; i < across.size(); ++i)
        table.columns.push_back({marked(found.x, i, unbroken(across[i])), across[i], Column::Align::right});
    const auto down = values_of(found.y, plan, language);
    for (std::size_t i = 0; i < found.values.size(); ++i) {
        std::vector<Cell> cells{label_cell(marked(found.y, i, down[i]))};
        for (const double each : found.values[i]) cells.push_back(measure_cell(each, found.measure, plan, language));
        table.rows.push_back(row(Row::Role::subtotal, "grid", std::move(cells), table.columns.size()));
    }
    table.notes.push_back(text(found.x.assumed && found.y.assumed ? "note.assumed" : "note.ranges"));
    table.notes.push_back(measure_note(found.measure, language));
    table.notes.push_back(risk::is_money(found.measure)
                              ? text("note.unit", {{"unit", unit_of_amounts(plan.book.money, plan.price_level, language)}})
                              : text("note.years"));
    return table;
}

/// What the grid answers: how many of its fields are good, and between which values that changes, the other side as planned.
class Answer {
 public:
    Answer(const risk::Grid& found, const compile::Plan& plan, wording::Language language)
        : found_(found), plan_(plan), language_(language) {}

    [[nodiscard]] std::string said() const {
        std::string said = text("base", {{"measure", measure_in_words(found_.measure, plan_, language_)},
                                         {"value", measure_said(found_.base, found_.measure, plan_, language_)}});
        if (said.ends_with("..")) said.pop_back();
        const std::size_t of = found_.x.values.size() * found_.y.values.size();
        std::size_t count = 0;
        for (const auto& row : found_.values)
            count += static_cast<std::size_t>(std::ranges::count_if(row, [this](double each) { return is_good(each); }));
        said += " " + text(count == of  ? "answer.all"
                           : count == 0 ? "answer.none"
                                        : "answer.some",
                           {{"count", std::to_string(count)}, {"of", std::to_string(of)}, {"good", good()}});
        if (count == 0 || count == of) return said;
        std::vector<double> down;
        for (const auto& row : found_.values) down.push_back(row[found_.x.planned]);
        return said + turn(found_.x, found_.y, found_.values[found_.y.planned]) + turn(found_.y, found_.x, down);
    }

 private:
    [[nodiscard]] std::string text(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(language_, "grid." + key, arguments);
    }
    /// A gain, or paid back within as many years as the table has.
    [[nodiscard]] bool is_good(double value) const {
        return value <= (risk::is_money(found_.measure) ? 0 : plan_.book.axis.table.count());
    }
    [[nodiscard]] std::string good() const {
        if (risk::is_money(found_.measure)) return text("good.money");
        return text("good.payback", {{"years", wording::text(language_, "table.years.many",
                                                             {{"count", std::to_string(plan_.book.axis.table.count())}})}});
    }
    [[nodiscard]] std::string name(const Side& side) const {
        const std::string own = called(side, plan_, language_);
        return side.lever.of == risk::Lever::Of::joint ? own : wording::text(language_, "lever.quoted", {{"name", own}});
    }

    /// Where along one side the answer changes while the other is as planned; nothing where it does so more than once.
    [[nodiscard]] std::string turn(const Side& side, const Side& other, const std::vector<double>& along) const {
        std::vector<std::size_t> turns;
        for (std::size_t i = 0; i + 1 < along.size(); ++i)
            if (is_good(along[i]) != is_good(along[i + 1])) turns.push_back(i);
        if (turns.size() > 1) return "";
        std::vector<diag::Argument> arguments{{"name", name(side)}, {"other", name(other)}};
        if (turns.empty()) return " " + text("turn.none", arguments);
        const auto shown = values_of(side, plan_, language_);
        arguments.push_back({"low", shown[turns.front()]});
        arguments.push_back({"high", shown[turns.front() + 1]});
        return " " + text("turn", arguments);
    }

    const risk::Grid& found_;
    const compile::Plan& plan_;
    wording::Language language_;
};

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
    say_scenario(document.items, plan, language);
    document.items.emplace_back(Paragraph{Answer(found, plan, language).said()});
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
