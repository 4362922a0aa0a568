#include "audit/rows.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "audit/causes.hpp"
#include "audit/sums.hpp"
#include "provenu/audit/table.hpp"

namespace provenu::audit {
namespace {

constexpr double noise = 1e-6;
using Sums = std::vector<Sum>;

std::vector<Miss> misses_of(const Board& board, const Sums& sums, const Sum& sum) {
    std::vector<Miss> misses;
    for (int column = 0; column < board.columns(); ++column)
        if (const auto found = agreement(board, sums, sum, column); found && !found->agrees) misses.push_back({column, *found});
    return misses;
}

/// Whether some other total is made of this one, so that it could tell which side is wrong.
bool has_above(const Sums& sums, const Sum& sum) {
    return std::ranges::any_of(sums, [&](const Sum& above) {
        return std::ranges::any_of(above.bases, [&](const auto& base) { return std::ranges::count(base, sum.total) > 0; });
    });
}

/// Single rows that nothing but this total holds: those of printed subtotals have been held against them.
std::vector<RowIndex> loose_rows(const Board& board, const Sum& sum) {
    std::vector<RowIndex> rows;
    if (board.rows_are_known) return rows;
    for (const RowIndex row : sum.bases.back())
        if (is_line(board.row(row))) rows.push_back(row);
    return rows;
}

/// What is found out about one total.
struct Verdict {
    std::vector<RowSlip> slips;                       ///< of rows; the total is right
    std::map<int, std::optional<Cause>> wrong;        ///< of the total itself, by column
    std::optional<tables::PublishedRow> missing_row;  ///< which the totals count
};

Verdict all_wrong(const std::vector<Miss>& misses, const Cause& cause) {
    Verdict verdict;
    for (const Miss& miss : misses) verdict.wrong[miss.column] = cause;
    return verdict;
}

/// A row of what the rows lack in each year.
tables::PublishedRow lacking(const Board& board, const Sum& sum, const std::vector<Miss>& misses) {
    const std::string& section = board.row(sum.lines.empty() ? sum.total : sum.lines.front()).section;
    tables::PublishedRow row;
    row.section = section.rfind("recurring", 0) == 0 ? "recurring" : "implementation";
    row.area = board.row(sum.total).area;
    row.values.resize(static_cast<std::size_t>(board.columns()));
    for (const Miss& miss : misses) row.values[static_cast<std::size_t>(miss.column)] = miss.found.difference();
    return row;
}

Verdict missing_row(const Board& board, const Sum& sum, const std::vector<Miss>& misses) {
    Verdict missing = all_wrong(misses, MissingRow{});
    missing.missing_row = lacking(board, sum, misses);
    return missing;
}

/// One total, its years that miss, and what may be to blame.
struct Inquiry {
    const Board& board;
    const Sums& sums;
    const Sum& sum;
    std::vector<Miss> misses;
    std::vector<RowIndex> loose;

    [[nodiscard]] bool confirmed(const Miss& miss) const { return is_confirmed(board, sums, sum, miss.column); }
    [[nodiscard]] bool may_be_rows(const Miss& miss) const { return confirmed(miss) || !has_above(sums, sum); }
};

/// A year alone: multiples of a row first, then slips of a row where the totals above go with this one, or of the total.
void judge_year(const Inquiry& inquiry, const Miss& miss, Verdict& verdict) {
    const auto of_row = inquiry.may_be_rows(miss) ? row_slip(inquiry.board, inquiry.loose, miss) : std::nullopt;
    const auto of_total = single_cause(inquiry.board, inquiry.sum, miss);
    const bool total_first = of_total && (!inquiry.confirmed(miss) || std::holds_alternative<TimesRow>(*of_total));
    const bool by_sign = of_row && std::holds_alternative<OtherSign>(*of_row->cause);
    if (of_row && (by_sign || !total_first))
        verdict.slips.push_back(*of_row);
    else
        verdict.wrong[miss.column] = of_total;
}

Verdict judge_years(const Inquiry& inquiry) {
    Verdict verdict;
    for (const Miss& miss : inquiry.misses) judge_year(inquiry, miss, verdict);
    return verdict;
}

/// Whether the years look like a row that the table leaves out: in several, all carried on by the totals above, mostly not
/// explained one by one.
bool looks_like_missing_row(const Inquiry& inquiry, const Verdict& by_year) {
    if (inquiry.loose.empty() || inquiry.loose.size() != inquiry.sum.lines.size()) return false;
    const bool above = has_above(inquiry.sums, inquiry.sum);
    const std::size_t enough = above ? 2 : 3;
    const auto unexplained = std::ranges::count_if(by_year.wrong, [](const auto& year) { return !year.second; });
    return inquiry.misses.size() >= enough && 2 * static_cast<std::size_t>(unexplained) >= inquiry.misses.size() &&
           std::ranges::all_of(inquiry.misses, [&](const Miss& miss) { return inquiry.may_be_rows(miss); });
}

/// Whether the totals above go with this one in every year, though a single row is all it is made of: then the row is wrong.
bool is_only_row_wrong(const Inquiry& inquiry) {
    return inquiry.sum.lines.size() == 1 && inquiry.loose == inquiry.sum.lines &&
           std::ranges::all_of(inquiry.misses, [&](const Miss& miss) { return inquiry.confirmed(miss); });
}

Verdict judge(const Inquiry& inquiry) {
    if (is_only_row_wrong(inquiry)) {
        Verdict of_row;
        of_row.slips = shifted_row(inquiry.board, inquiry.sum, inquiry.loose);
        if (of_row.slips.empty()) of_row.slips = slips_of_only_row(inquiry.board, inquiry.loose.front(), inquiry.misses);
        const bool explained = std::ranges::any_of(of_row.slips, [](const RowSlip& slip) { return slip.cause.has_value(); });
        // Wrong in several years, and in none of them by a slip that people make: rather a second row is not there.
        const bool lacks = inquiry.misses.size() > 1 && !explained;
        return lacks ? missing_row(inquiry.board, inquiry.sum, inquiry.misses) : of_row;
    }
    if (inquiry.misses.size() > 1) {
        if (const auto cause = joint_cause(inquiry.board, inquiry.sum, inquiry.misses)) return all_wrong(inquiry.misses, *cause);
        Verdict shifted;
        shifted.slips = shifted_row(inquiry.board, inquiry.sum, inquiry.loose);
        if (!shifted.slips.empty()) return shifted;
    }
    Verdict by_year = judge_years(inquiry);
    if (!looks_like_missing_row(inquiry, by_year)) return by_year;
    return missing_row(inquiry.board, inquiry.sum, inquiry.misses);
}

Difference of_total(const Board& board, const Sum& sum, const Miss& miss, const std::optional<Cause>& cause) {
    return {Layer::rows,
            where(board, sum.total),
            board.table.years.first + miss.column,
            board.printed(sum.total, miss.column),
            miss.found.computed,
            cause,
            board.place(sum.total, miss.column)};
}

Difference of_row(const Board& board, const RowSlip& slip) {
    return {Layer::rows,
            where(board, slip.row),
            board.table.years.first + slip.column,
            board.figure(slip.row, slip.column),
            slip.right,
            slip.cause,
            board.place(slip.row, slip.column)};
}

/// Takes the verdict into the findings and the board.
void carry_out(Board& board, const Sum& sum, const std::vector<Miss>& misses, const Verdict& verdict, Findings& findings) {
    for (const RowSlip& slip : verdict.slips) findings.differences.push_back(of_row(board, slip));
    for (const Miss& miss : misses)
        if (const auto found = verdict.wrong.find(miss.column); found != verdict.wrong.end())
            findings.differences.push_back(of_total(board, sum, miss, found->second));
    for (const RowSlip& slip : verdict.slips) put(board, slip.row, slip.column, slip.right);
    if (verdict.missing_row) add_row(board, *verdict.missing_row);
}

void note_rounding(const Board& board, const Sums& sums, const Sum& sum, Findings& findings) {
    for (int column = 0; column < board.columns(); ++column) {
        const auto found = agreement(board, sums, sum, column);
        if (!found || !found->agrees || std::abs(found->difference()) <= noise) continue;
        findings.notes.emplace_back(
            Rounding{where(board, sum.total), board.table.years.first + column, found->printed, found->computed});
    }
}

/// A total of an area of which the table prints no row, though it prints rows of others.
bool lacks_its_rows(const Board& board, const Sum& sum) {
    const std::string& section = board.row(sum.total).section;
    if (!sum.lines.empty() || board.rows_are_known || section.find("_total_") == std::string::npos) return false;
    const auto lines = lines_of(board, section.substr(0, section.find("_total_")));
    return std::ranges::any_of(lines, [&](RowIndex row) { return !board.row(row).area.empty(); });
}

/// Its years, as if its rows gave nought.
std::vector<Miss> misses_without_rows(const Board& board, const Sum& sum) {
    std::vector<Miss> misses;
    for (int column = 0; column < board.columns(); ++column)
        if (const double printed = board.figure(sum.total, column); printed != 0)
            misses.push_back({column, {printed, 0, 0, false, 0}});
    return misses;
}

/// The first total that is not yet settled and misses some year; what is beneath a total is settled before it.
bool settle_one(Board& board, std::vector<RowIndex>& settled, Findings& findings) {
    const Sums sums = sums_of(board);
    for (const Sum& sum : sums) {
        if (std::ranges::count(settled, sum.total) > 0) continue;
        Inquiry inquiry{board, sums, sum, misses_of(board, sums, sum), loose_rows(board, sum)};
        settled.push_back(sum.total);
        if (lacks_conversion(board, sum)) {
            findings.notes.emplace_back(NoConversion{where(board, sum.total)});
            continue;
        }
        if (lacks_its_rows(board, sum)) {
            const auto misses = misses_without_rows(board, sum);
            carry_out(board, sum, misses, missing_row(board, sum, misses), findings);
            return true;
        }
        if (sum.lines.empty()) findings.notes.emplace_back(NotChecked{where(board, sum.total)});
        if (inquiry.misses.empty()) continue;
        carry_out(board, sum, inquiry.misses, judge(inquiry), findings);
        return true;
    }
    return false;
}

}  // namespace

void check_rows(Board& board, Findings& findings) {
    std::vector<RowIndex> settled;
    while (settle_one(board, settled, findings)) {
    }
    const Sums sums = sums_of(board);
    for (const Sum& sum : sums) {
        note_rounding(board, sums, sum, findings);
        findings.totals += sum.lines.empty() ? 0 : 1;
    }
}

}  // namespace provenu::audit
