#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "provenu/quantity/rounding.hpp"
#include "provenu/wording/number.hpp"
#include "report/drivers_rows.hpp"

namespace provenu::report {
namespace {

using Values = std::vector<double>;

std::string note_of(const DriverFindings& findings, const model::Driver& driver) {
    if (driver.source.empty()) return driver.note;
    const std::string source = findings.words("table.note.source", {{"source", driver.source}});
    if (driver.note.empty()) return source;
    const bool ended = std::string_view(".!?:;").find(driver.note.back()) != std::string_view::npos;
    return driver.note + (ended ? " " : ". ") + source;
}

/// Whether every row and column of printed amounts adds up.
bool prints_add_up(const Table& table) {
    constexpr double half = 0.5;
    const auto value = [](const Row& row, std::size_t column) {
        const auto& figure = std::get<Figure>(row.cells[column].content);
        return quantity::round_half_away(figure.value, std::pow(10.0, -figure.decimals));
    };
    Values sums(table.columns.size(), 0);
    for (const Row& row : table.rows) {
        if (row.role == Row::Role::group) continue;
        const double step = std::pow(10.0, -std::get<Figure>(row.cells[1].content).decimals);
        const double deviation = value(row, 3);
        if (std::abs(value(row, 2) - value(row, 1) - deviation) > half * step) return false;
        if (std::abs(value(row, 4) + value(row, 5) + value(row, 6) - deviation) > half * step) return false;
        for (std::size_t i = 1; i < sums.size(); ++i) {
            if (row.role == Row::Role::line) sums[i] += value(row, i);
            if (row.role == Row::Role::net && std::abs(sums[i] - value(row, i)) > half * step) return false;
        }
    }
    return true;
}

/// Activity or price, budgeted and expected, of all drivers.
int common_decimals(const DriverFindings& findings, const char* what) {
    Values values;
    for (const model::Driver& driver : findings.plan.file.drivers)
        for (const char* when : {".budget.", ".expected."})
            values.push_back(findings.figures.scalar(driver.id.value + when + what));
    return decimals_for(values);
}

/// How the full year's activity and price follow from what is known so far.
std::string computed_note(const DriverFindings& findings, const model::Driver& driver) {
    if (!driver.so_far) return "";
    const auto plain = [&](const std::string& name) {
        return wording::plain_number(findings.language, findings.figures.scalar(name), 2);
    };
    const std::string name = driver.id.value + ".so_far.";
    const int months = driver.so_far->months.value;
    std::string note;
    if (!driver.expected.activity && months == 12)
        note = findings.words("drivers.note.full_year.ended", {{"activity", plain(name + "activity")}});
    if (!driver.expected.activity && months < 12)
        note = findings.words("drivers.note.full_year", {{"months", std::to_string(months)},
                                                         {"activity", plain(name + "activity")},
                                                         {"left", std::to_string(12 - months)},
                                                         {"rest", plain(name + "rest")}});
    if (!driver.so_far->spent || driver.expected.price) return note;
    const std::string spent = findings.amount(findings.figures.scalar(name + "spent"));
    return note + (note.empty() ? "" : " ") + findings.words("drivers.note.spent", {{"spent", spent}});
}

/// `Residential places, full-year places`; other programs read the first alone.
Cell activity_label(const DriverFindings& findings, const model::Driver& driver) {
    const std::string unit = in_words(driver.activity_unit, findings.language, "");
    const std::string label = findings.label(driver);
    return {unit.empty() ? label : label + ", " + unit, "", label};
}

Cell value_cell(const DriverFindings& findings, const std::string& name, int decimals) {
    return figure_cell({findings.figures.scalar(name), decimals, 0}, name);
}

}  // namespace

Table deviation_table(const DriverFindings& findings) {
    Table table = drivers_table(
        findings, findings.words("drivers.table.deviation", {{"year", std::to_string(findings.plan.file.year.value)}}));
    add_figure_columns(findings, table,
                       {{"budget", "budget"},
                        {"expected", "expected"},
                        {"deviation", "deviation"},
                        {"volume", "volume_effect"},
                        {"price", "price_effect"},
                        {"joint", "joint_effect"}});
    add_rows_by_area(findings, table, "deviation", [&](const DriverRow& row) {
        std::vector<Cell> cells;
        for (std::size_t i = 1; i < table.columns.size(); ++i)
            cells.push_back(money_cell(findings, row.name + "." + table.columns[i].key));
        return cells;
    });
    add_notes(findings, table, [&](const model::Driver& driver) { return note_of(findings, driver); });
    table.notes.push_back(findings.words("drivers.note.sign"));
    table.notes.push_back(findings.words("drivers.note.split"));
    if (!prints_add_up(table)) table.notes.push_back(findings.words("table.note.deviations"));
    const model::Drivers& file = findings.plan.file;
    if (!file.source.empty()) table.notes.push_back(findings.words("table.note.source", {{"source", file.source}}));
    for (const model::Text& note : file.notes) table.notes.push_back(in_words(note, findings.language, ""));
    return table;
}

Table activity_table(const DriverFindings& findings) {
    Table table = drivers_table(findings, findings.words("drivers.table.activity"));
    add_figure_columns(findings, table,
                       {{"activity.budget", "activity_budget"},
                        {"activity.expected", "activity_expected"},
                        {"price.budget", "price_budget"},
                        {"price.expected", "price_expected"}});
    const int activity = common_decimals(findings, "activity");
    const int price = common_decimals(findings, "price");
    for (const DriverGroup& group : groups_of(findings)) {
        add_heading(table, group.label);
        for (const model::Driver* driver : group.drivers) {
            std::vector<Cell> cells{activity_label(findings, *driver)};
            for (const auto& [what, decimals] : {std::pair{"activity", activity}, std::pair{"price", price}})
                for (const char* when : {".budget.", ".expected."})
                    cells.push_back(value_cell(findings, driver->id.value + when + what, decimals));
            table.rows.push_back(row(Row::Role::line, "activity", std::move(cells), table.columns.size()));
        }
    }
    add_notes(findings, table, [&](const model::Driver& driver) { return computed_note(findings, driver); });
    return table;
}

}  // namespace provenu::report
