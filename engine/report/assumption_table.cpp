#include <algorithm>
#include <cmath>
#include <utility>

#include "provenu/wording/number.hpp"
#include "report/distributions.hpp"
#include "report/layout.hpp"
#include "report/levers.hpp"
#include "report/paper_sections.hpp"

namespace provenu::report {
namespace {

class Assumptions {
 public:
    Assumptions(const Findings& findings, const risk::Uncertainty* uncertainty)
        : findings_(findings), uncertainty_(uncertainty), ranges_(uncertainty != nullptr && !uncertainty->inputs.empty()) {
        table_.caption = words("caption");
        table_.columns = {{words("what"), "line", Column::Align::left},
                          {words("value"), "value", Column::Align::right},
                          {words("unit"), "unit", Column::Align::left}};
        if (ranges_) table_.columns.push_back({words("range"), "range", Column::Align::left});
        table_.columns.push_back({words("source"), "source", Column::Align::left});
    }

    Table build() {
        for (const compile::PlannedInput& input : findings_.plan.inputs)
            if (input.is_used) add_input(input);
        if (ranges_) add_lines();
        if (ranges_) table_.notes.push_back(words("range.note"));
        return std::move(table_);
    }

 private:
    [[nodiscard]] std::string words(const std::string& key) const {
        return wording::text(findings_.language, "paper.assumptions." + key);
    }

    [[nodiscard]] const risk::Uncertain* range_of(const std::string& id) const {
        if (!ranges_) return nullptr;
        const auto found = std::ranges::find_if(uncertainty_->inputs, [&](const risk::Uncertain& each) {
            return each.lever.of == risk::Lever::Of::input && each.lever.id == id;
        });
        return found == uncertainty_->inputs.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::string range_in_words(const risk::Uncertain& range) const {
        return distribution_in_words(range, report::scale_of(range, uncertainty_->plan), findings_.language);
    }

    static bool is_percentage(const formula::Definition& definition) {
        const auto* number = std::get_if<formula::Number>(&definition.tree->operation);
        return definition.is_share || (number != nullptr && number->style == formula::Style::percent);
    }

    /// By the largest value, so that all of a series are in one unit.
    [[nodiscard]] LeverScale scale_of(const formula::Definition& definition) const {
        double largest = 0;
        const int columns = definition.shape == formula::Shape::scalar ? 1 : findings_.years().count();
        for (int column = 0; column < columns; ++column)
            largest = std::max(largest, std::abs(findings_.figures.at(definition.name, column)));
        return {definition.unit, findings_.plan.book.money, false, is_percentage(definition), largest};
    }

    [[nodiscard]] std::string number(const formula::Definition& definition, int column) const {
        const LeverScale scale = scale_of(definition);
        const int power = definition.unit.of(quantity::Dimension::money);
        const double to_shown = std::pow(quantity::factor(scale.money, money_shown(scale)), power);
        const double value = to_shown * findings_.figures.at(definition.name, column);
        if (!std::isfinite(value)) return "–";
        if (is_percentage(definition)) return wording::percent(findings_.language, value);
        if (definition.is_calendar_year) return std::to_string(std::lround(value));
        return wording::written_number(findings_.language, value);
    }

    /// One number; or each year's, years of the same value together: `2027: 1,2; 2028-2031: 1,4`.
    [[nodiscard]] std::string value(const formula::Definition& definition) const {
        if (definition.shape == formula::Shape::scalar) return number(definition, 0);
        std::string text;
        const int count = findings_.years().count();
        for (int from = 0, until = 0; from < count; from = until) {
            for (until = from + 1; until < count && number(definition, until) == number(definition, from);) ++until;
            if (until - from == count) return number(definition, from);
            std::string years = std::to_string(findings_.years().first + from);
            if (until - from > 1) years += "-" + std::to_string(findings_.years().first + until - 1);
            text += (text.empty() ? "" : "; ") + years + ": " + number(definition, from);
        }
        return text;
    }

    [[nodiscard]] std::string name_of(const compile::PlannedInput& input) const {
        return in_words(input.label, findings_.language, readable(input.id));
    }

    void add_input(const compile::PlannedInput& input) {
        const formula::Definition& definition = *findings_.plan.book.find(input.id);
        std::vector<Cell> cells{{name_of(input), input.id, ""},
                                {value(definition), "", ""},
                                label_cell(lever_unit(scale_of(definition), findings_.language))};
        const risk::Uncertain* range = range_of(input.id);
        if (ranges_) cells.push_back(range == nullptr ? Cell{} : label_cell(range_in_words(*range)));
        std::string source = definition.source;
        if (!definition.note.empty()) source += (source.empty() ? "" : "; ") + definition.note;
        cells.push_back(label_cell(with_source(source, range)));
        table_.rows.push_back(row(Row::Role::line, "assumption", std::move(cells), table_.columns.size()));
    }

    /// The source, and where the range is from where that is elsewhere.
    [[nodiscard]] std::string with_source(const std::string& source, const risk::Uncertain* range) const {
        if (range == nullptr || range->source.empty() || range->source == source) return source;
        const std::string of_range =
            wording::text(findings_.language, "paper.assumptions.range.source", {{"source", range->source}});
        return source.empty() ? of_range : source + "; " + of_range;
    }

    /// Lines and teams that carry ranges of their own: as planned is 100 %.
    void add_lines() {
        bool first = true;
        for (const risk::Uncertain& range : uncertainty_->inputs) {
            if (range.lever.of == risk::Lever::Of::input) continue;
            if (std::exchange(first, false))
                table_.rows.push_back(row(Row::Role::group, "", {label_cell(words("lines"))}, table_.columns.size()));
            table_.rows.push_back(row(Row::Role::line, "assumption",
                                      {{lever_name(range.lever, findings_.language), range.lever.id, ""},
                                       {wording::percent(findings_.language, 1), "", ""},
                                       label_cell(words("of_plan")),
                                       label_cell(range_in_words(range)),
                                       label_cell(range.source)},
                                      table_.columns.size()));
        }
    }

    const Findings& findings_;
    const risk::Uncertainty* uncertainty_;
    bool ranges_ = false;
    Table table_;
};

}  // namespace

Table assumption_table(const Findings& findings, const risk::Uncertainty* uncertainty) {
    return Assumptions(findings, uncertainty).build();
}

}  // namespace provenu::report
