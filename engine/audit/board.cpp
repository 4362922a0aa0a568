#include "audit/board.hpp"

#include <algorithm>
#include <cmath>

#include "audit/rounding.hpp"

namespace provenu::audit {

std::optional<double> Board::printed(RowIndex row, int column) const {
    const auto& values = table.rows[row].values;
    const auto at = static_cast<std::size_t>(column);
    return at < values.size() ? values[at] : std::nullopt;
}

diag::Place Board::place(RowIndex row, int column) const {
    const auto& places = table.rows[row].places;
    const auto at = static_cast<std::size_t>(column);
    return at < places.size() ? places[at] : table.rows[row].place;
}

Board board_of(const tables::PublishedTable& table) {
    Board board{table, std::vector<bool>(table.rows.size(), false)};
    board.unit = believed_unit(board);
    return board;
}

double digit_of(const Board& board, double figure) {
    const auto is_multiple = [&](double value, double of) {
        return std::abs(std::remainder(value, of)) < board.table.step / 1000;
    };
    double digit = board.table.step;
    while (is_multiple(board.unit, 10 * digit) && is_multiple(figure, 10 * digit)) digit *= 10;
    return digit;
}

void add_row(Board& board, const tables::PublishedRow& row) {
    board.table.rows.push_back(row);
    board.added.push_back(true);
}

void put(Board& board, RowIndex row, int column, double figure) {
    auto& values = board.table.rows[row].values;
    values.resize(static_cast<std::size_t>(board.columns()));
    values[static_cast<std::size_t>(column)] = figure;
}

std::string area_of(const tables::PublishedRow& row) {
    return row.area.empty() ? "service" : row.area;
}

std::vector<RowIndex> lines_of(const Board& board, const std::string& section, const std::string& area) {
    std::vector<RowIndex> lines;
    for (RowIndex row = 0; row < board.table.rows.size(); ++row)
        if (board.row(row).section == section && (area.empty() || area_of(board.row(row)) == area)) lines.push_back(row);
    return lines;
}

std::optional<RowIndex> first_of(const Board& board, const std::string& section) {
    for (RowIndex row = 0; row < board.table.rows.size(); ++row)
        if (board.row(row).section == section) return row;
    return std::nullopt;
}

std::string without_marks(const std::string& label) {
    const auto last = label.find_last_not_of("* ");
    return last == std::string::npos ? label : label.substr(0, last + 1);
}

Where where(const Board& board, RowIndex row) {
    const tables::PublishedRow& printed = board.row(row);
    return {printed.section, without_marks(printed.label), printed.area, row};
}

namespace {

bool is_multiple(double steps, double unit) {
    return std::abs(steps / unit - std::round(steps / unit)) < 1e-6;
}

/// Figures of rows that are not nought, without their signs, in steps.
std::vector<double> steps_of(const Board& board, const std::vector<RowIndex>& rows) {
    std::vector<double> figures;
    for (const RowIndex row : rows)
        for (int column = 0; column < board.columns(); ++column) {
            const double steps = std::abs(board.figure(row, column)) / board.table.step;
            if (steps > 0.5) figures.push_back(steps);
        }
    return figures;
}

}  // namespace

double unit_of(const Board& board, RowIndex row) {
    const auto figures = steps_of(board, {row});
    if (figures.empty()) return board.unit;
    const double smallest = *std::ranges::min_element(figures);
    for (const double unit : {100.0, 50.0, 10.0, 5.0}) {
        const bool fits = std::ranges::all_of(figures, [&](double steps) { return is_multiple(steps, unit); });
        if (fits && unit <= smallest / 5 && (unit <= 10 || figures.size() > 1))
            return std::max(unit * board.table.step, board.unit);
    }
    return board.unit;
}

double step_of(const Board& board, const std::vector<RowIndex>& rows) {
    constexpr std::size_t enough = 8;  // figures that are all multiples of five by chance: once in 400,000 tables
    const auto figures = steps_of(board, rows);
    for (const double unit : {10.0, 5.0})
        if (figures.size() >= enough && std::ranges::all_of(figures, [&](double steps) { return is_multiple(steps, unit); }))
            return std::max(unit * board.table.step, board.unit);
    return board.unit;
}

}  // namespace provenu::audit
