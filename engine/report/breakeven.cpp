#include "provenu/report/breakeven.hpp"

#include <cmath>
#include <string>
#include <utility>

#include "provenu/quantity/rounding.hpp"
#include "provenu/wording/number.hpp"
#include "report/breakeven_words.hpp"
#include "report/findings.hpp"
#include "report/layout.hpp"

namespace provenu::report {
namespace {

using risk::BreakevenRow;
using risk::Goal;
using risk::Lever;
using risk::Threshold;
using State = Threshold::State;

/// Builds the table of limits.
class Limits {
 public:
    Limits(const risk::Breakeven& found, const compile::Plan& plan, wording::Language language)
        : found_(found), plan_(plan), language_(language), words_(found, plan, language) {}

    [[nodiscard]] Table table() const {
        Table table;
        table.caption = text("caption");
        table.columns = {label_column(), column("planned"), column("limit"), column("share")};
        if (found_.payback_within) {
            table.columns.push_back(column_within("within.limit", "limit_within"));
            table.columns.push_back(column_within("within.share", "share_within"));
        }
        add_group(table, "group.joint", [](const Lever& lever) { return lever.of == Lever::Of::joint; });
        add_group(table, "group.lines",
                  [](const Lever& lever) { return lever.of == Lever::Of::line || lever.of == Lever::Of::handover; });
        add_group(table, "group.inputs", [](const Lever& lever) { return lever.of == Lever::Of::input; });
        add_notes(table);
        return table;
    }

 private:
    [[nodiscard]] std::string text(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(language_, "breakeven." + key, arguments);
    }
    [[nodiscard]] Column column(const std::string& key) const { return {text(key), key, Column::Align::right}; }
    [[nodiscard]] Column column_within(const std::string& key, std::string name) const {
        return {text(key, {{"years", words_.in_years(*found_.payback_within)}}), std::move(name), Column::Align::right};
    }

    template <class Belongs>
    void add_group(Table& table, const std::string& heading, Belongs belongs) const {
        bool begun = false;
        for (const BreakevenRow& each : found_.rows) {
            if (!belongs(each.lever)) continue;
            if (!std::exchange(begun, true)) {
                const std::string caption =
                    text(heading, {{"unit", unit_of_amounts(plan_.book.money, plan_.price_level, language_)},
                                   {"first", std::to_string(found_.years.first)},
                                   {"last", std::to_string(found_.years.last)}});
                table.rows.push_back(row(Row::Role::group, "", {label_cell(caption)}, table.columns.size()));
            }
            table.rows.push_back(row_of(each, table.columns.size()));
        }
    }

    [[nodiscard]] Row row_of(const BreakevenRow& each, std::size_t columns) const {
        std::vector<Cell> cells{{label(each), "", each.lever.id}, planned(each)};
        add_limit(cells, each, each.sum);
        if (each.payback) add_limit(cells, each, *each.payback);
        Row made = row(Row::Role::line, "breakeven", std::move(cells), columns);
        made.note = words_.sentence(each, Goal::Kind::sum);
        if (each.payback) made.note += " " + words_.sentence(each, Goal::Kind::payback);
        return made;
    }

    [[nodiscard]] std::string label(const BreakevenRow& each) const {
        std::string name = lever_name(each.lever, language_);
        if (each.lever.of == Lever::Of::joint && !name.empty() && name.front() >= 'a')
            name.front() = static_cast<char>(name.front() - 'a' + 'A');
        if (each.unit.is_bare()) return name;
        return text("in_unit", {{"name", name}, {"unit", lever_unit(scale_of(each, plan_), language_)}});
    }

    [[nodiscard]] bool is_amount(const BreakevenRow& each) const { return each.lever.of != Lever::Of::input; }

    [[nodiscard]] Cell planned(const BreakevenRow& each) const {
        if (is_amount(each)) return figure_cell({each.amount, decimals_of(plan_.book.money), 0}, "");
        return {lever_value(each.base, scale_of(each, plan_), Toward::nearest, language_), "", ""};
    }

    /// The amount that is left at the limit, its size rounded so that it stays true.
    [[nodiscard]] Cell amount(const BreakevenRow& each, const Threshold& threshold) const {
        const double step = std::pow(10.0, -decimals_of(plan_.book.money));
        const double size = std::abs(each.amount * threshold.switching) / step;
        const double rounded = (threshold.holds_above ? quantity::round_up(size) : quantity::round_down(size)) * step;
        return figure_cell({std::copysign(rounded, each.amount), decimals_of(plan_.book.money), 0}, "");
    }

    void add_limit(std::vector<Cell>& cells, const BreakevenRow& each, const Threshold& threshold) const {
        if (threshold.state != State::crosses || threshold.crossings.size() > 1 || must_vanish(threshold)) {
            cells.emplace_back();
            cells.push_back({outcome(each, threshold), "", ""});
            return;
        }
        const Toward side = toward(threshold);
        cells.push_back(is_amount(each) ? amount(each, threshold)
                                        : Cell{lever_value(threshold.switching, scale_of(each, plan_), side, language_), "", ""});
        if (each.base == 0) {
            cells.emplace_back();
            return;
        }
        const Toward of_share = each.base > 0 ? side : side == Toward::up ? Toward::down : Toward::up;
        cells.push_back({text(of_share == Toward::up ? "least" : "most",
                              {{"share", share_in_words(threshold.switching / each.base, 1, of_share, language_)}}),
                         "", ""});
    }

    [[nodiscard]] std::string outcome(const BreakevenRow& each, const Threshold& threshold) const {
        switch (threshold.state) {
            case State::always:
                return text("always");
            case State::never:
                return text("never");
            case State::no_effect:
                return text("no_effect");
            case State::crosses:
                break;
        }
        if (must_vanish(threshold)) return text("vanish");
        std::string list;
        for (const double crossing : threshold.crossings)
            list += (list.empty() ? "" : "; ") + lever_value(crossing, scale_of(each, plan_), Toward::nearest, language_);
        return text("several", {{"list", list}});
    }

    /// A sentence for each row whose limit is near, and one for all others; joint rows have theirs above the table.
    void add_sentences(Table& table, Goal::Kind kind) const {
        bool any_other = false;
        bool holds_at_base = false;
        std::vector<const BreakevenRow*> near;
        for (const BreakevenRow& each : found_.rows) {
            if (each.lever.of == Lever::Of::joint) continue;
            const Threshold& threshold = kind == Goal::Kind::sum ? each.sum : *each.payback;
            holds_at_base = threshold.holds_at_base;
            if (found_.only_some || is_near(each, threshold))
                near.push_back(&each);
            else
                any_other = true;
        }
        for (std::string& said : words_.listed(near, kind)) table.notes.push_back(std::move(said));
        if (any_other) table.notes.push_back(words_.others(kind, holds_at_base));
    }

    /// Whether losing or doubling it would change the answer.
    static bool is_near(const BreakevenRow& each, const Threshold& threshold) {
        return threshold.state == State::crosses &&
               (each.base == 0 || threshold.crossings.front() / each.base <= 2 || threshold.crossings.back() / each.base <= 2);
    }

    void add_notes(Table& table) const {
        add_sentences(table, Goal::Kind::sum);
        if (found_.payback_within) add_sentences(table, Goal::Kind::payback);
        table.notes.push_back(text("note.joint"));
        table.notes.push_back(text("note.rounding"));
        bool searched = false;
        for (const BreakevenRow& each : found_.rows)
            searched = searched || (each.sum.state != State::no_effect && !each.sum.linear) || each.payback;
        if (searched) table.notes.push_back(text("note.reach", {{"times", wording::number(language_, risk::reach)}}));
        table.notes.push_back(wording::text(language_, "table.note.sign"));
    }

    const risk::Breakeven& found_;
    const compile::Plan& plan_;
    wording::Language language_;
    BreakevenWords words_;
};

void add(Document& document, const std::vector<std::string>& sentences) {
    for (const std::string& each : sentences) document.items.emplace_back(Paragraph{each});
}

void add_together(Document& document, const std::vector<std::string>& sentences) {
    std::string all;
    for (const std::string& each : sentences) all += (all.empty() ? "" : " ") + each;
    if (!all.empty()) document.items.emplace_back(Paragraph{all});
}

}  // namespace

Document breakeven(const risk::Breakeven& found, const compile::Plan& plan, wording::Language language) {
    const BreakevenWords words(found, plan, language);
    Document document;
    document.items.emplace_back(Heading{in_words(plan.title, language, plan.id), 1});
    say_scenario(document.items, plan, language);
    add(document, words.base());
    std::vector<const BreakevenRow*> joint;
    for (const BreakevenRow& each : found.rows)
        if (each.lever.of == Lever::Of::joint) joint.push_back(&each);
    add(document, words.sentences(joint, Goal::Kind::sum));
    if (found.payback_within) add(document, words.sentences(joint, Goal::Kind::payback));
    add_together(document, words.delays(found.delays, Goal::Kind::sum, Telling::together));
    if (found.payback_delays) add_together(document, words.delays(*found.payback_delays, Goal::Kind::payback, Telling::together));
    document.items.emplace_back(Limits(found, plan, language).table());
    return document;
}

}  // namespace provenu::report
