#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "provenu/formula/book.hpp"

namespace provenu::formula {

/// What stands for a moment that never comes, and for one that has come from the start: spreadsheets have no infinity, and these
/// go through sums and roundings as it does.
inline constexpr double never_in_cells = 1e99;
inline constexpr double at_once_in_cells = -1e99;

/// A row of a sheet of formulas: a definition, or what helps to write one without array formulas.
struct SheetRow {
    enum class Of {
        definition,
        branch,    ///< a part of a formula that is looked at over several years, or would make it too long
        balance,   ///< running sum of a flow
        crossing,  ///< when its balance falls to zero: years from the start, else 0
        outlay,    ///< 1 where a flow is above zero
        factor,    ///< 1 discounted to the start of each year
        sign,      ///< of the last amount of a flow that is not nought
    };
    Of of = Of::definition;
    std::string name;             ///< of the definition that it is or helps
    Tree tree;                    ///< its formula; of a balance and the rows after it, what they are made of
    Shape shape = Shape::scalar;  ///< a scalar has one cell
    std::size_t asked = 0;        ///< position of the definition that it was laid out for
    std::size_t flow = 0;         ///< row of the flow, balance or rates that a balance and the rows after it are made of
};

/// Where the rows stand: lines count from 1, columns from 0.
struct Grid {
    std::vector<int> lines;  ///< by row
    int value_column = 0;    ///< of scalars
    int first_column = 0;    ///< of the first year; the others and the carried level follow
    int year_line = 1;       ///< in which the calendar years stand
};

/// `F`, `AA`
std::string column_letters(int column);

/// Figures without names as a formula: `3/17`, `10*8/37`.
std::string arithmetic(const Tree& figures);

/// A book as rows of formulas.
class Spreadsheet {
 public:
    /// What stands in a cell of another sheet, by branch: its spelling in a formula; none for what stands nowhere.
    using Inputs = std::function<std::optional<std::string>(const Tree& branch)>;

    /// \param definitions names of all that are to have rows and of all that they name, in the order of the rows. One that is an
    ///     input itself has no row: its cell stands for it.
    Spreadsheet(const Book& book, const std::vector<std::string>& definitions, Inputs inputs);

    [[nodiscard]] const std::vector<SheetRow>& rows() const { return rows_; }
    [[nodiscard]] std::optional<std::size_t> row_of(std::string_view definition) const;

    /// The formula of a cell, without `=`, in the spelling that files have: English functions, commas, decimal points. A scalar's
    /// is asked for column 0; empty where a row that helps has no cell. No array formulas, no function newer than 2007.
    [[nodiscard]] std::string formula(std::size_t row, int column, const Grid& grid) const;

    /// What stands for a definition in formulas of other sheets: a cell of this one, or its input.
    struct Standing {
        std::string text;
        bool in_sheet = true;  ///< a cell of this sheet; else its spelling is whole
    };
    [[nodiscard]] Standing standing(std::string_view definition, int column, const Grid& grid) const;

 private:
    friend class SheetRows;
    friend class CellText;

    const Book& book_;
    Inputs inputs_;
    std::vector<SheetRow> rows_;
    std::map<std::string, std::size_t, std::less<>> definitions_;
    std::map<const Node*, std::size_t> branches_;
    std::map<const Node*, Tree> parts_;  ///< what is too long for one cell, put together of cells
    std::map<std::pair<std::size_t, SheetRow::Of>, std::size_t> helpers_;  ///< by the row they are made of
};

}  // namespace provenu::formula
