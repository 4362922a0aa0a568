#pragma once

#include <optional>
#include <string>
#include <vector>

#include "provenu/audit/cause.hpp"
#include "provenu/tables/published.hpp"

namespace provenu::audit {

using RowIndex = std::size_t;

/// A table while it is being checked: a row's figure that turned out to be a slip is put right in it, and a row that is missing
/// is put in, so that the totals are not blamed for it as well.
struct Board {
    tables::PublishedTable table;
    std::vector<bool> added = {};  ///< by row: not printed
    bool rows_are_known = false;   ///< single rows have been held against the proposal: they are not to blame
    double unit = 1;               ///< that the table's figures are rounded to: its last digit, or 10, 100 ... of it
    /// Rows that are converted into the net efficiency, where the proposal says so.
    std::optional<std::vector<RowIndex>> converted = std::nullopt;

    [[nodiscard]] int columns() const { return table.years.count(); }
    [[nodiscard]] const tables::PublishedRow& row(RowIndex index) const { return table.rows[index]; }
    [[nodiscard]] std::optional<double> printed(RowIndex row, int column) const;
    /// Nought where nothing is printed.
    [[nodiscard]] double figure(RowIndex row, int column) const { return printed(row, column).value_or(0); }
    [[nodiscard]] diag::Place place(RowIndex row, int column) const;
};

Board board_of(const tables::PublishedTable& table);

/// Puts a row in that the table has not.
void add_row(Board& board, const tables::PublishedRow& row);

/// Puts another figure in a cell.
void put(Board& board, RowIndex row, int column, double figure);

/// Its control area; service where the table does not say.
std::string area_of(const tables::PublishedRow& row);

/// Single rows of a section (`recurring`, `implementation`), of one area or (empty) of all.
std::vector<RowIndex> lines_of(const Board& board, const std::string& section, const std::string& area = {});

/// The first row of a section, such as a total.
std::optional<RowIndex> first_of(const Board& board, const std::string& section);

/// What the last digit of a figure is worth that is no nought put there by rounding: 100 in 2,300 of a table rounded to 100 or
/// 500.
double digit_of(const Board& board, double figure);

/// A label without the marks that refer to footnotes.
std::string without_marks(const std::string& label);

Where where(const Board& board, RowIndex row);

/// The unit that a row is rounded to: the coarsest of 1, 5, 10, 50 and 100 steps that all its figures are multiples of, though
/// never so coarse that it blurs the smallest of them by more than a tenth, nor beyond 10 on the word of a single figure; at
/// least the table's.
double unit_of(const Board& board, RowIndex row);

/// The coarsest of 1, 5 and 10 steps that every figure of the rows is a multiple of, where there are enough of them to tell; at
/// least the table's unit.
double step_of(const Board& board, const std::vector<RowIndex>& rows);

}  // namespace provenu::audit
