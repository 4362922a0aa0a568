#pragma once

#include <optional>
#include <vector>

#include "audit/board.hpp"

namespace provenu::audit {

/// A printed total and what it is the sum of: of single rows, and, where they are printed, of subtotals.
struct Sum {
    RowIndex total = 0;
    std::vector<RowIndex> lines;               ///< single rows that it comes from in the end
    std::vector<std::vector<RowIndex>> bases;  ///< rows to add, the single ones first; of a balance none
    double step = 1;                           ///< unit its rows and itself are rounded to
};

/// Every printed total but balances, those of single rows before those of totals.
std::vector<Sum> sums_of(const Board& board);

/// A net efficiency that no set of rows explains in any year.
bool lacks_conversion(const Board& board, const Sum& sum);

/// A total held against what it is made of, in one year.
struct Agreement {
    double printed = 0;
    double computed = 0;   ///< nearest to it of what follows from beneath; where none agrees, the sum of its single rows
    double tolerance = 0;  ///< what rounding alone may make
    bool agrees = true;
    double blur = 0;  ///< the same where the table's last digit is what it is rounded to: how far a cause may miss
    [[nodiscard]] double difference() const { return printed - computed; }
};

/// None where nothing is printed.
std::optional<Agreement> agreement(const Board& board, const std::vector<Sum>& sums, const Sum& sum, int column);

/// The sum of the single rows.
double from_lines(const Board& board, const Sum& sum, int column);

/// Whether a total above agrees with this one as it is printed and not with what its rows give: the figure has been carried on,
/// or it is right and a row beneath it is not. False too where no total tells.
bool is_confirmed(const Board& board, const std::vector<Sum>& sums, const Sum& sum, int column);

}  // namespace provenu::audit
