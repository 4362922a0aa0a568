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

/// BarColumn from the lowest to the highest of all values, with a mark where the base is.
class Bar {
 public:
    explicit Bar(const risk::Tornado& found) : base_(found.base) {
        low_ = high_ = std::isfinite(base_) ? base_ : 0;
        include(found.all_at_worse);
        include(found.all_at_better);
        for (const Swing& row : found.rows) {
            include(row.at_low);
            include(row.at_high);
        }
    }

    [[nodiscard]] std::string from_to(double one, double other) const {
        if (!(high_ > low_)) return "";
        const int from = column(std::min(one, other));
        const int to = column(std::max(one, other));
        std::string bar;
        for (int i = 0; i <= width; ++i) bar += i == column(base_) ? "│" : i >= from && i <= to && from != to ? "█" : " ";
        bar.erase(bar.find_last_not_of(' ') + 1);
        return bar;
    }

 private:
    static constexpr int width = 40;

    void include(double value) {
        if (!std::isfinite(value)) return;
        low_ = std::min(low_, value);
        high_ = std::max(high_, value);
    }

    /// Never is at the right end, at once at the left.
    [[nodiscard]] int column(double value) const {
        const double share = std::isfinite(value) ? (value - low_) / (high_ - low_) : value < 0 ? 0 : 1;
        return static_cast<int>(std::lround(width * share));
    }

    double base_;
    double low_;
    double high_;
};

/// Builds the table of swings.
class Swings {
 public:
    Swings(const risk::Tornado& found, const compile::Plan& plan, wording::Language language)
        : found_(found), plan_(plan), language_(language) {}

    [[nodiscard]] Table table(BarColumn bars) const {
        Table table;
        table.caption = text("caption", {{"measure", measure_in_words(found_.measure, plan_, language_)}});
        if (risk::is_money(found_.measure)) table.unit = unit_of_amounts(plan_.book.money, plan_.price_level, language_);
        table.columns = {label_column(), column("low"), column("high"), column("at_low"), column("at_high")};
        if (bars == BarColumn::shown) table.columns.push_back({"", "bar", Column::Align::left});
        const Bar bar(found_);
        for (const Swing& each : found_.rows)
            add(table,
                {{label(each), "", each.lever.id},
                 value(each, each.low),
                 value(each, each.high),
                 cell(each.at_low),
                 cell(each.at_high)},
                bar.from_to(each.at_low, each.at_high));
        if (!found_.rows.empty()) {
            add(table, {{text("all_worse"), "", "worse"}, {}, {}, cell(found_.all_at_worse), {}},
                bar.from_to(found_.base, found_.all_at_worse), Row::Role::total);
            add(table, {{text("all_better"), "", "better"}, {}, {}, {}, cell(found_.all_at_better)},
                bar.from_to(found_.base, found_.all_at_better), Row::Role::total);
        }
        table.notes = notes(bars);
        return table;
    }

 private:
    [[nodiscard]] std::string text(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(language_, "tornado." + key, arguments);
    }
    [[nodiscard]] Column column(const std::string& key) const { return {text(key), key, Column::Align::right}; }
    [[nodiscard]] Cell cell(double measure) const { return measure_cell(measure, found_.measure, plan_, language_); }
    [[nodiscard]] Cell value(const Swing& each, double value) const {
        return {lever_value(value, scale_of(each, plan_), Toward::nearest, language_), "", ""};
    }
    [[nodiscard]] std::string label(const Swing& each) const {
        const std::string name = lever_name(each.lever, language_);
        if (each.unit.is_bare()) return name;
        return wording::text(language_, "breakeven.in_unit",
                             {{"name", name}, {"unit", unit_in_words(each.unit, plan_.book.money, language_)}});
    }

    static void add(Table& table, std::vector<Cell> cells, std::string bar, Row::Role role = Row::Role::subtotal) {
        cells.push_back(label_cell(std::move(bar)));
        table.rows.push_back(row(role, "tornado", std::move(cells), table.columns.size()));
    }

    [[nodiscard]] std::vector<std::string> notes(BarColumn bars) const {
        std::vector<std::string> notes{
            text("note.base", {{"value", measure_value(found_.base, found_.measure, plan_, language_)}})};
        if (found_.assumed)
            notes.push_back(text("note.assumed", {{"percent", wording::percent(language_, risk::assumed_spread)}}));
        else
            notes.push_back(text("note." + name(found_.at)));
        if (std::ranges::any_of(found_.rows, &Swing::unbounded)) notes.push_back(text("note.unbounded"));
        notes.push_back(text("note.joint"));
        if (bars == BarColumn::shown) notes.push_back(text("note.bars"));
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

Document tornado(const risk::Tornado& found, const compile::Plan& plan, wording::Language language, BarColumn bars) {
    Document document;
    document.items.emplace_back(Heading{in_words(plan.title, language, plan.id), 1});
    if (plan.scenario.id != model::Applied{}.id)
        document.items.emplace_back(Paragraph{wording::text(
            language, "scenario.shown", {{"scenario", in_words(plan.scenario.label, language, plan.scenario.id)}})});
    if (found.assumed)
        document.items.emplace_back(Paragraph{
            wording::text(language, "tornado.no_ranges", {{"percent", wording::percent(language, risk::assumed_spread)}})});
    document.items.emplace_back(Swings(found, plan, language).table(bars));
    return document;
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
