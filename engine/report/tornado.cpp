#include "provenu/report/tornado.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "provenu/wording/number.hpp"
#include "report/findings.hpp"
#include "report/layout.hpp"
#include "report/levers.hpp"
#include "report/measures.hpp"
#include "report/run_data.hpp"

namespace provenu::report {
namespace {

using risk::Swing;

LeverScale scale_of(const Swing& row, const compile::Plan& plan) {
    return {row.unit, plan.book.money, row.lever.what == risk::Lever::What::factor, row.is_percent, row.low};
}

std::string name(risk::At at) {
    return std::string(risk::names_of_at()[static_cast<std::size_t>(at)]);
}

/// Builds the table of swings.
class Swings {
 public:
    Swings(const risk::Tornado& found, const compile::Plan& plan, wording::Language language)
        : found_(found), plan_(plan), language_(language) {}

    [[nodiscard]] Table table() const {
        Table table;
        table.caption = text("caption", {{"measure", measure_in_words(found_.measure, plan_, language_)}});
        table.unit = risk::is_money(found_.measure) ? unit_of_amounts(plan_.book.money, plan_.price_level, language_)
                                                    : wording::text(language_, "measure.unit.years");
        table.columns = {label_column(), column("low"), column("high"), column("at_low"), column("at_high")};
        for (const Swing& each : found_.rows)
            add(table, {{label(each), "", each.lever.id},
                        value(each, each.low),
                        value(each, each.high),
                        cell(each.at_low),
                        cell(each.at_high)});
        if (!found_.rows.empty()) {
            add_joint(table, {text("all_worse"), "", "worse"}, found_.all_at_worse);
            add_joint(table, {text("all_better"), "", "better"}, found_.all_at_better);
        }
        table.notes = notes();
        return table;
    }

    /// What the table answers: what matters most, and whether anything turns a gain into a cost.
    [[nodiscard]] std::string answer() const {
        std::string said = sentence(
            "answer.base", {{"measure", measure_in_words(found_.measure, plan_, language_)}, {"value", said_of(found_.base)}});
        const Swing& first = found_.rows.front();
        const std::vector<diag::Argument> most{
            {"name", lever_name(first.lever, language_)}, {"low", said_of(first.at_low)}, {"high", said_of(first.at_high)}};
        if (first.at_low == first.at_high) return said + " " + sentence("answer.nothing");
        said += " " + sentence("answer.most", most);
        if (!risk::is_money(found_.measure) || found_.base >= 0) return said;
        const auto turns =
            std::ranges::count_if(found_.rows, [](const Swing& each) { return each.at_low > 0 || each.at_high > 0; });
        return said + " " +
               sentence(turns == 0   ? "answer.turns.none"
                        : turns == 1 ? "answer.turns.one"
                                     : "answer.turns.many",
                        {{"count", std::to_string(turns)}});
    }

    [[nodiscard]] Bars bars() const {
        Bars bars;
        for (const Swing& each : found_.rows)
            bars.bars.push_back({lever_name(each.lever, language_), each.at_low, each.at_high, ""});
        bars.bars.push_back({text("all_worse"), found_.base, found_.all_at_worse, ""});
        bars.bars.push_back({text("all_better"), found_.base, found_.all_at_better, ""});
        if (std::isfinite(found_.base)) bars.line = found_.base;
        bars.notes.push_back(text("note.bars"));
        bars.id = "tornado";
        bars.unit = table().unit;
        bars.from_name = text("at_low");
        bars.to_name = text("at_high");
        if (!found_.rows.empty()) bars.alternative = answer();
        return bars;
    }

 private:
    [[nodiscard]] std::string text(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(language_, "tornado." + key, arguments);
    }
    /// One that ends in an abbreviation, such as `kr.`, ends in one point only.
    [[nodiscard]] std::string sentence(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        std::string said = text(key, arguments);
        if (said.ends_with("..")) said.pop_back();
        return said;
    }
    [[nodiscard]] std::string said_of(double measure) const { return measure_said(measure, found_.measure, plan_, language_); }
    [[nodiscard]] Column column(const std::string& key) const { return {text(key), key, Column::Align::right}; }
    [[nodiscard]] Cell cell(double measure) const { return measure_cell(measure, found_.measure, plan_, language_); }
    [[nodiscard]] Cell value(const Swing& each, double value) const {
        return {lever_value(value, scale_of(each, plan_), Toward::nearest, language_), "", ""};
    }
    [[nodiscard]] std::string label(const Swing& each) const {
        const std::string name = lever_name(each.lever, language_);
        if (each.unit.is_bare()) return name;
        return wording::text(language_, "breakeven.in_unit",
                             {{"name", name}, {"unit", lever_unit(scale_of(each, plan_), language_)}});
    }

    /// Some are at their low there, others at their high, so it stands under neither.
    void add_joint(Table& table, Cell label, double measure) const {
        add(table, {std::move(label)}, Row::Role::result);
        table.rows.back().outcome = Outcome{measure_value(measure, found_.measure, plan_, language_), cell(measure), ""};
    }

    static void add(Table& table, std::vector<Cell> cells, Row::Role role = Row::Role::subtotal) {
        table.rows.push_back(row(role, "tornado", std::move(cells), table.columns.size()));
    }

    [[nodiscard]] std::vector<std::string> notes() const {
        std::vector<std::string> notes;
        if (found_.assumed)
            notes.push_back(text("note.assumed", {{"percent", wording::percent(language_, risk::assumed_spread)}}));
        else
            notes.push_back(text("note." + name(found_.at)));
        if (std::ranges::any_of(found_.rows, &Swing::unbounded)) notes.push_back(text("note.unbounded"));
        notes.push_back(text("note.joint"));
        notes.push_back(measure_note(found_.measure, language_));
        return notes;
    }

    const risk::Tornado& found_;
    const compile::Plan& plan_;
    wording::Language language_;
};

Data measured(double value) {
    return std::isfinite(value) ? Data(value) : Data(nullptr);
}

}  // namespace

Document tornado(const risk::Tornado& found, const compile::Plan& plan, wording::Language language) {
    Document document;
    document.items.emplace_back(Heading{in_words(plan.title, language, plan.id), 1});
    say_scenario(document.items, plan, language);
    if (found.assumed)
        document.items.emplace_back(Paragraph{
            wording::text(language, "tornado.no_ranges", {{"percent", wording::percent(language, risk::assumed_spread)}})});
    const Swings swings(found, plan, language);
    if (!found.rows.empty()) document.items.emplace_back(Paragraph{swings.answer()});
    document.items.emplace_back(swings.table());
    if (!found.rows.empty()) document.items.emplace_back(swings.bars());
    return document;
}

Bars tornado_bars(const risk::Tornado& found, const compile::Plan& plan, wording::Language language) {
    const Swings swings(found, plan, language);
    Bars bars = swings.bars();
    bars.caption = swings.table().caption;
    return bars;
}

Data tornado_data(const risk::Tornado& found, const compile::Plan& plan, wording::Language language) {
    const bool payback = !risk::is_money(found.measure);
    Data::List rows;
    for (const Swing& each : found.rows) {
        Data::Object row{{"id", each.lever.id},
                         {"label", lever_name(each.lever, language)},
                         {"unit", unit_name(scale_of(each, plan))},
                         {"base_input", each.base},
                         {"low_input", each.low},
                         {"high_input", each.high},
                         {"at_low", measured(each.at_low)},
                         {"at_high", measured(each.at_high)}};
        if (payback) {
            row.emplace_back("state_at_low", payback_state(each.at_low));
            row.emplace_back("state_at_high", payback_state(each.at_high));
        }
        rows.emplace_back(std::move(row));
    }
    Data::Object joint{{"at_worse", measured(found.all_at_worse)}, {"at_better", measured(found.all_at_better)}};
    if (payback) {
        joint.emplace_back("state_at_worse", payback_state(found.all_at_worse));
        joint.emplace_back("state_at_better", payback_state(found.all_at_better));
    }
    Data::Object object{{"id", plan.id},
                        {"scenario", plan.scenario.id},
                        {"measure", risk::name(found.measure)},
                        {"unit", measure_unit(found.measure, plan)},
                        {"at", found.assumed ? Data(nullptr) : Data(name(found.at))},
                        {"assumed", found.assumed},
                        {"base", measured(found.base)}};
    if (payback) object.emplace_back("state", payback_state(found.base));
    object.emplace_back("rows", std::move(rows));
    object.emplace_back("joint", std::move(joint));
    return object;
}

}  // namespace provenu::report
