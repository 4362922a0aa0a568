#include "report/which_input.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "provenu/wording/number.hpp"
#include "report/layout.hpp"
#include "report/levers.hpp"

namespace provenu::report {
namespace {

using risk::Influence;
using risk::Influences;
using risk::Sharing;

constexpr std::size_t most_said = 3;  ///< inputs that the sentence names
constexpr double least_said = 0.005;  ///< share that it says anything of
constexpr std::size_t most_bars = 10;

/// Speaks of the present value, and shows the balance and payback beside it.
class Sheet {
 public:
    explicit Sheet(const WhichFindings& findings)
        : findings_(findings), npv_(of(risk::Measure::Kind::npv)), order_(npv_.factors.size()) {
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::ranges::stable_sort(order_, [this](std::size_t left, std::size_t right) { return weight(left) > weight(right); });
    }

    [[nodiscard]] std::string sentence() const {
        const std::size_t first = order_.front();
        if (weight(first) == 0) return words("certain");
        if (is_ranked()) return words("ranks", {{"name", name(first)}});
        std::string said = words("sentence", {{"parts", parts()}});
        const std::size_t rest = order_.size() - said_count();
        double left = 0;
        for (std::size_t i = said_count(); i < order_.size(); ++i) left += share(order_[i]);
        if (rest > 0)
            said += " " + words(rest == 1 ? "rest.one" : "rest", {{"count", std::to_string(rest)}, {"percent", percent(left)}});
        if (npv_.interaction >= least_said) said += " " + words("interaction", {{"percent", percent(npv_.interaction)}});
        return said + (order_.size() > 1 ? " " + words("ask", {{"name", name(first)}}) : "");
    }

    [[nodiscard]] std::vector<std::string> remarks() const {
        if (findings_.which.sharing == Sharing::shapley) return {words("correlated")};
        if (is_ranked()) return {words("many", {{"most", std::to_string(risk::most_shapley)}})};
        return {};
    }

    [[nodiscard]] Table table() const {
        Table table;
        table.caption = words("table");
        add_columns(table);
        for (const std::size_t factor : order_) add_factor(table, factor);
        if (!is_ranked()) add_sums(table);
        add_notes(table);
        return table;
    }

    [[nodiscard]] bool has_bars() const { return !is_ranked() && weight(order_.front()) > 0; }
    [[nodiscard]] Bars bars() const {
        Bars bars;
        bars.caption = words("bars");
        const auto add = [&](std::string label, double value) {
            bars.bars.push_back({std::move(label), 0, value, percent(value)});
        };
        double rest = 0;
        for (std::size_t i = 0; i < order_.size(); ++i) {
            if (i < most_bars)
                add(name(order_[i]), share(order_[i]));
            else
                rest += share(order_[i]);
        }
        if (order_.size() > most_bars) add(words("bars.rest", {{"count", std::to_string(order_.size() - most_bars)}}), rest);
        if (npv_.interaction >= least_said) add(words("row.interaction"), npv_.interaction);
        return bars;
    }

 private:
    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(findings_.language, "which." + key, arguments);
    }
    [[nodiscard]] std::string percent(double part) const {
        if (part > 0 && part < least_said) return words("under_one");
        return share_in_words(part, 0, Toward::nearest, findings_.language);
    }
    [[nodiscard]] bool is_ranked() const { return findings_.which.sharing == Sharing::none; }
    [[nodiscard]] const Influences& of(risk::Measure::Kind kind) const {
        return *std::ranges::find(findings_.which.measures, kind, [](const Influences& each) { return each.measure.kind; });
    }
    [[nodiscard]] double share(std::size_t factor) const { return npv_.factors[factor].share; }
    /// What inputs are sorted by.
    [[nodiscard]] double weight(std::size_t factor) const {
        return is_ranked() ? std::abs(npv_.factors[factor].spearman.value) : share(factor);
    }
    [[nodiscard]] std::string name(std::size_t factor) const {
        std::string all;
        for (const std::size_t input : findings_.which.factors[factor])
            all += (all.empty() ? "" : " + ") + lever_name(findings_.proposal.inputs[input].lever, findings_.language);
        return all;
    }

    /// How many of the first the sentence names: those that matter, one at least.
    [[nodiscard]] std::size_t said_count() const {
        std::size_t count = 1;
        while (count < std::min(most_said, order_.size()) && share(order_[count]) >= least_said) ++count;
        return count;
    }
    [[nodiscard]] std::string parts() const {
        std::string all;
        const std::size_t count = said_count();
        for (std::size_t i = 0; i < count; ++i) {
            const std::string part =
                words(i == 0 ? "part.first" : "part", {{"percent", percent(share(order_[i]))}, {"name", name(order_[i])}});
            all = i == 0 ? part : words(i + 1 == count ? "join.last" : "join", {{"before", all}, {"last", part}});
        }
        return all;
    }

    [[nodiscard]] std::vector<const Influences*> shown() const {
        return {&npv_, &of(risk::Measure::Kind::sum), &of(risk::Measure::Kind::payback)};
    }

    void add_columns(Table& table) const {
        const std::string last = std::to_string(findings_.proposal.plan.book.axis.table.last);
        const auto add = [&](const std::string& key, const std::vector<diag::Argument>& arguments = {}) {
            table.columns.push_back({words("column." + key, arguments), key, Column::Align::right});
        };
        table.columns.push_back({words("column.input"), "input", Column::Align::left});
        if (!is_ranked()) {
            add("npv");
            add("balance", {{"year", last}});
            add("payback");
            add("error");
        }
        if (findings_.which.sharing == Sharing::sobol) add("total");
        add("follows");
    }

    void add_factor(Table& table, std::size_t factor) const {
        std::vector<Cell> cells{label_cell(name(factor))};
        double error = 0;
        for (const Influences* measure : shown()) {
            if (is_ranked()) break;
            const Influence& influence = measure->factors[factor];
            cells.push_back(figure_cell({100 * influence.share, 1, 0}, ""));
            error = std::max({error, influence.first_order.error, influence.shapley.error});
        }
        if (!is_ranked()) cells.push_back(figure_cell({100 * error, 1, 0}, ""));
        const Influence& influence = npv_.factors[factor];
        if (findings_.which.sharing == Sharing::sobol)
            cells.push_back(figure_cell({100 * std::max(influence.total.value, 0.0), 1, 0}, ""));
        cells.push_back(figure_cell({influence.spearman.value, 2, 0}, ""));
        table.rows.push_back(row(Row::Role::line, "which_input", std::move(cells), table.columns.size()));
    }

    void add_sums(Table& table) const {
        std::vector<Cell> interaction{label_cell(words("row.interaction"))};
        std::vector<Cell> total{label_cell(words("row.total"))};
        for (const Influences* measure : shown()) {
            double sum = measure->interaction;
            for (const Influence& each : measure->factors) sum += each.share;
            interaction.push_back(figure_cell({100 * measure->interaction, 1, 0}, ""));
            total.push_back(figure_cell({100 * sum, 1, 0}, ""));
        }
        if (findings_.which.sharing == Sharing::sobol)
            table.rows.push_back(row(Row::Role::line, "which_interaction", std::move(interaction), table.columns.size()));
        table.rows.push_back(row(Row::Role::total, "which_total", std::move(total), table.columns.size()));
    }

    void add_notes(Table& table) const {
        const std::vector<diag::Argument> points{
            {"points", wording::number(findings_.language, static_cast<double>(findings_.which.probing.points))}};
        if (!is_ranked()) {
            const bool sobol = findings_.which.sharing == Sharing::sobol;
            table.notes.push_back(words(sobol ? "note.shares" : "note.shapley"));
            if (sobol) table.notes.push_back(words("note.total"));
            table.notes.push_back(words("note.payback", {{"years", std::to_string(findings_.which.years)}}));
            const bool exact = npv_.exact && of(risk::Measure::Kind::sum).exact;
            table.notes.push_back(words(exact ? "note.exact" : "note.estimated", points));
        }
        table.notes.push_back(words("note.follows"));
    }

    const WhichFindings& findings_;
    const Influences& npv_;
    std::vector<std::size_t> order_;  ///< factors, the weightiest first
};

}  // namespace

std::vector<Item> which_input(const WhichFindings& findings) {
    if (findings.which.factors.empty()) return {};
    const Sheet sheet(findings);
    std::vector<Item> items;
    items.emplace_back(Heading{wording::text(findings.language, "which.heading"), 2});
    items.emplace_back(Paragraph{sheet.sentence()});
    for (std::string& remark : sheet.remarks()) items.emplace_back(Paragraph{std::move(remark)});
    items.emplace_back(sheet.table());
    if (sheet.has_bars()) items.emplace_back(sheet.bars());
    return items;
}

}  // namespace provenu::report
