#include "provenu/report/simulation.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "provenu/wording/number.hpp"
#include "report/findings.hpp"
#include "report/frequency.hpp"
#include "report/layout.hpp"
#include "report/levers.hpp"
#include "report/simulation_words.hpp"
#include "report/which_input.hpp"

namespace provenu::report {
namespace {

using risk::Estimate;
using risk::Simulated;
using risk::Spread;

constexpr const char* unknown = "–";

/// The greater error; unknown if one is.
double greater(double one, double other) {
    return std::isnan(one) || one > other ? one : other;
}

/// Builds the tables of one proposal, or of all together.
class Sheets {
 public:
    Sheets(const SimulationFindings& findings, const Simulated& simulated, const compile::Plan& plan)
        : findings_(findings), simulated_(simulated), plan_(plan), decimals_(decimals_of(plan.book.money)) {}

    [[nodiscard]] Table by_year() const {
        Table table;
        table.caption = words("table");
        table.unit = unit_of_amounts(plan_.book.money, plan_.price_level, findings_.language);
        table.columns.push_back(label_column());
        add_year_columns(table.columns, simulated_.years);
        const bool has_npv = simulated_.has_npv;
        if (has_npv) table.columns.push_back({words("npv.column"), "npv", Column::Align::right});
        table.columns.push_back({words("error"), "error", Column::Align::right});
        add_group(table, "net", {simulated_.net, has_npv ? &simulated_.npv : nullptr}, simulated_.planned_net);
        add_group(table, "balance", {simulated_.balance, nullptr}, simulated_.planned_balance);
        table.notes.push_back(words("table.note"));
        const risk::Drawing& drawing = findings_.simulation.drawing;
        if (drawing.method != chance::Method::random)
            table.notes.push_back(
                words(drawing.draws < std::uint64_t{2} * chance::block_size ? "table.note.one" : "table.note.even"));
        if (!has_npv) table.notes.push_back(words("npv.not_added"));
        return table;
    }

    /// What is neither within the years of the rows above nor never; its error is that of both at the most.
    [[nodiscard]] static risk::Estimate later(const risk::PaybackSpread& spread) {
        constexpr double noise = 1e-9;
        const risk::Estimate& above = spread.within.back();
        const double share = 1 - above.value - spread.never.value;
        return {share > noise ? share : 0, above.error + spread.never.error};
    }

    [[nodiscard]] Table payback() const {
        Table table;
        table.caption = words("payback");
        table.columns = {label_column(),
                         {words("payback.service"), "service", Column::Align::right},
                         {words("error"), "service_error", Column::Align::right},
                         {words("payback.total"), "total", Column::Align::right},
                         {words("error"), "total_error", Column::Align::right}};
        const auto& total = simulated_.total->within;
        const auto& service = simulated_.service->within;
        const auto both = [&](std::size_t at, double share) { return total[at].value == share && service[at].value == share; };
        for (std::size_t i = 0; i < total.size(); ++i) {
            if (i + 1 < total.size() && both(i + 1, 0)) continue;  // years in which nothing happens yet
            const std::string key = i == 0 ? "payback.within.one" : "payback.within";
            add_shares(table, words(key, {{"years", std::to_string(i + 1)}}),
                       [i](const risk::PaybackSpread& spread) { return spread.within[i]; });
            if (both(i, 1)) break;
        }
        add_shares(table, words("payback.within_table", {{"year", std::to_string(simulated_.years.last)}}),
                   [](const risk::PaybackSpread& spread) { return spread.within_table; });
        const std::vector<diag::Argument> horizon{{"years", std::to_string(plan_.book.axis.payback_years())}};
        if (later(*simulated_.total).value > 0 || later(*simulated_.service).value > 0)
            add_shares(table, words("payback.later", horizon), later);
        add_shares(table, words("payback.never", horizon), [](const risk::PaybackSpread& spread) { return spread.never; });
        table.rows.push_back(row(Row::Role::subtotal, "simulate_payback_median",
                                 {label_cell(words("payback.years")), years(simulated_.service->percentiles[2].value),
                                  years(simulated_.service->percentiles[2].error), years(simulated_.total->percentiles[2].value),
                                  years(simulated_.total->percentiles[2].error)},
                                 table.columns.size()));
        table.notes.push_back(words("payback.note"));
        table.notes.push_back(words("payback.exact"));
        return table;
    }

    [[nodiscard]] Table frames() const {
        Table table;
        table.caption = words("frames");
        table.columns.push_back(label_column());
        add_year_columns(table.columns, simulated_.years);
        table.columns.push_back({words("frames.ever"), "ever", Column::Align::right});
        table.columns.push_back({words("error"), "error", Column::Align::right});
        for (const risk::FrameRisk& frame : simulated_.frames) {
            std::vector<Cell> cells{label_cell(in_words(frame.label, findings_.language, frame.id))};
            Estimate widest = frame.ever;
            for (const Estimate& year : frame.exceeded) {
                cells.push_back(percent(year.value));
                widest.error = std::max(widest.error, year.error);
            }
            cells.push_back(percent(frame.ever.value));
            cells.push_back(percent(widest.error));
            table.rows.push_back(row(Row::Role::line, "simulate_frame", std::move(cells), table.columns.size()));
        }
        table.notes.push_back(words("payback.note"));
        return table;
    }

    [[nodiscard]] Bars bars() const {
        const risk::Histogram& histogram = simulated_.balance_bars;
        const std::string draws = wording::number(findings_.language, static_cast<double>(findings_.simulation.drawing.draws));
        Bars bars;
        bars.caption = words("bars", {{"unit", unit_of_amounts(plan_.book.money, plan_.price_level, findings_.language)},
                                      {"year", std::to_string(simulated_.years.last)},
                                      {"draws", draws}});
        const auto count = static_cast<double>(histogram.counts.size());
        const double step = (histogram.high - histogram.low) / count;
        const auto edge = [&](std::size_t at) {
            return wording::number(findings_.language, histogram.low + step * static_cast<double>(at), decimals_);
        };
        for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
            const auto drawn = static_cast<double>(histogram.counts[i]);
            const bool at_zero = i > 0 && std::abs(histogram.low + step * static_cast<double>(i)) < step / 2;
            if (at_zero) bars.bars.push_back({words("bars.zero"), 0, 0, ""});
            const std::string key = step == 0                          ? "bars.label.only"
                                    : i == 0                           ? "bars.label.first"
                                    : i + 1 == histogram.counts.size() ? "bars.label.last"
                                                                       : "bars.label";
            const double share = drawn / static_cast<double>(findings_.simulation.drawing.draws);
            bars.bars.push_back({words(key, {{"low", edge(i)}, {"high", edge(i + 1)}}), 0, drawn,
                                 share_in_words(share, 0, Toward::nearest, findings_.language)});
        }
        bars.notes.push_back(words("bars.note"));
        return bars;
    }

 private:
    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(findings_.language, "simulation." + key, arguments);
    }
    [[nodiscard]] Cell amount(double value) const { return figure_cell({value, decimals_, 0}, ""); }
    /// An error with a digit more than the figures it belongs to, so that a small one is seen.
    [[nodiscard]] Cell error(double value) const {
        return std::isnan(value) ? label_cell(unknown) : figure_cell({value, decimals_ + 1, 0}, "");
    }
    [[nodiscard]] static Cell percent(double share) {
        return std::isnan(share) ? label_cell(unknown) : figure_cell({100 * share, 1, 0}, "");
    }
    [[nodiscard]] Cell years(double value) const {
        if (std::isnan(value)) return label_cell(unknown);
        if (std::isinf(value)) return {words(value > 0 ? "payback.not_ever" : "payback.at_once"), "", ""};
        return figure_cell({value, 1, 0}, "");
    }

    /// What stands in the rows of a group: by year, and the present value behind them where there is one.
    struct Group {
        const std::vector<Spread>& years;
        const Spread* npv = nullptr;
    };
    struct RowName {
        std::string key;
        std::string label;
    };

    /// One figure of each spread of a group.
    template <class Pick>
    void add_row(Table& table, const RowName& name, const Group& group, Pick pick) const {
        std::vector<Cell> cells{label_cell(name.label)};
        double widest = 0;
        for (const Spread& spread : group.years) {
            cells.push_back(amount(pick(spread).value));
            widest = greater(widest, pick(spread).error);
        }
        if (simulated_.has_npv) cells.push_back(group.npv != nullptr ? amount(pick(*group.npv).value) : Cell{});
        if (group.npv != nullptr) widest = greater(widest, pick(*group.npv).error);
        cells.push_back(error(widest));
        table.rows.push_back(row(Row::Role::line, name.key, std::move(cells), table.columns.size()));
    }

    void add_group(Table& table, const std::string& name, const Group& group, const std::vector<double>& planned) const {
        const std::string section = "simulate_" + name;
        table.rows.push_back(
            row(Row::Role::group, "", {label_cell(words(name == "net" ? "net" : "balance.rows"))}, table.columns.size()));
        std::vector<Cell> cells{label_cell(words("planned"))};
        for (const double value : planned) cells.push_back(amount(value));
        if (group.npv != nullptr) cells.push_back(amount(simulated_.planned_npv));
        table.rows.push_back(row(Row::Role::line, section + "_planned", std::move(cells), table.columns.size()));
        for (std::size_t i = 0; i < risk::percentile_shares.size(); ++i)
            add_row(table,
                    {section + "_p" + percent_text(risk::percentile_shares[i]), percentile_label(risk::percentile_shares[i])},
                    group, [i](const Spread& spread) { return spread.percentiles[i]; });
        add_row(table, {section + "_mean", words("mean")}, group, [](const Spread& spread) { return spread.mean; });
        add_row(table, {section + "_sd", words("deviation")}, group, [](const Spread& spread) { return spread.deviation; });
    }

    [[nodiscard]] static std::string percent_text(double share) { return std::to_string(std::lround(100 * share)); }
    [[nodiscard]] std::string percentile_label(double share) const {
        if (share == 0.5) return words("middle");
        return words("percentile", {{"percent", percent_text(share)}});
    }

    template <class Pick>
    void add_shares(Table& table, std::string label, Pick pick) const {
        const Estimate service = pick(*simulated_.service);
        const Estimate total = pick(*simulated_.total);
        table.rows.push_back(row(Row::Role::line, "simulate_payback",
                                 {label_cell(std::move(label)), percent(service.value), percent(service.error),
                                  percent(total.value), percent(total.error)},
                                 table.columns.size()));
    }

    const SimulationFindings& findings_;
    const Simulated& simulated_;
    const compile::Plan& plan_;
    int decimals_;
};

void add(Document& document, const SimulationFindings& findings, const Simulated& simulated, const compile::Plan& plan) {
    const Sheets sheets(findings, simulated, plan);
    document.items.emplace_back(sheets.by_year());
    if (simulated.total) document.items.emplace_back(sheets.payback());
    if (!simulated.frames.empty()) document.items.emplace_back(sheets.frames());
    document.items.emplace_back(sheets.bars());
}

}  // namespace

Document simulation(const SimulationFindings& findings) {
    Document document;
    for (std::size_t i = 0; i < findings.proposals.size(); ++i) {
        const risk::Uncertainty& proposal = *findings.proposals[i];
        for (Item& item : answers_in_words(findings, i)) document.items.push_back(std::move(item));
        if (!proposal.inputs.empty()) add(document, findings, findings.simulation.proposals[i], proposal.plan);
        if (!findings.which.empty())
            for (Item& item : which_input({proposal, findings.which[i], findings.language}))
                document.items.push_back(std::move(item));
    }
    if (findings.simulation.together) {
        for (Item& item : answers_together(findings)) document.items.push_back(std::move(item));
        add(document, findings, *findings.simulation.together, findings.proposals.front()->plan);
    }
    if (std::ranges::all_of(findings.proposals, [](const risk::Uncertainty* each) { return each->inputs.empty(); }))
        return document;  // nothing was drawn
    document.items.emplace_back(Paragraph{convergence_in_words(findings)});
    document.items.emplace_back(Paragraph{method_in_words(findings)});
    return document;
}

}  // namespace provenu::report
