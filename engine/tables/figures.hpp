#pragma once

#include <optional>
#include <string>
#include <vector>

#include "provenu/tables/sheet.hpp"

namespace provenu::tables {

/// A figure as a table prints it, taken apart.
struct WrittenFigure {
    bool negative = false;  ///< `-`, U+2212 or an en dash before it, `-` behind it, or parentheses around it
    std::string digits;     ///< with its separators; empty: a dash alone, which says that nothing stands there
};

/// A leading `+`, spaces behind the sign and `*` behind the figure belong to it. Nothing where no digits are left.
std::optional<WrittenFigure> written_figure(std::string_view text);

/// What the texts of a table say of its decimal mark.
struct DecimalMark {
    char mark = 0;            ///< `.` or `,`; 0: nothing says which
    std::string_view reason;  ///< key of a text: what said it
};

/// Reads the figures of a table's cells. All cells together settle what `1.234` means: another figure that reads in one way
/// (`1.234.567`, `0,5`), how the unit above is written (`1.000 kr.`), whole figures below 1,000 without a mark beside it while
/// none above has none, or a semicolon between the cells of a CSV file, which is there because the comma is the decimal mark.
class Figures {
 public:
    /// \param cells of the table in which figures stand; \param unit as written above, or empty
    Figures(const std::vector<const Cell*>& cells, std::string_view unit, char separator, diag::Diagnostics& found);

    /// The figure of a cell; none where the cell is empty or holds a dash alone. What is no number, or still reads in two
    /// ways, is found and counts as empty.
    std::optional<double> read(const Cell& cell, diag::Diagnostics& found);

    [[nodiscard]] const DecimalMark& decimal() const { return decimal_; }
    [[nodiscard]] int dashes() const { return dashes_; }

 private:
    DecimalMark decimal_;
    int dashes_ = 0;
};

/// The mark before the decimals that digits give away, `.` or `,`; 0 where they do not (`1234`, `1.234`).
char decimal_mark_of(std::string_view digits);

/// How many decimals a cell shows.
int decimals_of(const Cell& cell, const DecimalMark& decimal);

}  // namespace provenu::tables
