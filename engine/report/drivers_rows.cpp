#include "report/drivers_rows.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "report/marks.hpp"

namespace provenu::report {
namespace {

using Cells = std::function<std::vector<Cell>(const DriverRow&)>;

/// Builds the rows one after the other.
class Rows {
 public:
    Rows(const DriverFindings& findings, Table& table, std::string section, const Cells& cells)
        : findings_(findings), table_(table), section_(std::move(section)), cells_(cells) {}

    void build() {
        for (const DriverGroup& group : groups_of(findings_)) {
            add_heading(table_, group.label);
            for (const model::Driver* driver : group.drivers)
                add(Row::Role::line, section_, findings_.label(*driver), {driver->id.value, driver});
            if (!group.area.empty())
                add(Row::Role::subtotal, section_ + "_total_" + group.area,
                    findings_.words("drivers.row.area", {{"area", group.label}}), {"area." + group.area, nullptr});
        }
        add(Row::Role::net, section_ + "_total", findings_.words("drivers.row.total"), {"total", nullptr});
    }

 private:
    void add(Row::Role role, std::string section, std::string label, const DriverRow& which) {
        std::vector<Cell> cells{label_cell(std::move(label))};
        for (Cell& cell : cells_(which)) cells.push_back(std::move(cell));
        table_.rows.push_back(row(role, std::move(section), std::move(cells), table_.columns.size()));
    }

    const DriverFindings& findings_;
    Table& table_;
    std::string section_;
    const Cells& cells_;
};

}  // namespace

std::vector<DriverGroup> groups_of(const DriverFindings& findings) {
    const model::Drivers& file = findings.plan.file;
    std::vector<DriverGroup> groups;
    for (const model::Labelled& area : file.areas) groups.push_back({area.id.value, findings.label(area), {}});
    groups.push_back({"", file.areas.empty() ? "" : findings.words("drivers.row.other"), {}});
    for (const model::Driver& driver : file.drivers) {
        const std::string area = driver.area ? driver.area->value : "";
        std::ranges::find(groups, area, &DriverGroup::area)->drivers.push_back(&driver);
    }
    std::erase_if(groups, [](const DriverGroup& group) { return group.drivers.empty(); });
    return groups;
}

void add_heading(Table& table, const std::string& label) {
    if (!label.empty()) table.rows.push_back(row(Row::Role::group, "", {label_cell(label)}, table.columns.size()));
}

void add_notes(const DriverFindings& findings, Table& table, const std::function<std::string(const model::Driver&)>& note) {
    NumberedNotes notes;
    std::size_t at = 0;
    for (const DriverGroup& group : groups_of(findings))
        for (const model::Driver* driver : group.drivers) {
            while (table.rows[at].role != Row::Role::line) ++at;
            notes.refer(table.rows[at++], note(*driver));
        }
    table.notes = notes.in_words();
}

Table drivers_table(const DriverFindings& findings, std::string caption) {
    Table table;
    table.caption = std::move(caption);
    table.unit = unit_of_amounts(findings.plan.book.money, findings.plan.file.price_level, findings.language);
    table.columns.push_back(label_column());
    return table;
}

void add_figure_columns(const DriverFindings& findings, Table& table, std::initializer_list<FigureColumn> columns) {
    for (const auto& [heading, key] : columns)
        table.columns.push_back({findings.words(std::string("drivers.column.") + heading), key, Column::Align::right});
}

void add_rows_by_area(const DriverFindings& findings, Table& table, const std::string& section, const Cells& cells) {
    Rows(findings, table, section, cells).build();
}

int decimals_for(const std::vector<double>& values) {
    constexpr double noise = 1e-9;
    constexpr int most = 6;
    int decimals = 0;
    for (const double value : values) {
        const double size = std::abs(value);
        if (size == 0 || std::abs(value - std::round(value)) < noise) continue;
        const int digits_before = static_cast<int>(std::floor(std::log10(size))) + 1;
        decimals = std::max(decimals, std::clamp(3 - digits_before, 1, most));
    }
    return decimals;
}

Cell money_cell(const DriverFindings& findings, const std::string& name) {
    return figure_cell({findings.figures.scalar(name), findings.decimals(), 0}, name);
}

}  // namespace provenu::report
