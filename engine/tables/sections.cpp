#include <algorithm>
#include <map>

#include "provenu/diag/nearest.hpp"
#include "tables/above.hpp"
#include "tables/drafts.hpp"
#include "tables/words.hpp"

namespace provenu::tables {
namespace {

/// Where a column of each heading is.
using Columns = std::map<Heading, std::size_t>;

Columns columns_of(const std::vector<Cell>& row) {
    Columns columns;
    for (std::size_t column = 0; column < row.size(); ++column)
        if (const auto heading = heading_named(row[column].text)) columns.try_emplace(*heading, column);
    return columns;
}

std::optional<std::size_t> column(const Columns& columns, Heading heading) {
    const auto found = columns.find(heading);
    return found == columns.end() ? std::nullopt : std::optional(found->second);
}

bool is_blank(const std::vector<Cell>& row) {
    return std::ranges::all_of(row, [](const Cell& cell) { return cell.text.empty(); });
}

void find_unknown(const Cell& cell, diag::Diagnostics& found) {
    const auto all = sections();
    found.error("P885", cell.place, {{"text", cell.text}, {"near", diag::nearest(cell.text, all).value_or("recurring")}});
}

/// A row that is longer than the headings: most often an unquoted separator in its label.
bool fits(const std::vector<Cell>& row, std::size_t width, diag::Diagnostics& found) {
    for (std::size_t i = width; i < row.size(); ++i) {
        if (row[i].text.empty()) continue;
        found.error("P880", row[i].place, {{"problem", "tables.csv.too_many_cells", true}});
        return false;
    }
    return true;
}

RowDraft draft_of(const std::vector<Cell>& row, const Columns& columns, const YearRow& years) {
    RowDraft draft;
    const Cell* label = cell_of(row, column(columns, Heading::label).value_or(row.size()));
    draft.row.section = text_of(row, column(columns, Heading::section));
    draft.row.label = text_of(row, column(columns, Heading::label));
    const std::string area = text_of(row, column(columns, Heading::area));
    draft.row.area = area_named(area).value_or(area.empty() ? area_of_section(draft.row.section) : area);
    draft.row.note = text_of(row, column(columns, Heading::note));
    draft.row.place = label != nullptr ? label->place : row.front().place;
    draft.figures = figures_of(row, years);
    draft.value = cell_of(row, column(columns, Heading::value).value_or(row.size()));
    return draft;
}

/// The row of headings: it has a section column and at least one year.
std::optional<YearRow> heading_row(const Sheet& sheet, diag::Diagnostics& found) {
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        if (!columns_of(sheet.rows[row]).contains(Heading::section)) continue;
        auto years = years_in(sheet.rows[row], 1, found);
        if (years) years->row = row;
        if (years || found.has_errors()) return years;
    }
    return {};
}

}  // namespace

std::vector<const Cell*> figures_of(const std::vector<Cell>& row, const YearRow& years) {
    std::vector<const Cell*> cells;
    for (const std::size_t column : years.columns) cells.push_back(cell_of(row, column));
    return cells;
}

std::optional<TableDraft> by_sections(const Sheet& sheet, diag::Diagnostics& found) {
    const auto years = heading_row(sheet, found);
    if (!years) return {};
    TableDraft draft;
    draft.table.years = years->years;
    read_above(sheet, years->row, draft);
    const auto& headings = sheet.rows[years->row];
    const Columns columns = columns_of(headings);
    const std::size_t section = columns.at(Heading::section);
    for (std::size_t i = years->row + 1; i < sheet.rows.size(); ++i) {
        const auto& row = sheet.rows[i];
        const std::string name = text_of(row, section);
        if (is_blank(row) || is_other_section(name)) continue;
        if (!fits(row, headings.size(), found)) continue;
        if (is_section(name))
            draft.rows.push_back(draft_of(row, columns, *years));
        else
            find_unknown(section < row.size() ? row[section] : row.front(), found);
    }
    return draft;
}

}  // namespace provenu::tables
