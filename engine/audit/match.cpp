#include "audit/match.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>

#include "provenu/diag/nearest.hpp"

namespace provenu::audit {
namespace {

constexpr double noise = 1e-6;

std::string section_of(const compile::PlannedLine& line) {
    return line.section == model::Section::recurring ? "recurring" : "implementation";
}

/// Letters and digits alone, small ones.
std::string folded(const std::string& label) {
    std::string text;
    for (std::size_t i = 0; i < label.size(); ++i) {
        const auto letter = static_cast<unsigned char>(label[i]);
        const bool capital_of_two_bytes =
            i > 0 && static_cast<unsigned char>(label[i - 1]) == 0xC3 && letter >= 0x80 && letter <= 0x9E;
        if (capital_of_two_bytes)
            text += static_cast<char>(letter + 0x20);
        else if (letter >= 0x80)
            text += label[i];
        else if (std::isalnum(letter) != 0)
            text += static_cast<char>(std::tolower(letter));
    }
    return text;
}

/// The pairing while it grows.
class Pairing {
 public:
    Pairing(const Board& board, const Model& model)
        : board_(board), model_(model), taken_(model.plan.lines.size(), false), line_of_(board.table.rows.size()) {}

    /// Pairs each free row with the first free line of its section that fits.
    void pair_where(const std::function<bool(RowIndex, LineIndex)>& fits) {
        for (RowIndex row = 0; row < line_of_.size(); ++row)
            for (LineIndex line = 0; line < taken_.size() && is_free(row); ++line)
                if (!taken_[line] && of_one_section(row, line) && fits(row, line)) pair(row, line);
    }

    void pair_by_order() {
        for (const std::string section : {"recurring", "implementation"}) {
            const auto rows = rows_left(section);
            const auto lines = lines_left(section);
            for (std::size_t i = 0; i < rows.size() && rows.size() == lines.size(); ++i)
                if (agreement(rows[i], lines[i]) >= 0.5) pair(rows[i], lines[i]);
        }
    }

    /// Share of the years in which either says something and the row prints what the line gives.
    [[nodiscard]] double agreement(RowIndex row, LineIndex line) const {
        int years = 0;
        int agreeing = 0;
        for (int column = 0; column < board_.columns(); ++column) {
            const auto given = model_.at(model_.plan.lines[line].id, board_.table.years.first + column);
            if (!given || (std::abs(*given) < board_.table.step / 2 && board_.figure(row, column) == 0)) continue;
            ++years;
            agreeing += is_printed_as(board_, row, column, *given) ? 1 : 0;
        }
        return years == 0 ? 0 : static_cast<double>(agreeing) / years;
    }

    [[nodiscard]] Matching matching() const {
        Matching result;
        result.line_of = line_of_;
        for (LineIndex line = 0; line < taken_.size(); ++line)
            if (!taken_[line]) result.lines_left.push_back(line);
        for (RowIndex row = 0; row < line_of_.size(); ++row)
            if (is_free(row)) result.rows_left.push_back(row);
        return result;
    }

 private:
    [[nodiscard]] bool is_free(RowIndex row) const { return is_line(board_.row(row)) && !line_of_[row]; }

    [[nodiscard]] bool of_one_section(RowIndex row, LineIndex line) const {
        return board_.row(row).section == section_of(model_.plan.lines[line]);
    }

    [[nodiscard]] std::vector<RowIndex> rows_left(const std::string& section) const {
        std::vector<RowIndex> rows;
        for (RowIndex row = 0; row < line_of_.size(); ++row)
            if (is_free(row) && board_.row(row).section == section) rows.push_back(row);
        return rows;
    }

    [[nodiscard]] std::vector<LineIndex> lines_left(const std::string& section) const {
        std::vector<LineIndex> lines;
        for (LineIndex line = 0; line < taken_.size(); ++line)
            if (!taken_[line] && section_of(model_.plan.lines[line]) == section) lines.push_back(line);
        return lines;
    }

    void pair(RowIndex row, LineIndex line) {
        line_of_[row] = line;
        taken_[line] = true;
    }

    const Board& board_;
    const Model& model_;
    std::vector<bool> taken_;
    std::vector<std::optional<LineIndex>> line_of_;
};

std::vector<std::string> labels_of(const compile::PlannedLine& line) {
    return {folded(line.label.danish), folded(line.label.english), folded(line.id)};
}

}  // namespace

std::optional<double> Model::at(const std::string& name, int year) const {
    const quantity::Axis& axis = plan.book.axis;
    if (!axis.table.contains(year) || !figures.has(name)) return std::nullopt;
    return figures.at(name, axis.column(year)) * scale;
}

std::optional<RowIndex> Matching::row_of(LineIndex line) const {
    const auto found = std::ranges::find(line_of, std::optional(line));
    if (found == line_of.end()) return std::nullopt;
    return static_cast<RowIndex>(found - line_of.begin());
}

Matching match(const Board& board, const Model& model) {
    Pairing pairing(board, model);
    const auto label = [&](RowIndex row) { return folded(board.row(row).label); };
    const auto& lines = model.plan.lines;
    pairing.pair_where([&](RowIndex row, LineIndex line) {
        const auto labels = labels_of(lines[line]);
        return !label(row).empty() && std::ranges::count(labels, label(row)) > 0;
    });
    pairing.pair_where(
        [&](RowIndex row, LineIndex line) { return diag::nearest(label(row), labels_of(lines[line])).has_value(); });
    pairing.pair_where([&](RowIndex row, LineIndex line) { return pairing.agreement(row, line) == 1; });
    pairing.pair_by_order();
    return pairing.matching();
}

bool is_printed_as(const Board& board, RowIndex row, int column, double model) {
    const double printed = board.figure(row, column);
    double unit = unit_of(board, row);
    const double tens = 10 * board.table.step;  // who rounds to 5 rounds some figures to 10
    if (unit == 5 * board.table.step && std::abs(std::remainder(printed, tens)) < noise) unit = tens;
    return std::abs(printed - model) <= unit / 2 + noise;
}

}  // namespace provenu::audit
