#include <algorithm>
#include <cmath>

#include "tables/above.hpp"
#include "tables/drafts.hpp"
#include "tables/figures.hpp"
#include "tables/layout.hpp"
#include "tables/letters.hpp"
#include "tables/words.hpp"

namespace provenu::tables {
namespace {

/// Walks down the rows and keeps where it is.
struct Walk {
    const Sheet& sheet;
    const Layout& layout;
    TableDraft& draft;
    diag::Diagnostics& found;
    std::string section = {};                  ///< `recurring`, `implementation`; empty: no heading yet
    bool ended = false;                        ///< net or payback has been seen
    bool perhaps_ended = false;                ///< a sum has been seen that may be the net
    std::string area = {};                     ///< of a merged cell
    std::size_t area_until = 0;                ///< the row past it
    std::vector<const Cell*> no_figures = {};  ///< rows left out, which is told once the table goes on below them
    int group = 0;                             ///< counts headings
    std::string group_area = {};               ///< of the last heading: anlæg
    std::string group_name = {};               ///< in a column of its own
};

void leave_out(Walk& walk, std::string_view why, const Cell& cell) {
    walk.found.note("P893", cell.place, {{"what", std::string(why), true}, {"text", cell.text}});
}

bool is_heading(Role role) {
    return role == Role::recurring_heading || role == Role::implementation_heading || role == Role::group_heading;
}

/// What a heading says of the rows below it.
void begin_group(Walk& walk, const Label& label) {
    if (!is_heading(label.role)) return;
    if (label.role == Role::recurring_heading) walk.section = "recurring";
    if (label.role == Role::implementation_heading) walk.section = "implementation";
    if (label.role != Role::group_heading || !label.area.empty()) walk.group_area = label.area;
}

/// A group's name in a column of its own beside the labels.
void read_group(Walk& walk, const std::vector<Cell>& row) {
    for (std::size_t column = 0; column < std::min(row.size(), walk.layout.years.columns.front()); ++column) {
        const std::string& name = row[column].text;
        if (column == walk.layout.label || column == walk.layout.area || !is_heading(label_of(name).role)) continue;
        walk.group += name == walk.group_name ? 0 : 1;
        walk.group_name = name;
        begin_group(walk, label_of(name));
    }
}

/// What the area column says, also by a merged cell further up.
std::string area_in_column(Walk& walk, std::size_t i) {
    if (!walk.layout.area) return {};
    const Cell* cell = cell_of(walk.sheet.rows[i], *walk.layout.area);
    if (cell != nullptr && cell == label_cell(walk.sheet.rows[i], walk.layout)) return {};
    if (cell == nullptr || cell->text.empty()) return i < walk.area_until ? walk.area : std::string();
    walk.area = area_named(cell->text).value_or(cell->text);
    walk.area_until = i + static_cast<std::size_t>(cell->rows);
    return walk.area;
}

std::string total_in(const std::string& section, const std::string& area) {
    return section + (area.empty() ? "_total" : "_total_" + area);
}

/// A second sum of all in a group is the sum of all groups, and so is a first one where the group above has none.
std::string total_here(const Walk& walk, const std::string& area) {
    const auto has = [&](std::string_view section) {
        return std::ranges::any_of(walk.draft.rows, [&](const RowDraft& row) { return row.row.section == section; });
    };
    const std::string section = total_in(walk.section.empty() ? "recurring" : walk.section, area);
    const std::string other = walk.section == "implementation" ? "recurring" : "implementation";
    const bool of_both = has(section) || (has(other) && !has(other + "_total"));
    return of_both && area.empty() ? "net" : section;
}

/// The section of a row with figures; empty for a line before any heading; none where the row is left out.
std::optional<std::string> section_of(const Walk& walk, const Label& label) {
    const std::optional<std::string> of_all_areas = label.area.empty() ? std::optional(std::string()) : std::nullopt;
    switch (label.role) {
        case Role::line:
            return walk.section;
        case Role::recurring_heading:
        case Role::recurring_total:
            return total_in("recurring", label.area);
        case Role::implementation_heading:
        case Role::implementation_total:
            return total_in("implementation", label.area);
        case Role::group_heading:
            return label.area.empty() ? walk.section : total_in(walk.section.empty() ? "recurring" : walk.section, label.area);
        case Role::total:
            return total_here(walk, label.area);
        case Role::net_efficiency:
            return "recurring_net_efficiency";
        case Role::net:
            return of_all_areas ? std::optional<std::string>("net") : std::nullopt;
        case Role::balance:
            return of_all_areas ? std::optional<std::string>("balance") : std::nullopt;
        case Role::payback_service:
            return "payback_service";
        case Role::payback_total:
            return "payback_total";
        case Role::of_which:
        case Role::other:
            break;
    }
    return std::nullopt;
}

/// Lines above a total of a kind are of that kind, where no heading said so.
void settle_lines(TableDraft& draft, Role total) {
    if (total != Role::recurring_total && total != Role::implementation_total) return;
    for (RowDraft& row : draft.rows)
        if (row.row.section.empty()) row.row.section = total == Role::recurring_total ? "recurring" : "implementation";
}

void add_row(Walk& walk, std::size_t i, const Cell& cell, Label label) {
    const std::string in_column = area_in_column(walk, i);
    const bool payback = label.role == Role::payback_service || label.role == Role::payback_total;
    if (label.area.empty() && !payback) label.area = in_column;
    if (label.area.empty() && label.role == Role::line) label.area = walk.group_area;
    const auto section = section_of(walk, label);
    if (!section) return leave_out(walk, "tables.of_which", cell);
    settle_lines(walk.draft, label.role);
    RowDraft draft;
    draft.row.section = *section;
    draft.row.label = cell.text;
    draft.row.area = label.area;
    draft.row.place = cell.place;
    draft.figures = figures_of(walk.sheet.rows[i], walk.layout.years);
    draft.sum = walk.layout.sum ? cell_of(walk.sheet.rows[i], walk.layout.sum->column) : nullptr;
    draft.role = label.role;
    draft.group = walk.group;
    if (is_heading(label.role) && *section != walk.section) walk.draft.headed.push_back(walk.draft.rows.size());
    begin_group(walk, label);
    walk.perhaps_ended = section == "net" && label.role == Role::total;
    walk.ended = walk.ended || section == "net" || section->starts_with("payback");
    walk.draft.rows.push_back(std::move(draft));
}

/// Figures that nothing says the meaning of; a line of units below the years is passed over.
void read_row_without_label(Walk& walk, const std::vector<Cell>& row) {
    for (const Cell* cell : figures_of(row, walk.layout.years)) {
        if (cell == nullptr || (!cell->number && !written_figure(cell->text))) continue;
        if (!cell->number && unit_in(cell->text)) continue;
        return leave_out(walk, "tables.no_label", *cell);
    }
}

/// Whether some sum follows, so that the sum above was not that of all.
bool has_total_below(const Walk& walk, std::size_t i) {
    for (++i; i < walk.sheet.rows.size(); ++i) {
        const Cell* cell = label_cell(walk.sheet.rows[i], walk.layout);
        if (cell == nullptr || !has_figures(walk.sheet.rows[i], walk.layout.years)) continue;
        const Role role = label_of(cell->text).role;
        if (role == Role::total || role == Role::net || role == Role::recurring_total || role == Role::implementation_total)
            return true;
    }
    return false;
}

void read_row_with_figures(Walk& walk, std::size_t i) {
    const Cell* cell = label_cell(walk.sheet.rows[i], walk.layout);
    if (cell == nullptr) return read_row_without_label(walk, walk.sheet.rows[i]);
    const Label label = label_of(cell->text);
    if (label.role == Role::other) return leave_out(walk, "tables.other", *cell);
    if (label.role == Role::of_which) return leave_out(walk, "tables.of_which", *cell);
    if (walk.perhaps_ended && has_total_below(walk, i)) walk.ended = false;
    if (walk.ended && label.role == Role::line) return leave_out(walk, "tables.below", *cell);
    for (const Cell* heading : walk.no_figures) leave_out(walk, "tables.no_figures", *heading);
    walk.no_figures.clear();
    add_row(walk, i, *cell, label);
}

/// Where a payback stands that is under no year: behind its label, in words, in a merged cell.
const Cell* outcome_of(const std::vector<Cell>& row, const Cell& label) {
    for (std::size_t column = 0; column < row.size(); ++column)
        if (&row[column] > &label && !row[column].text.empty() && !area_named(row[column].text)) return &row[column];
    return nullptr;
}

/// A heading, a payback in words, or a row that is left out.
void read_row_without_figures(Walk& walk, std::size_t i) {
    const auto& row = walk.sheet.rows[i];
    const Cell* cell = label_cell(row, walk.layout);
    if (cell == nullptr) return;
    const Label label = label_of(cell->text);
    ++walk.group;
    if (is_heading(label.role) && (!walk.ended || walk.perhaps_ended || label.role != Role::group_heading)) {
        begin_group(walk, label);
        walk.ended = false;
    } else if (label.role == Role::payback_service || label.role == Role::payback_total) {
        add_row(walk, i, *cell, label);
        walk.draft.rows.back().value = outcome_of(row, *cell);
    } else if (!walk.ended || walk.perhaps_ended) {
        walk.no_figures.push_back(cell);
    }
}

void settle_without_heading(Walk& walk) {
    for (RowDraft& row : walk.draft.rows) {
        if (!row.row.section.empty()) continue;
        row.row.section = "recurring";
        walk.found.note("P893", row.row.place, {{"what", "tables.no_heading", true}, {"text", row.row.label}});
    }
}

/// The years of a row that heads something; within a table it must have the very same columns.
std::optional<YearRow> years_again(const Walk& walk, std::size_t i) {
    diag::Diagnostics unused;
    auto years = years_in(walk.sheet.rows[i], 2, unused);
    return years && (walk.ended || years->columns == walk.layout.years.columns) ? years : std::nullopt;
}

/// From the row of years down to the end, or to another table: years again past the net, or other years.
void read_rows(Walk& walk) {
    for (std::size_t i = walk.layout.years.row; i < walk.sheet.rows.size(); ++i) {
        const auto& row = walk.sheet.rows[i];
        const auto years = years_again(walk, i);
        if (years && (walk.ended || years->years != walk.layout.years.years))
            return leave_out(walk, "tables.second_table", row[years->columns.front()]);
        read_group(walk, row);
        const Cell* label = label_cell(row, walk.layout);
        if (years && label != nullptr) begin_group(walk, label_of(label->text));
        if (!years && has_figures(row, walk.layout.years)) read_row_with_figures(walk, i);
        if (!years && !has_figures(row, walk.layout.years)) read_row_without_figures(walk, i);
    }
}

}  // namespace

std::optional<TableDraft> by_headings(const Sheet& sheet, diag::Diagnostics& found) {
    const auto layout = layout_of(sheet, found);
    if (!layout) return {};
    TableDraft draft;
    draft.table.years = layout->years.years;
    read_above(sheet, layout->years.row, draft);
    if (layout->sum) {
        draft.table.sum_heading = layout->sum->heading;
        draft.table.sum_years = layout->sum->years;
    }
    Walk walk{sheet, *layout, draft, found};
    read_rows(walk);
    settle_without_heading(walk);
    read_below(sheet, layout->years.row, draft);
    return draft;
}

void settle_headed(PublishedTable& table, const std::vector<std::size_t>& headed) {
    for (const std::size_t at : headed) {
        const std::string section = table.rows[at].section.substr(0, table.rows[at].section.find('_'));
        std::vector<double> sums(table.rows[at].values.size());
        double lines = 0;
        for (std::size_t i = at + 1; i < table.rows.size() && table.rows[i].section == section; ++i, ++lines)
            for (std::size_t year = 0; year < sums.size(); ++year) sums[year] += table.rows[i].values[year].value_or(0);
        std::size_t met = 0;
        for (std::size_t year = 0; year < sums.size(); ++year)
            met += std::abs(sums[year] - table.rows[at].values[year].value_or(0)) <= table.step * (lines + 1) / 2 ? 1U : 0U;
        if (lines == 0 || 2 * met <= sums.size()) table.rows[at].section = section;
    }
}

int likeness_to_a_table(const Sheet& sheet) {
    diag::Diagnostics unused;
    const auto draft = by_headings(sheet, unused);
    if (!draft) return 0;
    const bool known = std::ranges::any_of(draft->rows, [](const RowDraft& row) { return !is_line(row.row); });
    return known ? most_like_a_table : 1;
}

}  // namespace provenu::tables
