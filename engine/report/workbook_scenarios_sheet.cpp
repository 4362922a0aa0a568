#include <fmt/format.h>

#include "report/findings.hpp"
#include "report/layout.hpp"
#include "report/workbook_sentences.hpp"
#include "report/workbook_sheets.hpp"

namespace provenu::report {
namespace {

using Role = Look::Role;
using Format = Look::Format;

/// Every case side by side: results that follow the cases' own sheets, and their balances by year.
class Sheet {
 public:
    Sheet(const std::vector<CaseSheets>& cases, wording::Language language) : cases_(cases), language_(language) {
        sheet_.name = wording::text(language, "workbook.sheet.scenarios");
    }

    WorkSheet build() {
        const compile::Plan& plan = cases_.front().plan();
        add(0, words("workbook.sheet.scenarios") + ": " + in_words(plan.title, language_, plan.id), {Role::title});
        ++line_;
        add(0, words("workbook.scenarios.note"), {Role::quiet});
        line_ += 2;
        sheet_.frozen_columns = 1;
        sheet_.frozen_lines = line_ + 1;
        sheet_.repeated = {line_, line_};
        add_results();
        ++line_;
        add_years("workbook.scenarios.net", "net.total");
        ++line_;
        add_years("workbook.scenarios.balance", "balance.total");
        sheet_.on_one_page = true;
        sheet_.widths = {44};
        sheet_.widths.resize(static_cast<std::size_t>(columns_), 12);
        return std::move(sheet_);
    }

 private:
    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(language_, key, arguments);
    }
    void add(int column, decltype(SheetCell::content) content, Look look) {
        sheet_.cells.push_back({line_, column, std::move(content), look, 0});
        columns_ = std::max(columns_, column + 1);
    }

    struct Result {
        const char* heading;
        const char* definition;
    };
    static constexpr std::array<Result, 8> results{{{"workbook.scenarios.service", "payback.service"},
                                                    {"workbook.scenarios.exact", "payback.service.exact"},
                                                    {"workbook.scenarios.total", "payback.total"},
                                                    {"workbook.scenarios.exact", "payback.total.exact"},
                                                    {"compare.turn_year", "payback.total.turn_year"},
                                                    {"compare.npv", "npv"},
                                                    {"compare.peak", "peak"},
                                                    {"compare.full_phase_in", "full_phase_in"}}};

    void add_results() {
        add(0, words("workbook.scenarios.results"), {Role::heading});
        int column = 1;
        for (const Result& result : results)
            add(column++, words(result.heading), {Role::heading, Format::general, false, true, true});
        ++line_;
        for (const CaseSheets& each : cases_) {
            add(0, label_of_case(each), {Role::label, Format::general, false, true});
            column = 1;
            for (const Result& result : results) add_figure(each, column++, result.definition, 0);
            ++line_;
        }
    }

    [[nodiscard]] std::string label_of_case(const CaseSheets& each) const {
        const std::string label = scenario_of(each.plan(), language_);
        if (each.plan().price_level == cases_.front().plan().price_level) return label;
        return words("compare.in_prices", {{"label", label}, {"year", std::to_string(each.plan().price_level)}});
    }

    void add_figure(const CaseSheets& each, int column, const std::string& name, int year) {
        const formula::Definition& definition = *each.book().find(name);
        const bool money = definition.unit.of(quantity::Dimension::money) != 0;
        const Format format = money                         ? amount_format(each.book().money)
                              : name.ends_with("exact")     ? Format::years
                              : definition.is_calendar_year ? Format::year
                                                            : Format::years;
        add(column, LiveFormula{each.standing(name, year), in_cells(each.of->figures.at(name, year))},
            {Role::figure, format, false, false, true});
    }

    void add_years(const std::string& heading, const std::string& name) {
        const quantity::Years years = cases_.front().book().axis.table;
        const std::string unit = unit_of_amounts(cases_.front().book().money, 0, language_);
        add(0, words(heading) + " (" + unit + ")", {Role::heading});
        for (int column = 0; column < years.count(); ++column)
            add(1 + column,
                LiveFormula{reference(cases_.front().calculation_sheet, header_line, years_at + column),
                            static_cast<double>(years.first + column)},
                {Role::heading, Format::year, false, false, true});
        const int header = line_++;
        SheetChart chart{words(heading), unit, words("workbook.scenarios.alternative"), {}, 0};
        for (const CaseSheets& each : cases_) {
            add(0, label_of_case(each), {Role::label, Format::general, false, true});
            for (int column = 0; column < years.count(); ++column) add_figure(each, 1 + column, name, column);
            chart.series.push_back({label_of_case(each), "=" + reference(sheet_.name, header, 1, years.count()),
                                    "=" + reference(sheet_.name, line_, 1, years.count()), true});
            ++line_;
        }
        if (name == "balance.total") {
            chart.line = line_ + 1;
            sheet_.charts.push_back(std::move(chart));
        }
    }

    const std::vector<CaseSheets>& cases_;
    wording::Language language_;
    WorkSheet sheet_;
    int line_ = 0;
    int columns_ = 0;
};

}  // namespace

WorkSheet scenarios_sheet(const std::vector<CaseSheets>& cases, wording::Language language) {
    return Sheet(cases, language).build();
}

WorkSheet charts_sheet(const CaseSheets& sheets, wording::Language language) {
    WorkSheet sheet;
    sheet.name = wording::text(language, "workbook.sheet.charts");
    const compile::Plan& plan = sheets.plan();
    sheet.cells.push_back({0, 0, in_words(plan.title, language, plan.id), {Role::title}, 0});
    const quantity::Axis& axis = sheets.book().axis;
    const std::string years = "=" + reference(sheets.calculation_sheet, header_line, years_at, years_at + axis.table.count() - 1);
    int line = 2;
    for (const char* basis : {"total", "service"}) {
        const std::string of = wording::text(language, std::string("workbook.basis.") + basis);
        SheetChart chart;
        chart.title = wording::text(language, "workbook.chart.net", {{"of", of}});
        chart.unit = unit_of_amounts(sheets.book().money, plan.price_level, language);
        chart.alternative = wording::text(language, "workbook.chart.alternative");
        chart.line = line;
        chart.series.push_back(
            {wording::text(language, "table.net"), years, "=" + sheets.years_of(std::string("net.") + basis), false});
        chart.series.push_back(
            {wording::text(language, "table.balance"), years, "=" + sheets.years_of(std::string("balance.") + basis), true});
        sheet.charts.push_back(std::move(chart));
        line += 22;
    }
    sheet.widths = {40};
    sheet.printed_columns = 10;
    sheet.on_one_page = true;
    return sheet;
}

}  // namespace provenu::report
