#include "audit/drift.hpp"

#include <algorithm>
#include <cmath>

namespace provenu::audit {
namespace {

/// A year's share of the other row, and what it may be for rounding.
struct Share {
    int column = 0;
    double of = 0;  ///< the other row's figure
    double share = 0;
    double least = 0;
    double most = 0;
};

std::vector<Share> shares_of(const Board& board, RowIndex row, RowIndex of) {
    std::vector<Share> shares;
    const double half = unit_of(board, row) / 2;
    const double half_of = unit_of(board, of) / 2;
    for (int column = 0; column < board.columns(); ++column) {
        const double part = std::abs(board.figure(row, column));
        const double whole = std::abs(board.figure(of, column));
        if (part == 0 || whole <= half_of) continue;
        shares.push_back({column, whole, part / whole, (part - half) / (whole + half_of), (part + half) / (whole - half_of)});
    }
    return shares;
}

bool are_one(const std::vector<Share>& shares) {
    double least = 0;
    double most = 1e300;
    for (const Share& share : shares) {
        least = std::max(least, share.least);
        most = std::min(most, share.most);
    }
    return least <= most;
}

/// Years with one share although the other row changes.
bool is_telling(const std::vector<Share>& shares) {
    if (shares.size() < 2 || !are_one(shares)) return false;
    const auto [low, high] = std::ranges::minmax_element(shares, {}, &Share::of);
    return high->of > 1.05 * low->of;
}

/// How likely years have one share though the rows have nothing to do with each other: each share after the first would have to
/// fall within what rounding makes of it and of the first, anywhere between nought and twice that.
double chance_of_one(const std::vector<Share>& shares) {
    double chance = 1;
    for (std::size_t i = 1; i < shares.size(); ++i) {
        const double blur = shares[i].most - shares[i].least + shares[0].most - shares[0].least;
        chance *= std::min(1.0, blur / (2 * shares[0].share));
    }
    return chance;
}

/// Whether the share went from that of the early years to that of the late ones, noticeably, and without leaving what lies
/// between.
bool goes_over(const std::vector<Share>& early, const std::vector<Share>& between, const std::vector<Share>& late) {
    constexpr double noticeable = 0.03;
    const auto [low, high] = std::minmax(early.front().share, late.front().share);
    const bool within = std::ranges::all_of(between, [&](const Share& each) { return each.most >= low && each.least <= high; });
    return within && high - low > noticeable * high;
}

/// Whether the years split into two telling groups, and perhaps others between them, where that is no chance: of a table's dozens
/// of pairs of rows, with a few splits each, one in a hundred tables would have such a one.
bool has_two_shares(const std::vector<Share>& shares) {
    constexpr double most_chance = 1e-4;
    for (std::size_t middle = 2; middle + 2 <= shares.size(); ++middle)
        for (std::size_t gap = 0; middle + gap + 2 <= shares.size() && gap <= 2; ++gap) {
            const auto at = [&](std::size_t index) { return shares.begin() + static_cast<std::ptrdiff_t>(index); };
            const std::vector<Share> early(at(0), at(middle));
            const std::vector<Share> late(at(middle + gap), shares.end());
            const std::vector<Share> between(at(middle), at(middle + gap));
            std::vector<Share> both = early;
            both.insert(both.end(), late.begin(), late.end());
            const bool no_chance = chance_of_one(early) * chance_of_one(late) < most_chance;
            const bool two = is_telling(early) && is_telling(late) && !are_one(both) && goes_over(early, between, late);
            if (two && no_chance) return true;
        }
    return false;
}

bool are_opposite(const Board& board, RowIndex row, RowIndex of) {
    for (int column = 0; column < board.columns(); ++column)
        if (board.figure(row, column) * board.figure(of, column) > 0) return false;
    return true;
}

void add(const Board& board, RowIndex row, RowIndex of, bool follows, Findings& findings) {
    Drift drift{where(board, row), where(board, of), follows, {}};
    for (const Share& share : shares_of(board, row, of))
        drift.shares.push_back({board.table.years.first + share.column, share.share});
    findings.notes.emplace_back(std::move(drift));
}

}  // namespace

void note_drift(const Board& board, const std::vector<Following>& follows, Findings& findings) {
    for (const Following& pair : follows)
        if (!are_one(shares_of(board, pair.row, pair.of))) add(board, pair.row, pair.of, true, findings);
    const auto said = [&](RowIndex row) {
        return std::ranges::any_of(follows, [&](const Following& pair) { return pair.row == row; });
    };
    const auto lines = lines_of(board, "recurring");
    for (const RowIndex row : lines)
        for (const RowIndex of : lines) {
            const double first = std::abs(shares_of(board, row, of).empty() ? 1 : shares_of(board, row, of).front().share);
            if (row == of || said(row) || first >= 1 || !are_opposite(board, row, of)) continue;
            if (has_two_shares(shares_of(board, row, of))) add(board, row, of, false, findings);
        }
}

}  // namespace provenu::audit
