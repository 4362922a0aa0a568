#include "audit/causes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "audit/slips.hpp"

namespace provenu::audit {
namespace {

constexpr double noise = 1e-6;
constexpr double telling = 10;  // times the tolerance: what is smaller is met by chance too easily
using Misses = std::vector<Miss>;

bool contains(const std::vector<RowIndex>& rows, RowIndex row) {
    return std::ranges::find(rows, row) != rows.end();
}

/// Rows that may have been counted wrongly: single ones first, then totals.
std::vector<RowIndex> suspects(const Board& board, RowIndex total) {
    std::vector<RowIndex> rows;
    for (const bool lines : {true, false})
        for (RowIndex row = 0; row < board.table.rows.size(); ++row) {
            const std::string& section = board.row(row).section;
            const bool of_amounts = section.rfind("payback", 0) != 0 && section != "balance";
            if (row != total && is_line(board.row(row)) == lines && of_amounts && !board.added[row]) rows.push_back(row);
        }
    return rows;
}

/// The greatest miss of so many times a row; none where it does not explain every year.
std::optional<double> error_of(const Board& board, const Misses& misses, RowIndex row, int times) {
    double worst = 0;
    for (const Miss& miss : misses) {
        const double figure = board.figure(row, miss.column);
        const double error = std::abs(miss.found.difference() - times * figure);
        const bool chance = error > board.unit / 2 && std::abs(times * figure) < telling * miss.found.blur;
        if (figure == 0 || chance || error > miss.found.blur + noise) return std::nullopt;
        worst = std::max(worst, error);
    }
    return worst;
}

bool is_beneath(const Sum& sum, RowIndex row) {
    return contains(sum.lines, row) || std::ranges::any_of(sum.bases, [&](const auto& base) { return contains(base, row); });
}

/// The best of all rows and multiples: exactly met before met within rounding, then smaller multiples, rows of the sum, single
/// rows.
std::optional<Cause> times_row(const Board& board, const Sum& sum, const Misses& misses) {
    std::optional<TimesRow> best;
    std::tuple<bool, int, bool, bool> rank;
    for (const RowIndex row : suspects(board, sum.total))
        for (const int times : std::array{-1, 1, -2, 2, -3, 3}) {
            const auto error = error_of(board, misses, row, times);
            if (!error) continue;
            const bool beneath = is_beneath(sum, row);
            const std::tuple own{*error > board.unit / 2, std::abs(times), !beneath, !is_line(board.row(row))};
            if (best && own >= rank) continue;
            rank = own;
            best = TimesRow{times, where(board, row), beneath, *error <= board.unit / 2};
        }
    return best ? std::optional<Cause>(*best) : std::nullopt;
}

/// Two rows of the sum, each left out or counted twice.
std::optional<Cause> two_rows(const Board& board, const Sum& sum, const Misses& misses) {
    const auto explains = [&](RowIndex first, int times, RowIndex second, int others) {
        return std::ranges::all_of(misses, [&](const Miss& miss) {
            const double left = board.figure(first, miss.column);
            const double right = board.figure(second, miss.column);
            const double strict = misses.size() > 1 ? miss.found.blur : board.unit / 2;
            return left != 0 && right != 0 && std::abs(miss.found.difference() - times * left - others * right) <= strict + noise;
        });
    };
    for (const auto& [times, others] : std::array{std::pair{-1, -1}, std::pair{1, 1}, std::pair{-1, 1}, std::pair{1, -1}})
        for (std::size_t i = 0; i < sum.lines.size(); ++i)
            for (std::size_t j = i + 1; j < sum.lines.size(); ++j)
                if (explains(sum.lines[i], times, sum.lines[j], others))
                    return TwoRows{{times, where(board, sum.lines[i])}, {others, where(board, sum.lines[j])}};
    return std::nullopt;
}

std::optional<Cause> slip_of(const Board& board, const Miss& miss) {
    return slip({miss.found.printed, miss.found.computed, miss.found.blur, digit_of(board, miss.found.printed)});
}

/// The same slip in every year: a whole row without its minus, or in another unit.
std::optional<Cause> same_slip(const Board& board, const Misses& misses) {
    const auto first = slip_of(board, misses.front());
    if (!first) return std::nullopt;
    for (const Miss& miss : misses) {
        const auto other = slip_of(board, miss);
        if (!other || other->index() != first->index()) return std::nullopt;
        const auto* power = std::get_if<PowerOfTen>(&*first);
        if (power != nullptr && power->exponent != std::get<PowerOfTen>(*other).exponent) return std::nullopt;
    }
    return first;
}

/// The figures of the year before or after stand in every year.
std::optional<Cause> shifted(const Board& board, const Sum& sum, const Misses& misses) {
    if (misses.size() < 2) return std::nullopt;
    for (const int by : {-1, 1}) {
        const bool fits = std::ranges::all_of(misses, [&](const Miss& miss) {
            const int from = miss.column + by;
            const double there = from < 0 || from >= board.columns() ? 0 : from_lines(board, sum, from);
            return std::abs(miss.found.printed - there) <= miss.found.blur + noise;
        });
        if (fits) return ShiftedYears{by};
    }
    return std::nullopt;
}

bool is_other_sign(const std::optional<Cause>& cause) {
    return cause && std::holds_alternative<OtherSign>(*cause);
}

/// Whether a figure is the only one of its row on its side of nought.
bool stands_out_by_sign(const Board& board, RowIndex row, int column) {
    const double own = board.figure(row, column);
    int others = 0;
    for (int each = 0; each < board.columns(); ++each) {
        const double figure = board.figure(row, each);
        if (each == column || figure == 0) continue;
        if ((figure < 0) == (own < 0)) return false;
        ++others;
    }
    return others > 0;
}

std::vector<RowSlip> slips_within(const Board& board, const std::vector<RowIndex>& rows, const Miss& miss, double tolerance) {
    std::vector<RowSlip> found;
    for (const RowIndex row : rows) {
        const double printed = board.figure(row, miss.column);
        if (printed == 0 || board.added[row]) continue;
        const double right = printed + miss.found.difference();
        auto cause = slip({printed, right, tolerance, digit_of(board, printed)});
        if (is_other_sign(cause) && !stands_out_by_sign(board, row, miss.column)) cause.reset();
        if (cause) found.push_back({row, miss.column, is_other_sign(cause) ? -printed : right, cause});
    }
    return found;
}

/// The slips of a row that stands so many years off; none where that does not close every year. What a year at the edge has lost
/// is what the total needs.
std::vector<RowSlip> shifted_by(const Board& board, const Sum& sum, RowIndex row, int by) {
    std::vector<RowSlip> slips;
    const double tolerance = (static_cast<double>(sum.lines.size()) + 1) / 2 * sum.step;
    if (board.added[row]) return slips;
    for (int column = 0; column < board.columns(); ++column) {
        const int from = column - by;  // where the figure of this year stands
        const double own = board.figure(row, column);
        const double needed = own + board.figure(sum.total, column) - from_lines(board, sum, column);
        const bool lost = from < 0 || from >= board.columns();
        const double right = lost ? needed : board.figure(row, from);
        if (std::abs(needed - right) > tolerance + noise) return {};
        if (own != right) slips.push_back({row, column, right, ShiftedYears{by}});
    }
    return slips;
}

/// Whether the year before or after has the same figure.
bool is_repeated(const Board& board, const RowSlip& slip, double figure) {
    for (const int next : {slip.column - 1, slip.column + 1})
        if (next >= 0 && next < board.columns() && std::abs(board.figure(slip.row, next) - figure) < noise) return true;
    return false;
}

/// Whether a figure is as round as the others of its row.
bool is_as_round(const Board& board, const RowSlip& slip, double figure) {
    Board others = board;
    put(others, slip.row, slip.column, 0);
    return std::abs(std::remainder(figure, unit_of(others, slip.row))) < noise;
}

/// How much better the figure put right is in keeping with its row than the printed one.
int keeping(const Board& board, const RowSlip& slip) {
    const auto of = [&](double figure) {
        return (is_repeated(board, slip, figure) ? 1 : 0) + (is_as_round(board, slip, figure) ? 1 : 0);
    };
    return of(slip.right) - of(board.figure(slip.row, slip.column));
}

/// The one of several slips of a kind that leaves its row most in keeping; none where that does not tell.
std::optional<RowSlip> likeliest(const Board& board, const std::vector<RowSlip>& slips) {
    const auto better = [&](const RowSlip& left, const RowSlip& right) { return keeping(board, left) > keeping(board, right); };
    const auto best = std::ranges::min_element(slips, better);
    const auto equal = std::ranges::count_if(slips, [&](const RowSlip& each) { return !better(*best, each); });
    return equal == 1 ? std::optional(*best) : std::nullopt;
}

}  // namespace

std::optional<Cause> joint_cause(const Board& board, const Sum& sum, const Misses& misses) {
    const auto same = same_slip(board, misses);
    if (is_other_sign(same)) return same;
    auto multiple = times_row(board, sum, misses);
    // In one year alone, a row from elsewhere that fits is sooner a coincidence than a slip of the pen is.
    const bool by_chance = misses.size() == 1 && same && multiple && !std::get<TimesRow>(*multiple).belongs;
    if (multiple && !by_chance) return multiple;
    if (auto cause = two_rows(board, sum, misses)) return cause;
    if (same) return same;
    return shifted(board, sum, misses);
}

std::optional<Cause> single_cause(const Board& board, const Sum& sum, const Miss& miss) {
    return joint_cause(board, sum, {miss});
}

std::optional<RowSlip> row_slip(const Board& board, const std::vector<RowIndex>& rows, const Miss& miss) {
    for (const double tolerance : {board.unit / 2, miss.found.blur}) {
        const bool exact = tolerance <= board.unit / 2;
        if (!exact && std::abs(miss.found.difference()) < telling * tolerance) continue;
        auto found = slips_within(board, rows, miss, tolerance);
        if (found.empty()) continue;
        const auto kind = [](const RowSlip& each) { return each.cause->index(); };
        const auto first = kind(*std::ranges::min_element(found, {}, kind));
        std::erase_if(found, [&](const RowSlip& each) { return kind(each) != first; });
        return likeliest(board, found);
    }
    return std::nullopt;
}

std::vector<RowSlip> slips_of_only_row(const Board& board, RowIndex row, const Misses& misses) {
    std::vector<RowSlip> slips;
    for (const Miss& miss : misses) {
        const double printed = board.figure(row, miss.column);
        slips.push_back({row, miss.column, miss.found.printed,
                         slip({printed, miss.found.printed, board.unit / 2, digit_of(board, printed)})});
    }
    return slips;
}

std::vector<RowSlip> shifted_row(const Board& board, const Sum& sum, const std::vector<RowIndex>& rows) {
    for (const RowIndex row : rows)
        for (const int by : {-1, 1})
            if (auto slips = shifted_by(board, sum, row, by); slips.size() > 1) return slips;
    return {};
}

}  // namespace provenu::audit
