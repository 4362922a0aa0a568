#include "provenu/report/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "provenu/model/convention.hpp"
#include "provenu/wording/number.hpp"
#include "report/findings.hpp"
#include "report/footnotes.hpp"
#include "report/indices.hpp"
#include "report/layout.hpp"
#include "report/payback.hpp"

namespace provenu::report {
namespace {

using whatif::Compared;
using whatif::Comparison;
using whatif::KeyFigures;

/// Builds the tables of a comparison.
class Sheet {
 public:
    Sheet(const Comparison& comparison, wording::Language language) : comparison_(comparison), language_(language) {}

    [[nodiscard]] Table side_by_side() const {
        Table table = empty("compare.caption");
        table.columns.push_back(column("compare.payback_service", "payback_service"));
        table.columns.push_back(column("compare.payback_total", "payback_total"));
        table.columns.push_back(column("compare.turn_year", "turn_year"));
        add_year_columns(table.columns, comparison_.years);
        for (const char* key : {"npv", "peak", "full_phase_in"})
            table.columns.push_back(column(std::string("compare.") + key, key));
        add_rows(table, [&](const Compared& row) { return result_cells(row); });
        table.notes = notes();
        return table;
    }

    [[nodiscard]] Table changes() const {
        Table table = empty("compare.change.caption");
        table.columns.push_back(column("compare.change.payback", "change_payback_total"));
        add_year_columns(table.columns, comparison_.years);
        for (const char* key : {"npv", "peak", "full_phase_in"})
            table.columns.push_back(column(std::string("compare.") + key, key));
        add_rows(table, [&](const Compared& row) { return row.change ? change_cells(row) : std::vector<Cell>{}; });
        return table;
    }

    /// Each payer's net under each scenario: what the total does not show.
    [[nodiscard]] Table by_payer() const {
        Table table = empty("compare.payers.caption");
        add_year_columns(table.columns, comparison_.years);
        for (const Compared& each : comparison_.rows) {
            if (each.of.plan->scenario.changes_nothing || each.of.plan->payers.empty()) continue;
            const std::string heading = comparison_.proposals > 1 ? title(each) + ": " + label(each) : label(each);
            table.rows.push_back(row(Row::Role::group, "", {label_cell(heading)}, table.columns.size()));
            for (const whatif::PayerFlow& payer : each.payers) table.rows.push_back(payer_row(payer));
        }
        return table;
    }

    [[nodiscard]] bool has_payers() const {
        return std::any_of(comparison_.rows.begin(), comparison_.rows.end(),
                           [](const Compared& row) { return !row.of.plan->payers.empty(); });
    }

    [[nodiscard]] bool has_changes() const {
        return std::any_of(comparison_.rows.begin(), comparison_.rows.end(),
                           [](const Compared& row) { return row.change.has_value() && !row.of.plan->scenario.changes_nothing; });
    }

 private:
    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(language_, key, arguments);
    }
    [[nodiscard]] Column column(const std::string& key, std::string name) const {
        return {words(key), std::move(name), Column::Align::right};
    }
    [[nodiscard]] int decimals() const { return comparison_.unit.exponent < 6 ? 0 : comparison_.unit.exponent < 9 ? 1 : 2; }
    [[nodiscard]] Cell amount(double value) const { return figure_cell({value, decimals(), 0}, ""); }

    [[nodiscard]] bool levels_differ() const {
        const int level = comparison_.base.plan->price_level;
        return std::any_of(comparison_.rows.begin(), comparison_.rows.end(),
                           [level](const Compared& row) { return row.of.plan->price_level != level; });
    }
    /// The price level all rows share, or 0.
    [[nodiscard]] int price_level() const { return levels_differ() ? 0 : comparison_.base.plan->price_level; }

    [[nodiscard]] Table empty(const std::string& caption) const {
        Table table;
        table.caption = words(caption, {{"base", scenario_label(*comparison_.base.plan)}});
        table.unit = unit_of_amounts(comparison_.unit, price_level(), language_);
        table.columns.push_back(label_column());
        return table;
    }

    [[nodiscard]] std::string scenario_label(const compile::Plan& plan) const {
        const std::string base = plan.scenario.id == model::Applied{}.id ? words("compare.base") : plan.scenario.id;
        return in_words(plan.scenario.label, language_, base);
    }

    /// What a row is called; with its price level where they are not all in one.
    [[nodiscard]] std::string label(const Compared& row) const {
        const compile::Plan& plan = *row.of.plan;
        const std::string own = comparison_.most_scenarios > 1 ? scenario_label(plan) : title(row);
        if (!levels_differ() || plan.price_level == 0) return own;
        return words("compare.in_prices", {{"label", own}, {"year", std::to_string(plan.price_level)}});
    }
    [[nodiscard]] std::string title(const Compared& row) const {
        return in_words(row.of.plan->title, language_, row.of.plan->id);
    }

    /// Rows carry the proposal's title where each has one scenario, the scenario's name where there is one proposal, and stand in
    /// groups otherwise. Rows without cells are left out.
    template <class Cells>
    void add_rows(Table& table, Cells cells_of) const {
        const bool grouped = comparison_.proposals > 1 && comparison_.most_scenarios > 1;
        std::string group;
        for (const Compared& each : comparison_.rows) {
            const bool alone = comparison_.shown == whatif::YearsShown::own;  // and not in a sum, of which each is a part
            if (each.of.plan->scenario.changes_nothing && alone) continue;    // a note says so
            std::vector<Cell> cells = cells_of(each);
            if (cells.empty()) continue;
            if (grouped && std::exchange(group, each.of.plan->id + title(each)) != each.of.plan->id + title(each))
                table.rows.push_back(row(Row::Role::group, "", {label_cell(title(each))}, table.columns.size()));
            cells.insert(cells.begin(), label_cell(label(each)));
            table.rows.push_back(
                row(grouped ? Row::Role::line : Row::Role::subtotal, "compare", std::move(cells), table.columns.size()));
        }
    }

    /// `4 (4,8)`, `aldrig`, `straks`
    [[nodiscard]] Cell payback_cell(const Compared& row, Basis basis) const {
        const Findings findings{*row.of.plan, *row.of.figures, language_};
        const Payback payback = payback_of(findings, basis);
        const std::string where = "payback." + name(basis);
        if (payback.state != Payback::State::pays_back)
            return {words(payback.state == Payback::State::at_once ? "compare.at_once" : "compare.never"), where, ""};
        const std::string exact = wording::number(language_, payback.exact, 1);
        if (findings.plan.payback.convention == model::Convention::exact) return {exact, where, ""};
        return {wording::number(language_, payback.years, 0) + " (" + exact + ")", where, ""};
    }

    [[nodiscard]] Cell turn_year_cell(const Compared& row) const {
        const Payback payback = payback_of({*row.of.plan, *row.of.figures, language_}, Basis::total);
        if (payback.state != Payback::State::pays_back) return label_cell("–");
        return label_cell(std::to_string(payback.turn_year) + (payback.beyond_table ? "*" : ""));
    }

    [[nodiscard]] Row payer_row(const whatif::PayerFlow& payer) const {
        std::vector<Cell> cells{label_cell(in_words(payer.label, language_, payer.id))};
        add_years(cells, payer.net);
        const std::size_t columns = cells.size();
        return row(Row::Role::line, "payer", std::move(cells), columns);
    }

    void add_years(std::vector<Cell>& cells, const std::vector<std::optional<double>>& values) const {
        for (const auto& value : values) cells.push_back(value ? amount(*value) : Cell{});
    }

    void add_amounts(std::vector<Cell>& cells, const KeyFigures& figures) const {
        add_years(cells, figures.net);
        cells.push_back(amount(figures.npv));
        cells.push_back(amount(figures.peak));
        cells.push_back(amount(figures.full_phase_in));
    }

    [[nodiscard]] std::vector<Cell> result_cells(const Compared& row) const {
        std::vector<Cell> cells{payback_cell(row, Basis::service), payback_cell(row, Basis::total), turn_year_cell(row)};
        add_amounts(cells, row.figures);
        return cells;
    }

    [[nodiscard]] std::vector<Cell> change_cells(const Compared& row) const {
        std::vector<Cell> cells;
        const double years = row.change->payback_total;
        cells.push_back(std::isfinite(years) ? Cell{Figure{years, 1, 0}, "", ""} : label_cell("–"));
        add_amounts(cells, *row.change);
        return cells;
    }

    [[nodiscard]] std::vector<std::string> notes() const {
        std::vector<std::string> notes{words("table.note.sign")};
        add_conventions(notes);
        if (std::any_of(comparison_.rows.begin(), comparison_.rows.end(), [&](const Compared& row) {
                const Payback payback = payback_of({*row.of.plan, *row.of.figures, language_}, Basis::total);
                return payback.state == Payback::State::pays_back && payback.beyond_table;
            }))
            notes.push_back(words("compare.note.beyond"));
        if (levels_differ()) notes.push_back(words("compare.note.price_levels"));
        add_unchanged(notes);
        for (const Compared& row : comparison_.rows)
            for (std::string& passport : passports({*row.of.plan, *row.of.figures, language_}))
                if (std::find(notes.begin(), notes.end(), passport) == notes.end()) notes.push_back(std::move(passport));
        std::set<std::string> said;
        for (const Compared& row : comparison_.rows)
            for (const diag::Diagnostic& found : row.of.plan->scenario_notes.sorted())
                if (std::string text = wording::words(language_, found).message;
                    !row.of.plan->scenario.changes_nothing && said.insert(text).second)
                    notes.push_back(scenario_label(*row.of.plan) + ": " + text);
        return notes;
    }

    /// How payback is counted; where it is not the same in all rows, for which of them.
    void add_conventions(std::vector<std::string>& notes) const {
        std::vector<std::pair<std::string, std::string>> conventions;
        bool all_exact = true;
        for (const Compared& row : comparison_.rows) {
            const auto& [plan, figures] = row.of;
            all_exact = all_exact && plan->payback.convention == model::Convention::exact;
            const std::string convention = convention_in_words({*plan, *figures, language_});
            const auto same = std::ranges::find(conventions, convention, &std::pair<std::string, std::string>::first);
            if (same == conventions.end())
                conventions.emplace_back(convention, label(row));
            else
                same->second += ", " + label(row);
        }
        notes.push_back(words(all_exact ? "compare.note.payback.exact" : "compare.note.payback"));
        const bool is_one = conventions.size() == 1;
        for (const auto& [convention, rows] : conventions)
            notes.push_back(
                words(is_one ? "table.note.payback" : "compare.note.convention", {{"convention", convention}, {"rows", rows}}));
    }

    /// Scenarios that some proposals know nothing of, in their order.
    void add_unchanged(std::vector<std::string>& notes) const {
        std::vector<std::pair<std::string, std::string>> unchanged;
        for (const Compared& row : comparison_.rows) {
            if (!row.of.plan->scenario.changes_nothing) continue;
            const std::string scenario = scenario_label(*row.of.plan);
            const auto same =
                std::find_if(unchanged.begin(), unchanged.end(), [&](const auto& each) { return each.first == scenario; });
            if (same == unchanged.end())
                unchanged.emplace_back(scenario, title(row));
            else
                same->second += ", " + title(row);
        }
        for (const auto& [scenario, proposals] : unchanged)
            notes.push_back(words("compare.note.unchanged", {{"scenario", scenario}, {"proposals", proposals}}));
    }

    const Comparison& comparison_;
    wording::Language language_;
};

}  // namespace

Document comparison(const Comparison& comparison, wording::Language language) {
    Document document;
    if (comparison.rows.empty()) return document;
    const compile::Plan& plan = *comparison.rows.front().of.plan;
    const bool one_proposal = comparison.proposals == 1;
    const std::string heading =
        one_proposal ? in_words(plan.title, language, plan.id) : wording::text(language, "compare.heading");
    document.items.emplace_back(Heading{heading, 1});
    if (comparison.most_scenarios == 1) say_scenario(document.items, plan, language);
    const Sheet sheet(comparison, language);
    document.items.emplace_back(sheet.side_by_side());
    if (sheet.has_changes()) document.items.emplace_back(sheet.changes());
    if (sheet.has_payers()) document.items.emplace_back(sheet.by_payer());
    return document;
}

Table side_by_side(const Comparison& comparison, wording::Language language) {
    return Sheet(comparison, language).side_by_side();
}

Table options_table(const Comparison& comparison, wording::Language language) {
    Table table = side_by_side(comparison, language);
    table.caption = wording::text(language, "compare.options.caption");
    table.notes = {wording::text(language, "compare.note.payback")};  // the rest stands under the table above
    return table;
}

}  // namespace provenu::report
