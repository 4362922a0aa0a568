#include <cmath>
#include <optional>

#include "audit/rows.hpp"
#include "audit/slips.hpp"

namespace provenu::audit {
namespace {

constexpr double noise = 1e-6;

/// A row's figure in the column of sums, and what its years add up to.
struct RowSum {
    RowIndex row = 0;
    double printed = 0;
    double computed = 0;
    double tolerance = 0;
    [[nodiscard]] double difference() const { return printed - computed; }
    [[nodiscard]] bool agrees() const { return std::abs(difference()) <= tolerance + noise; }
};

RowSum sum_of(const Board& board, RowIndex row) {
    RowSum sum{row, board.row(row).sum.value_or(0)};
    int figures = 0;
    for (int year = board.table.sum_years.first; year <= board.table.sum_years.last; ++year) {
        const auto value = board.printed(row, year - board.table.years.first);
        sum.computed += value.value_or(0);
        figures += value ? 1 : 0;
    }
    sum.tolerance = (figures + 1) / 2.0 * board.unit;
    return sum;
}

/// Rows with a sum over the years: all but the balance, of which it would say nothing.
std::vector<RowIndex> rows_with_sums(const Board& board) {
    std::vector<RowIndex> rows;
    for (RowIndex row = 0; row < board.table.rows.size(); ++row)
        if (board.row(row).sum && board.row(row).section != "balance") rows.push_back(row);
    return rows;
}

std::optional<Cause> cause_of(const Board& board, const RowSum& sum) {
    for (int year = board.table.sum_years.first; year <= board.table.sum_years.last; ++year) {
        const double figure = board.figure(sum.row, year - board.table.years.first);
        if (std::abs(figure) > sum.tolerance && std::abs(sum.difference() + figure) <= sum.tolerance + noise)
            return YearLeftOut{year};
    }
    return slip({sum.printed, sum.computed, sum.tolerance, digit_of(board, sum.printed)});
}

/// The row as it should be: a slip of one of its years has been told, and is not told again here.
Board put_right(Board board, const Findings& findings) {
    for (const Difference& each : findings.differences)
        if (each.layer == Layer::rows && each.year && each.computed && each.where.order < board.table.rows.size())
            put(board, each.where.order, *each.year - board.table.years.first, *each.computed);
    return board;
}

}  // namespace

void check_sum_column(const Board& board, Findings& findings) {
    const auto rows = rows_with_sums(board);
    const Board right = put_right(board, findings);
    std::vector<RowSum> off;
    for (const RowIndex row : rows)
        if (!sum_of(board, row).agrees() && !sum_of(right, row).agrees()) off.push_back(sum_of(board, row));
    if (rows.empty()) return;
    if (2 * off.size() > rows.size() && rows.size() > 1) {
        findings.notes.emplace_back(NoSumColumn{board.table.sum_heading});
        return;
    }
    findings.totals += static_cast<int>(rows.size());
    for (const RowSum& sum : off)
        findings.differences.push_back({Layer::rows, where(board, sum.row), std::nullopt, sum.printed, sum.computed,
                                        cause_of(board, sum), board.row(sum.row).sum_place, board.table.sum_heading});
}

}  // namespace provenu::audit
