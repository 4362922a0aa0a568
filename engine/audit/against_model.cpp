#include "audit/against_model.hpp"

#include <algorithm>
#include <cmath>

#include "audit/rows.hpp"
#include "audit/slips.hpp"
#include "audit/sums.hpp"
#include "provenu/quantity/rounding.hpp"

namespace provenu::audit {
namespace {

constexpr double noise = 1e-6;

/// A printed row and the line that it is.
struct Pairing {
    RowIndex row;
    LineIndex line;
};

/// A year in which a row is not its line.
struct Miss {
    int column = 0;
    double printed = 0;
    double computed = 0;
};

std::optional<Cause> slip_of(const Board& board, const Miss& miss) {
    return slip({miss.printed, miss.computed, board.table.step / 2, board.table.step});
}

/// The figures of the year before or after, in every year.
bool is_shifted(const Board& board, const Model& model, const Pairing& pair, const std::vector<Miss>& misses, int by) {
    return misses.size() > 1 && std::ranges::all_of(misses, [&](const Miss& miss) {
               const auto there = model.at(model.plan.lines[pair.line].id, board.table.years.first + miss.column + by);
               return is_printed_as(board, pair.row, miss.column, there.value_or(0));
           });
}

/// One cause for all years before one for each.
std::vector<std::optional<Cause>> causes_of(const Board& board, const Model& model, const Pairing& pair,
                                            const std::vector<Miss>& misses) {
    std::vector<std::optional<Cause>> causes;
    for (const Miss& miss : misses) causes.push_back(slip_of(board, miss));
    for (const int by : {-1, 1})
        if (is_shifted(board, model, pair, misses, by)) std::ranges::fill(causes, ShiftedYears{by});
    return causes;
}

std::vector<Miss> misses_of(const Board& board, const Model& model, const Pairing& pair) {
    std::vector<Miss> misses;
    for (int column = 0; column < board.columns(); ++column) {
        const auto computed = model.at(model.plan.lines[pair.line].id, board.table.years.first + column);
        if (computed && !is_printed_as(board, pair.row, column, *computed))
            misses.push_back({column, board.figure(pair.row, column), *computed});
    }
    return misses;
}

void note_coarse_row(const Board& board, const Model& model, const Pairing& pair, Findings& findings) {
    const double unit = unit_of(board, pair.row);
    CoarseRow note{where(board, pair.row), unit, {}};
    for (int column = 0; column < board.columns(); ++column) {
        const int year = board.table.years.first + column;
        const auto computed = model.at(model.plan.lines[pair.line].id, year);
        const double printed = board.figure(pair.row, column);
        if (!computed || !is_printed_as(board, pair.row, column, *computed)) continue;
        if (std::abs(printed - *computed) > board.table.step / 2 + noise)
            note.figures.push_back({note.where, year, printed, quantity::round_half_away(*computed, board.table.step)});
    }
    if (!note.figures.empty()) findings.notes.emplace_back(std::move(note));
}

/// Tells a row's differences and puts the right figures in its place.
void check_row(Board& board, const Model& model, const Pairing& pair, Findings& findings) {
    note_coarse_row(board, model, pair, findings);
    const auto misses = misses_of(board, model, pair);
    const auto causes = causes_of(board, model, pair, misses);
    const Where row = where(board, pair.row);
    for (std::size_t i = 0; i < misses.size(); ++i)
        findings.differences.push_back({Layer::model, row, board.table.years.first + misses[i].column,
                                        board.printed(pair.row, misses[i].column), misses[i].computed, causes[i],
                                        board.place(pair.row, misses[i].column)});
    for (const Miss& miss : misses) put(board, pair.row, miss.column, quantity::round_half_away(miss.computed, board.table.step));
}

/// A line that no row is: told, and put into the board.
void add_line(Board& board, const Model& model, LineIndex index, Findings& findings) {
    const compile::PlannedLine& line = model.plan.lines[index];
    const bool danish = model.plan.language == model::Language::danish;
    tables::PublishedRow row;
    row.section = line.section == model::Section::recurring ? "recurring" : "implementation";
    row.label = danish ? line.label.danish : line.label.english;
    if (row.label.empty()) row.label = danish ? line.label.english : line.label.danish;
    if (row.label.empty()) row.label = line.id;
    row.area = line.area;
    row.place.source = board.table.rows.empty() ? nullptr : board.table.rows.front().place.source;
    for (int year = board.table.years.first; year <= board.table.years.last; ++year) {
        const double computed = model.at(line.id, year).value_or(0);
        const double rounded = quantity::round_half_away(computed, board.table.step);
        row.values.push_back(rounded);
        if (rounded != 0)
            findings.differences.push_back({Layer::model,
                                            {row.section, row.label, row.area, board.table.rows.size()},
                                            year,
                                            std::nullopt,
                                            computed,
                                            MissingRow{},
                                            row.place});
    }
    add_row(board, row);
}

/// Whether the table prints single rows of a section at all.
bool has_lines(const Board& board, model::Section section) {
    return !lines_of(board, section == model::Section::recurring ? "recurring" : "implementation").empty();
}

/// A row that is no line is told, and counts no more: totals need not have it.
void tell_unknown(Board& board, RowIndex row, Findings& findings) {
    for (int column = 0; column < board.columns(); ++column) {
        if (board.figure(row, column) == 0) continue;
        findings.differences.push_back({Layer::model, where(board, row), board.table.years.first + column,
                                        board.printed(row, column), std::nullopt, UnknownRow{}, board.place(row, column)});
        put(board, row, column, 0);
    }
}

/// The definition that a printed total is; empty for a row that is none.
std::string definition_of(const tables::PublishedRow& row) {
    const auto after = [&](const std::string& prefix) { return row.section.substr(prefix.size()); };
    const auto starts = [&](const std::string& prefix) { return row.section.rfind(prefix, 0) == 0; };
    if (row.section == "net" || row.section == "balance") return row.section + ".total";
    if (row.section == "recurring_net_efficiency") return "recurring.net_efficiency";
    for (const std::string section : {"recurring", "implementation"}) {
        if (row.section == section + "_total") return section + ".total";
        if (starts(section + "_total_")) return section + "." + after(section + "_total_");
    }
    return "";
}

/// A total of which no single row is printed, against the model's own; put right as rows are.
void check_bare_total(Board& board, const Model& model, RowIndex row, Findings& findings) {
    const std::string name = definition_of(board.row(row));
    for (int column = 0; column < board.columns(); ++column) {
        const auto computed = model.at(name, board.table.years.first + column);
        if (!computed || !board.printed(row, column) || is_printed_as(board, row, column, *computed)) continue;
        const Miss miss{column, board.figure(row, column), *computed};
        findings.differences.push_back({Layer::model, where(board, row), board.table.years.first + column, miss.printed,
                                        miss.computed, slip_of(board, miss), board.place(row, column)});
        put(board, row, column, quantity::round_half_away(*computed, board.table.step));
    }
}

/// Totals against the rows as they should be; one that agrees with the rows as they are printed carries what has been told.
void check_totals(const Board& printed, Board& right, Findings& findings) {
    Findings of_totals;
    check_rows(right, of_totals);
    const auto sums = sums_of(printed);
    const auto carries_on = [&](const Difference& difference) {
        const auto sum = std::ranges::find_if(sums, [&](const Sum& each) { return each.total == difference.where.order; });
        if (sum == sums.end() || !difference.year) return false;
        const auto found = agreement(printed, sums, *sum, *difference.year - printed.table.years.first);
        return found && found->agrees;
    };
    std::ranges::copy_if(of_totals.differences, std::back_inserter(findings.differences),
                         [&](const Difference& difference) { return !carries_on(difference); });
    std::ranges::copy_if(of_totals.notes, std::back_inserter(findings.notes),
                         [](const Note& note) { return !std::holds_alternative<NotChecked>(note); });
}

/// Whether the proposal's lines are nothing but what the table prints: a proposal made of the table knows no better than the
/// table.
bool is_copied(const Board& board, const Model& model, const Matching& matching) {
    constexpr double alike = 1e-9;
    for (RowIndex row = 0; row < matching.line_of.size(); ++row) {
        if (!matching.line_of[row]) continue;
        const std::string& line = model.plan.lines[*matching.line_of[row]].id;
        for (int column = 0; column < board.columns(); ++column) {
            const double computed = model.at(line, board.table.years.first + column).value_or(0);
            if (std::abs(computed - board.figure(row, column)) > alike * std::max(1.0, std::abs(computed))) return false;
        }
    }
    return matching.lines_left.empty();
}

}  // namespace

void check_against_model(Board& board, const Model& model, const Matching& matching, Findings& findings) {
    const Board printed = board;
    for (RowIndex row = 0; row < matching.line_of.size(); ++row)
        if (matching.line_of[row]) check_row(board, model, {row, *matching.line_of[row]}, findings);
    for (const RowIndex row : matching.rows_left) tell_unknown(board, row, findings);
    for (const LineIndex line : matching.lines_left)
        if (has_lines(printed, model.plan.lines[line].section)) add_line(board, model, line, findings);
    for (const Sum& sum : sums_of(printed))
        if (sum.lines.empty()) check_bare_total(board, model, sum.total, findings);
    board.rows_are_known = !is_copied(printed, model, matching);
    check_totals(printed, board, findings);
}

}  // namespace provenu::audit
