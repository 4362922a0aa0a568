#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "provenu/formula/spreadsheet.hpp"
#include "provenu/report/portfolio.hpp"
#include "report/findings.hpp"
#include "report/layout.hpp"
#include "report/payback.hpp"
#include "report/workbook_sheets.hpp"

namespace provenu::report {
namespace {

using Role = Look::Role;
using Format = Look::Format;
using whatif::Compared;

constexpr int number_column = 0;
constexpr int title_column = 1;
constexpr int section_column = 2;
constexpr int area_column = 3;
constexpr int first_year = 4;  // of the figures; the same on the sheet of sums
constexpr int figures_line = header_line + 1;

/// What a proposal comes to in a year of the overview, in its unit; nought before its own table.
double figure(const Compared& of, const std::string& name, int year, quantity::Money money) {
    const quantity::Axis& own = of.of.plan->book.axis;
    if (year < own.table.first || !of.of.figures->has(name)) return 0;
    const int column = year <= own.all().last ? own.column(year) : own.carried();
    return quantity::factor(of.of.plan->book.money, money) * of.of.figures->at(name, column);
}

/// Three sheets: the list, its sums, and the figures that both add up.
class Book {
 public:
    Book(const PortfolioFindings& findings, wording::Language language)
        : findings_(findings), overview_(*findings.together), language_(language) {}

    Workbook build() {
        WorkSheet figures = figures_sheet();
        Workbook workbook;
        workbook.title = words("portfolio.heading");
        workbook.sheets.push_back(list_sheet());
        workbook.sheets.push_back(sums_sheet());
        workbook.sheets.push_back(std::move(figures));
        for (WorkSheet& sheet : workbook.sheets) fit_words(sheet);
        return workbook;
    }

 private:
    [[nodiscard]] std::string words(const std::string& key, const std::vector<diag::Argument>& arguments = {}) const {
        return wording::text(language_, key, arguments);
    }
    [[nodiscard]] quantity::Years years() const { return overview_.book.axis.table; }
    [[nodiscard]] Format amounts() const { return amount_format(overview_.book.money); }

    using Content = decltype(SheetCell::content);
    static void add(WorkSheet& sheet, int line, int column, Content content, Look look) {
        sheet.cells.push_back({line, column, std::move(content), look, 0});
    }
    void add_heading(WorkSheet& sheet, int column, const std::string& text) const {
        const bool right = column > title_column;
        add(sheet, header_line, column, text, {Role::heading, Format::general, false, true, right, column == title_column});
    }

    /// A sheet with its title, unit and a note.
    [[nodiscard]] WorkSheet begun(const std::string& name, const std::string& note) const {
        WorkSheet sheet;
        sheet.name = words(name);
        const std::string unit = unit_of_amounts(overview_.book.money, overview_.price_level, language_);
        add(sheet, 0, 0, words("portfolio.heading") + ": " + sheet.name, {Role::title});
        add(sheet, 1, 0, unit + ". " + words(note), {Role::quiet});
        sheet.frozen_lines = header_line + 1;
        sheet.frozen_columns = title_column + 1;
        sheet.repeated = {header_line, header_line};
        return sheet;
    }

    /// Behind the years: a number of section and area, by which sums are made. Labels are no keys: they may be alike.
    [[nodiscard]] int key_column() const { return first_year + years().count(); }
    [[nodiscard]] double key_of(const std::string& section, const model::Area& area) const {
        const auto is_it = [&](const model::Area& each) { return each.id.value == area.id.value; };
        const auto place = std::ranges::find_if(overview_.areas, is_it) - overview_.areas.begin();
        return (section == "recurring" ? 1000.0 : 2000.0) + static_cast<double>(place);
    }

    /// All columns that are printed: the first ones as given, the others as wide as amounts.
    static std::vector<double> widths(std::vector<double> first, int columns) {
        first.resize(static_cast<std::size_t>(columns), 12);
        return first;
    }

    void add_years(WorkSheet& sheet, int first) const {
        for (int i = 0; i < years().count(); ++i)
            add(sheet, header_line, first + i, static_cast<double>(years().first + i),
                {Role::heading, Format::year, false, false, true});
    }

    /// A column of the sheet of figures: `'Grundlag'!$E$5:$E$80`.
    [[nodiscard]] std::string all_of(int column) const {
        const std::string letters = formula::column_letters(column);
        return fmt::format("{}:${}${}", reference(words("portfolio.sheet.figures"), figures_line, column), letters,
                           last_figure_ + 1);
    }

    WorkSheet figures_sheet() {
        WorkSheet sheet = begun("portfolio.sheet.figures", "portfolio.figures.note");
        add_heading(sheet, number_column, words("portfolio.number"));
        add_heading(sheet, title_column, words("portfolio.proposal"));
        add_heading(sheet, section_column, words("portfolio.section"));
        add_heading(sheet, area_column, words("portfolio.area"));
        add_years(sheet, first_year);
        int line = figures_line;
        for (std::size_t i = 0; i < findings_.ranking.rows.size(); ++i)
            for (const std::string section : {"recurring", "implementation"})
                for (const model::Area& area : overview_.areas) add_figures(sheet, line, i, section, area);
        last_figure_ = std::max(line - 1, figures_line);
        sheet.widths = widths({6, 44, 26, 20}, key_column());
        return sheet;
    }

    void add_figures(WorkSheet& sheet, int& line, std::size_t which, const std::string& section, const model::Area& area) const {
        const Compared& row = findings_.ranking.rows[which];
        std::vector<double> values;
        for (int year = years().first; year <= years().last; ++year)
            values.push_back(figure(row, section + "." + area.id.value, year, overview_.book.money));
        if (std::ranges::all_of(values, [](double value) { return value == 0; })) return;
        add(sheet, line, number_column, static_cast<double>(which + 1), {Role::label, Format::whole});
        add(sheet, line, title_column, in_words(row.of.plan->title, language_, row.of.plan->id),
            {Role::label, Format::general, false, false, false, true});
        add(sheet, line, section_column, words("table." + section), {Role::label});
        add(sheet, line, area_column, in_words(area.label, language_, area.id.value), {Role::label});
        add(sheet, line, key_column(), key_of(section, area), {Role::helper, Format::whole});
        for (std::size_t i = 0; i < values.size(); ++i)
            add(sheet, line, first_year + static_cast<int>(i), values[i], {Role::input, amounts()});
        ++line;
    }

    [[nodiscard]] WorkSheet list_sheet() const {
        WorkSheet sheet = begun("portfolio.sheet.list", "portfolio.list.note");
        add_heading(sheet, number_column, words("portfolio.number"));
        add_heading(sheet, title_column, words("portfolio.proposal"));
        int column = title_column + 1;
        for (const char* key : {"workbook.scenarios.service", "workbook.scenarios.exact", "workbook.scenarios.total",
                                "workbook.scenarios.exact", "compare.turn_year"})
            add_heading(sheet, column++, words(key));
        const int net = column;
        add_years(sheet, net);
        const int after = net + years().count();
        for (const auto& [i, key] : {std::pair{0, "npv"}, {1, "peak"}, {2, "full_phase_in"}})
            add_heading(sheet, after + i, words(std::string("compare.") + key));
        int line = figures_line;
        for (std::size_t i = 0; i < findings_.ranking.rows.size(); ++i, ++line) {
            add_proposal(sheet, line, i);
            add_net(sheet, line, i, net);
            const auto& figures = findings_.ranking.rows[i].figures;
            for (const auto& [offset, value] : {std::pair{0, figures.npv}, {1, figures.peak}, {2, figures.full_phase_in}})
                add(sheet, line, after + offset, value, {Role::figure, amounts()});
        }
        add_list_sum(sheet, line, {net, after});
        sheet.widths = widths({6, 44, 12, 10, 12, 10, 10}, after + 3);
        return sheet;
    }

    void add_proposal(WorkSheet& sheet, int line, std::size_t which) const {
        const whatif::Case& of = findings_.ranking.rows[which].of;
        const Findings findings{*of.plan, *of.figures, language_};
        add(sheet, line, number_column, static_cast<double>(which + 1), {Role::label, Format::whole});
        add(sheet, line, title_column, in_words(of.plan->title, language_, of.plan->id),
            {Role::label, Format::general, false, true, false, true});
        int column = title_column + 1;
        for (const Basis basis : {Basis::service, Basis::total}) {
            const Payback payback = payback_of(findings, basis);
            const bool whole = of.plan->payback.convention != model::Convention::exact;
            add(sheet, line, column++, years_or_words(payback, payback.years),
                {Role::figure, whole ? Format::whole : Format::one_decimal, false, false, true});
            add(sheet, line, column++, years_or_words(payback, payback.exact),
                {Role::figure, Format::one_decimal, false, false, true});
        }
        const Payback total = payback_of(findings, Basis::total);
        const bool turns = total.state == Payback::State::pays_back;
        add(sheet, line, column, turns ? Content(static_cast<double>(total.turn_year)) : Content("–"),
            {Role::figure, Format::year, false, false, true});
    }

    /// A payback that is a number is one; else it is said.
    [[nodiscard]] Content years_or_words(const Payback& payback, double years) const {
        if (payback.state == Payback::State::pays_back) return years;
        return words(payback.state == Payback::State::at_once ? "compare.at_once" : "compare.never");
    }

    void add_net(WorkSheet& sheet, int line, std::size_t which, int first) const {
        const std::string number = fmt::format("$A{}", line + 1);
        for (int i = 0; i < years().count(); ++i) {
            const int year = years().first + i;
            const std::string sum = fmt::format("SUMIFS({},{},{})", all_of(first_year + i), all_of(number_column), number);
            const Compared& of = findings_.ranking.rows[which];
            const double worth = figure(of, "recurring.total", year, overview_.book.money) +
                                 figure(of, "implementation.total", year, overview_.book.money);
            add(sheet, line, first + i, LiveFormula{sum, worth}, {Role::figure, amounts()});
        }
    }

    struct Span {
        int net = 0;
        int after = 0;
    };
    void add_list_sum(WorkSheet& sheet, int line, Span span) const {
        add(sheet, line, title_column, words("portfolio.all"), {Role::total, Format::general, false, false, false, true});
        const auto above = [&](int column) {
            const std::string letters = formula::column_letters(column);
            return fmt::format("SUM({0}{1}:{0}{2})", letters, figures_line + 1, line);
        };
        const auto net = overview_.figures.table("net");
        for (int i = 0; i < years().count(); ++i)
            add(sheet, line, span.net + i, LiveFormula{above(span.net + i), net[static_cast<std::size_t>(i)]},
                {Role::total, amounts()});
        add(sheet, line, span.after + 2, LiveFormula{above(span.after + 2), overview_.figures.scalar("full_phase_in")},
            {Role::total, amounts()});
    }

    [[nodiscard]] WorkSheet sums_sheet() const {
        WorkSheet sheet = begun("portfolio.sheet.sums", "portfolio.sums.note");
        add_heading(sheet, section_column, words("portfolio.section"));
        add_heading(sheet, area_column, words("portfolio.area"));
        add_years(sheet, first_year);
        int line = figures_line;
        std::vector<int> totals;
        for (const std::string section : {"recurring", "implementation"}) {
            const int first = line;
            for (const model::Area& area : overview_.areas) {
                add(sheet, line, section_column, words("table." + section), {Role::label});
                add(sheet, line, area_column, in_words(area.label, language_, area.id.value), {Role::label});
                add(sheet, line, key_column(), key_of(section, area), {Role::helper, Format::whole});
                const std::string criteria =
                    fmt::format("{},${}{}", all_of(key_column()), formula::column_letters(key_column()), line + 1);
                add_row(sheet, line++, section + "." + area.id.value, {Role::figure, amounts()},
                        [&](int i) { return fmt::format("SUMIFS({},{})", all_of(first_year + i), criteria); });
            }
            add(sheet, line, section_column, words("table." + section + ".total"), {Role::total});
            totals.push_back(line);
            add_row(sheet, line++, section + ".total", {Role::total, amounts()}, [&](int i) {
                return fmt::format("SUM({0}{1}:{0}{2})", formula::column_letters(first_year + i), first + 1, totals.back());
            });
        }
        add_net_of_all(sheet, line, totals);
        sheet.widths = widths({2, 2, 40, 20}, key_column());
        return sheet;
    }

    void add_net_of_all(WorkSheet& sheet, int line, const std::vector<int>& totals) const {
        const auto letters = [](int i) { return formula::column_letters(first_year + i); };
        add(sheet, line, section_column, words("table.net"), {Role::net});
        add_row(sheet, line, "net", {Role::net, amounts()},
                [&](int i) { return fmt::format("{0}{1}+{0}{2}", letters(i), totals.front() + 1, totals.back() + 1); });
        add(sheet, line + 1, section_column, words("table.balance"), {Role::net});
        add_row(sheet, line + 1, "balance", {Role::net, amounts()},
                [&](int i) { return fmt::format("SUM(${0}{1}:{2}{1})", letters(0), line + 1, letters(i)); });
        SheetChart chart;
        chart.title =
            words("portfolio.chart", {{"first", std::to_string(years().first)}, {"last", std::to_string(years().last)}});
        chart.unit = unit_of_amounts(overview_.book.money, overview_.price_level, language_);
        chart.alternative = words("workbook.chart.alternative");
        chart.line = line + 3;
        const auto row_of = [&](int at) { return "=" + reference(sheet.name, at, first_year, first_year + years().count() - 1); };
        chart.series.push_back({words("table.net"), row_of(header_line), row_of(line), false});
        chart.series.push_back({words("table.balance"), row_of(header_line), row_of(line + 1), true});
        sheet.charts.push_back(std::move(chart));
    }

    /// The years of a figure of the overview.
    template <class Formula>
    void add_row(WorkSheet& sheet, int line, const std::string& name, Look look, Formula formula_of) const {
        const auto values = overview_.figures.table(name);
        for (int i = 0; i < years().count(); ++i)
            add(sheet, line, first_year + i, LiveFormula{formula_of(i), values[static_cast<std::size_t>(i)]}, look);
    }

    const PortfolioFindings& findings_;
    const portfolio::Overview& overview_;
    wording::Language language_;
    int last_figure_ = figures_line;  ///< line of the last figures
};

}  // namespace

Workbook portfolio_workbook(const PortfolioFindings& findings, wording::Language language) {
    return Book(findings, language).build();
}

}  // namespace provenu::report
