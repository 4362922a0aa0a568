#include "audit/rounding.hpp"

#include <cmath>

#include "audit/sums.hpp"

namespace provenu::audit {
namespace {

/// Totals of two figures or more, and those of them that are not what the figures add up to.
struct Count {
    int all = 0;
    int off = 0;
};

int figures_beneath(const Board& board, const Sum& sum, int column) {
    int figures = 0;
    for (const RowIndex row : sum.bases.back()) figures += board.figure(row, column) != 0 ? 1 : 0;
    return figures;
}

Count totals_of(const Board& board) {
    Count count;
    const auto sums = sums_of(board);
    for (const Sum& sum : sums)
        for (int column = 0; column < board.columns(); ++column) {
            const auto found = agreement(board, sums, sum, column);
            if (!found || !found->agrees || figures_beneath(board, sum, column) < 2) continue;
            ++count.all;
            count.off += std::abs(found->difference()) > board.table.step / 2 ? 1 : 0;
        }
    return count;
}

/// How probable it is that at most so many of the totals are off where all figures have been rounded: of a sum of two rounded
/// figures one in four is, of longer ones more.
double chance_of_so_few(const Count& count) {
    constexpr double is_off = 0.25;
    double term = std::pow(1 - is_off, count.all);  // of k off in all
    double sum = term;
    for (int k = 1; k <= count.off; ++k) {
        term *= is_off / (1 - is_off) * (count.all - k + 1) / k;
        sum += term;
    }
    return sum;
}

}  // namespace

double believed_unit(const Board& board) {
    constexpr double least_chance = 0.02;
    for (const double unit : tables::rounding_units(board.table)) {
        if (unit == board.table.step) break;
        Board rounded = board;
        rounded.unit = unit;
        const Count count = totals_of(rounded);
        if (count.off == 0 || chance_of_so_few(count) >= least_chance) return unit;
    }
    return board.table.step;
}

}  // namespace provenu::audit
