#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

#include "provenu/report/comparison.hpp"
#include "report/findings.hpp"
#include "report/layout.hpp"
#include "report/payback.hpp"
#include "report/run_data.hpp"

namespace provenu::report {
namespace {

using Object = Data::Object;
using List = Data::List;
using whatif::Compared;
using whatif::Comparison;
using whatif::KeyFigures;

Data net(const KeyFigures& figures) {
    List values;
    for (const auto& each : figures.net) values.push_back(each ? Data(*each) : Data(nullptr));
    return values;
}

Data change(const KeyFigures& figures) {
    return Object{{"net", net(figures)},
                  {"npv", figures.npv},
                  {"peak", figures.peak},
                  {"full_phase_in", figures.full_phase_in},
                  {"payback_total_exact", figures.payback_total},
                  {"payback_service_exact", figures.payback_service}};
}

Data row_data(const Compared& row, wording::Language language) {
    const compile::Plan& plan = *row.of.plan;
    const Findings findings{plan, *row.of.figures, language};
    Object object{{"proposal", plan.id},
                  {"scenario", plan.scenario.id},
                  {"title", in_words(plan.title, language, plan.id)},
                  {"label", in_words(plan.scenario.label, language, plan.scenario.id)},
                  {"payback", Object{{"total", payback_on(findings, "payback.total")},
                                     {"service", payback_on(findings, "payback.service")}}},
                  {"net", net(row.figures)},
                  {"npv", row.figures.npv},
                  {"peak", row.figures.peak},
                  {"investment_need", row.figures.investment_need},
                  {"full_phase_in", row.figures.full_phase_in},
                  {"price_level", plan.price_level == 0 ? Data(nullptr) : Data(plan.price_level)}};
    if (row.change) object.emplace_back("change", change(*row.change));
    return object;
}

/// One flat row of bare figures.
std::vector<Cell> sheet_cells(const Compared& row, wording::Language language) {
    const compile::Plan& plan = *row.of.plan;
    const Findings findings{plan, *row.of.figures, language};
    std::vector<Cell> cells{label_cell(in_words(plan.title, language, plan.id)), label_cell(plan.id),
                            label_cell(plan.scenario.id)};
    for (const Basis basis : {Basis::service, Basis::total}) {
        const Payback payback = payback_of(findings, basis);
        const bool pays = payback.state == Payback::State::pays_back;
        cells.push_back(pays ? Cell{Figure{payback.years, 0, 0}, "", ""} : Cell{});
        cells.push_back(pays ? Cell{Figure{payback.exact, 4, 0}, "", ""} : Cell{});
        if (basis == Basis::total) cells.push_back(pays ? label_cell(std::to_string(payback.turn_year)) : Cell{});
    }
    const int decimals = findings.decimals();
    for (const auto& each : row.figures.net) cells.push_back(each ? Cell{Figure{*each, decimals, 0}, "", ""} : Cell{});
    for (const double value : {row.figures.npv, row.figures.peak, row.figures.investment_need, row.figures.full_phase_in})
        cells.push_back(figure_cell({value, decimals, 0}, ""));
    return cells;
}

}  // namespace

Data comparison_rows(const Comparison& comparison, wording::Language language) {
    List rows;
    for (const Compared& row : comparison.rows) rows.push_back(row_data(row, language));
    return rows;
}

Data comparison_data(const Comparison& comparison, wording::Language language) {
    List years;
    for (int year = comparison.years.first; year <= comparison.years.last; ++year) years.emplace_back(year);
    return Object{
        {"unit", money_name(comparison.unit)}, {"years", std::move(years)}, {"rows", comparison_rows(comparison, language)}};
}

Document comparison_sheet(const Comparison& comparison, wording::Language language) {
    Table table;
    table.columns.push_back(label_column());
    for (const char* key : {"proposal", "scenario", "payback_service", "payback_service_exact", "payback_total",
                            "payback_total_exact", "turn_year"})
        table.columns.push_back({key, key, Column::Align::right});
    add_year_columns(table.columns, comparison.years);
    for (const char* key : {"npv", "peak", "investment_need", "full_phase_in"})
        table.columns.push_back({key, key, Column::Align::right});
    for (const Compared& each : comparison.rows)
        table.rows.push_back(row(Row::Role::line, "compare", sheet_cells(each, language), table.columns.size()));
    return {{std::move(table)}};
}

}  // namespace provenu::report
