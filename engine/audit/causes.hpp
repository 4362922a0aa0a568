#pragma once

#include <optional>
#include <vector>

#include "audit/board.hpp"
#include "audit/sums.hpp"

namespace provenu::audit {

/// A year in which a total is not what is beneath it.
struct Miss {
    int column = 0;
    Agreement found;
};

/// What explains all the years of a total together; none where nothing does.
std::optional<Cause> joint_cause(const Board& board, const Sum& sum, const std::vector<Miss>& misses);

/// What explains one year alone; narrower, because one year is easily met by chance.
std::optional<Cause> single_cause(const Board& board, const Sum& sum, const Miss& miss);

/// A figure of a single row that is not what its totals need.
struct RowSlip {
    RowIndex row = 0;
    int column = 0;
    double right = 0;
    std::optional<Cause> cause;
};

/// The only slip of a row's figure, in one year, that would close the difference; none where none or several would.
std::optional<RowSlip> row_slip(const Board& board, const std::vector<RowIndex>& rows, const Miss& miss);

/// The only row of a total, in the years in which the total is right and it is not.
std::vector<RowSlip> slips_of_only_row(const Board& board, RowIndex row, const std::vector<Miss>& misses);

/// A row whose figures stand a year too early or too late, which would close the differences of all years: one slip a year.
std::vector<RowSlip> shifted_row(const Board& board, const Sum& sum, const std::vector<RowIndex>& rows);

}  // namespace provenu::audit
