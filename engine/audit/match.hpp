#pragma once

#include <optional>
#include <vector>

#include "audit/board.hpp"
#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"

namespace provenu::audit {

/// A proposal's figures in the unit of a table, by its years.
struct Model {
    const compile::Plan& plan;
    const evaluate::Figures& figures;
    double scale = 1;  ///< from the proposal's unit to the table's

    /// None for a year or a name that the proposal has not.
    [[nodiscard]] std::optional<double> at(const std::string& name, int year) const;
};

using LineIndex = std::size_t;

/// Which line of the proposal each printed row is.
struct Matching {
    std::vector<std::optional<LineIndex>> line_of;  ///< by row of the board
    std::vector<LineIndex> lines_left;              ///< that no row is
    std::vector<RowIndex> rows_left;                ///< single rows that are no line

    [[nodiscard]] std::optional<RowIndex> row_of(LineIndex line) const;
};

/// By label, however spelled; then by nearly the same label; then by figures; then by order within the section, where as many
/// are left on both sides and most figures agree.
Matching match(const Board& board, const Model& model);

/// Whether a printed figure is the model's, in the unit the row is rounded to.
bool is_printed_as(const Board& board, RowIndex row, int column, double model);

}  // namespace provenu::audit
