#include <algorithm>
#include <utility>

#include "report/drivers_rows.hpp"

namespace provenu::report {
namespace {

/// The figures of one row of a revision, named `X` or `X.revision.R`, with what stands in the place of `activity` and `price`.
struct RevisionRow {
    std::string label;
    std::string name;
    std::string values;  ///< `.activity` and `.price` are under this name; empty: none, as of a sum
};

/// Builds the groups of rows, one a driver and one for all together.
class Revisions {
 public:
    Revisions(const DriverFindings& findings, Table& table) : findings_(findings), table_(table) {
        const auto is_value = [](const formula::Definition& definition, const char* ending) {
            return definition.name.ends_with(ending) && definition.name.find(".next.") == std::string::npos;
        };
        std::vector<double> activities;
        std::vector<double> prices;
        for (const formula::Definition& definition : findings.plan.book.definitions) {
            if (is_value(definition, ".activity")) activities.push_back(findings.figures.scalar(definition.name));
            if (is_value(definition, ".price")) prices.push_back(findings.figures.scalar(definition.name));
        }
        activity_decimals_ = decimals_for(activities);
        price_decimals_ = decimals_for(prices);
    }

    void add(const std::string& group, const DriverRow& row) {
        add_heading(table_, group);
        for (const model::Labelled& revision : findings_.plan.file.revisions) {
            const std::string name = row.name + ".revision." + revision.id.value;
            add_row(group, {findings_.label(revision), name, row.driver != nullptr ? name : ""});
        }
        add_row(group, {findings_.words("drivers.row.now"), row.name, row.driver != nullptr ? row.name + ".expected" : ""});
    }

 private:
    void add_row(const std::string& group, const RevisionRow& which) {
        std::vector<Cell> cells{{which.label, "", group + ": " + which.label}};
        cells.push_back(value(which.values, ".activity", activity_decimals_));
        cells.push_back(value(which.values, ".price", price_decimals_));
        for (const char* figure : {".deviation", ".volume_effect", ".price_effect", ".joint_effect", ".movement"})
            cells.push_back(money_cell(findings_, which.name + figure));
        table_.rows.push_back(row(Row::Role::line, "revisions", std::move(cells), table_.columns.size()));
    }

    [[nodiscard]] Cell value(const std::string& name, const char* figure, int decimals) const {
        if (name.empty()) return {};
        return figure_cell({findings_.figures.scalar(name + figure), decimals, 0}, name + figure);
    }

    const DriverFindings& findings_;
    Table& table_;
    int activity_decimals_ = 0;
    int price_decimals_ = 0;
};

}  // namespace

Table next_years_table(const DriverFindings& findings, int number) {
    Table table = drivers_table(findings, findings.words("drivers.table.next", {{"number", std::to_string(number)}}));
    add_figure_columns(findings, table, {{"level", "activity"}, {"cost", "expected"}});
    const quantity::Years years = findings.years_to_come();
    add_year_columns(table.columns, years);
    std::vector<double> levels;
    for (const model::Driver& driver : findings.plan.file.drivers)
        levels.push_back(findings.figures.scalar(driver.id.value + ".next.activity"));
    const int decimals = decimals_for(levels);
    add_rows_by_area(findings, table, "next_years", [&](const DriverRow& row) {
        const std::string name = row.name + ".next.";
        std::vector<Cell> cells(1);
        if (row.driver != nullptr)
            cells[0] = figure_cell({findings.figures.scalar(name + "activity"), decimals, 0}, name + "activity");
        const auto amount = [&](const std::string& figure, int year) {
            const double value = findings.figures.at(figure, findings.plan.book.axis.column(year));
            return figure_cell({value, findings.decimals(), 0}, address(figure, year));
        };
        cells.push_back(amount(name + "expected", years.first));
        for (int year = years.first; year <= years.last; ++year) cells.push_back(amount(name + "deviation", year));
        return cells;
    });
    table.notes.push_back(findings.words("drivers.note.next"));
    return table;
}

Table revisions_table(const DriverFindings& findings, int number) {
    Table table = drivers_table(findings, findings.words("drivers.table.revisions", {{"number", std::to_string(number)}}));
    add_figure_columns(findings, table,
                       {{"activity", "activity"},
                        {"one", "price"},
                        {"deviation", "deviation"},
                        {"volume", "volume_effect"},
                        {"price", "price_effect"},
                        {"joint", "joint_effect"},
                        {"movement", "movement"}});
    Revisions revisions(findings, table);
    bool unrevised = false;
    for (const DriverGroup& group : groups_of(findings))
        for (const model::Driver* driver : group.drivers) {
            unrevised = unrevised || driver->revisions.empty();
            if (!driver->revisions.empty()) revisions.add(findings.label(*driver), {driver->id.value, driver});
        }
    revisions.add(findings.words("drivers.row.total"), DriverRow{"total", nullptr});
    table.notes.push_back(findings.words("drivers.note.movement"));
    if (unrevised) table.notes.push_back(findings.words("drivers.note.unrevised"));
    return table;
}

}  // namespace provenu::report
