#pragma once

#include <optional>
#include <vector>

#include "provenu/tables/published.hpp"
#include "tables/words.hpp"
#include "tables/years.hpp"

namespace provenu::tables {

/// A row of the table before its figures are read: whose decimal mark is settled by all of them.
struct RowDraft {
    PublishedRow row;
    std::vector<const Cell*> figures;  ///< by year; null: the row has no such cell
    const Cell* value = nullptr;
    const Cell* sum = nullptr;  ///< in the column of sums over the years
    Role role = Role::line;     ///< that its label says
    int group = 0;              ///< counts the headings above it
};

/// A column that adds the years up.
struct SumColumn {
    std::size_t column = 0;
    std::string heading;
    quantity::Years years;
};

/// By its heading in the row of years, or in the one above where nothing stands in it; nothing where there is none.
std::optional<SumColumn> sum_column(const Sheet& sheet, const YearRow& years);

/// A table whose rows are found.
struct TableDraft {
    PublishedTable table;
    std::string written_unit;  ///< as it stands in the file: `1.000 kr.`
    std::vector<RowDraft> rows;
    std::vector<std::size_t> headed;  ///< rows that are headings of groups with figures: totals of what follows, or lines
};

/// A heading with figures is its group's total where the lines below add up to it in most years; else it is a line itself.
void settle_headed(PublishedTable& table, const std::vector<std::size_t>& headed);

/// By a section column; nothing where the sheet has none. `draft` without rows where it has one but is no table.
std::optional<TableDraft> by_sections(const Sheet& sheet, diag::Diagnostics& found);

/// By headings, in the layout that papers use: years, groups, rows, totals known by their words. Nothing where there are no
/// years.
std::optional<TableDraft> by_headings(const Sheet& sheet, diag::Diagnostics& found);

/// How much a sheet looks like a Table 1: 0 not at all, 1 it has years, 2 also rows that are known by their words.
inline constexpr int most_like_a_table = 2;
int likeness_to_a_table(const Sheet& sheet);

/// The cells of a row under the years, none for what the row has not.
std::vector<const Cell*> figures_of(const std::vector<Cell>& row, const YearRow& years);

/// The cell in a column, or none where the row is shorter.
inline const Cell* cell_of(const std::vector<Cell>& row, std::size_t column) {
    return column < row.size() ? &row[column] : nullptr;
}

/// What stands in a column, or nothing.
inline std::string text_of(const std::vector<Cell>& row, std::optional<std::size_t> column) {
    const Cell* cell = column ? cell_of(row, *column) : nullptr;
    return cell == nullptr ? std::string() : cell->text;
}

}  // namespace provenu::tables
