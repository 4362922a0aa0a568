#include "provenu/formula/spreadsheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "formula/sheet_rows.hpp"
#include "provenu/diag/bug.hpp"

namespace provenu::formula {
namespace {

constexpr std::size_t most_arguments = 200;
constexpr double flow_noise = 1e-10;  // of the greatest amount: binary noise, not money (see evaluate)

std::string in_digits(double value) {
    if (!std::isfinite(value)) diag::bug("a formula with a number that is none");
    std::string digits = fmt::format("{}", value);
    std::ranges::replace(digits, 'e', 'E');
    return digits;
}

}  // namespace

std::string column_letters(int column) {
    std::string letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters.insert(0, 1, static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

std::string arithmetic(const Tree& figures) {
    const Book nothing;
    const Spreadsheet sheet(nothing, {}, [](const Tree&) { return std::nullopt; });
    const Grid grid;
    return CellText(sheet, grid, 0).of(figures);
}

std::string Spreadsheet::formula(std::size_t row, int column, const Grid& grid) const {
    return CellText(*this, grid, column).row(row);
}

Spreadsheet::Standing Spreadsheet::standing(std::string_view definition, int column, const Grid& grid) const {
    return CellText(*this, grid, column).standing(definition);
}

Spreadsheet::Standing CellText::standing(std::string_view definition) const {
    if (const auto row = sheet_.row_of(definition)) return {cell(*row), true};
    const Definition* found = sheet_.book_.find(definition);
    const auto input = found != nullptr ? sheet_.inputs_(found->tree) : std::nullopt;
    if (!input) diag::bug("no cell for " + std::string(definition));
    return {*input, false};
}

// References

std::string CellText::cell(std::size_t row) const {
    if (sheet_.rows_[row].shape == Shape::scalar)
        return fmt::format("${}${}", column_letters(grid_.value_column), grid_.lines[row]);
    return fmt::format("{}{}", column_letters(grid_.first_column + column_), grid_.lines[row]);
}

/// Columns from one to another; the first stays where it is when the formula is copied along the row.
std::string CellText::range(std::size_t row, int first, int last) const {
    return fmt::format("${0}{2}:{1}{2}", column_letters(grid_.first_column + first), column_letters(grid_.first_column + last),
                       grid_.lines[row]);
}

std::string CellText::over(std::size_t row, quantity::Years years) const {
    const quantity::Axis& axis = sheet_.book_.axis;
    return fmt::format("${0}${2}:${1}${2}", column_letters(grid_.first_column + axis.column(years.first)),
                       column_letters(grid_.first_column + axis.column(years.last)), grid_.lines[row]);
}

std::string CellText::year() const {
    return fmt::format("{}${}", column_letters(grid_.first_column + column_), grid_.year_line);
}

std::string CellText::years(int first, int last) const {
    return fmt::format("${0}${2}:{1}${2}", column_letters(grid_.first_column + first), column_letters(grid_.first_column + last),
                       grid_.year_line);
}

std::optional<std::size_t> CellText::row_of(const Tree& tree) const {
    if (const auto branch = sheet_.branches_.find(tree.get()); branch != sheet_.branches_.end()) return branch->second;
    const auto* name = std::get_if<Name>(&tree->operation);
    return name != nullptr ? sheet_.row_of(name->name) : std::nullopt;
}

std::size_t CellText::row_over_years(const Tree& tree) const {
    const auto row = row_of(tree);
    if (!row || sheet_.rows_[*row].shape != Shape::yearly) diag::bug("a branch over years without a row");
    return *row;
}

std::string CellText::noise(std::size_t flow) const {
    const quantity::Years years{sheet_.book_.axis.table.first, sheet_.book_.axis.year(payback_columns() - 1)};
    const std::string all = over(flow, years);
    return fmt::format("{0}*MAX(MAX({1}),-MIN({1}))", in_digits(flow_noise), all);
}

// Rows

std::string CellText::row(std::size_t row) const {
    const SheetRow& own = sheet_.rows_[row];
    switch (own.of) {
        case SheetRow::Of::definition:
        case SheetRow::Of::branch:
            return write_node(own.tree).text;
        case SheetRow::Of::balance:
            return is_carried() ? "" : fmt::format("SUM({})", range(own.flow, 0, column_));
        case SheetRow::Of::crossing:
            return column_ == 0 || is_carried() ? "" : crossing(own.flow, sheet_.rows_[own.flow].flow);
        case SheetRow::Of::outlay:
            return is_carried() ? "" : fmt::format("IF({}>{},1,0)", cell(own.flow), noise(own.flow));
        case SheetRow::Of::factor:
            return discounted(own.flow, row);
        case SheetRow::Of::sign:
            return sign(own.flow, row);
    }
    diag::bug("unknown kind of row");
}

// Branches

std::string CellText::inside(const Text& text, Binding around) {
    return text.binding <= around && text.binding != Binding::atom ? "(" + text.text + ")" : text.text;
}

CellText::Text CellText::write(const Tree& tree) const {
    if (const auto branch = sheet_.branches_.find(tree.get()); branch != sheet_.branches_.end()) return {cell(branch->second)};
    return write_node(tree);
}

CellText::Text CellText::write_node(const Tree& tree) const {
    if (const auto input = sheet_.inputs_(tree)) {
        const bool plain = input->find_first_of("+-*/") == std::string::npos || input->front() == '\'';
        return {*input, plain ? Binding::atom : Binding::sum};
    }
    if (const auto parts = sheet_.parts_.find(tree.get()); parts != sheet_.parts_.end()) return write(parts->second);
    return std::visit([&](const auto& operation) { return write(operation, tree); }, tree->operation);
}

/// What can be said several times.
std::string CellText::atom(const Tree& tree) const {
    return inside(write(tree), Binding::power);
}

CellText::Text CellText::write(const Number& number, const Tree&) const {
    return {in_digits(number.value), number.value < 0 ? Binding::sum : Binding::atom};
}

CellText::Text CellText::write(const Name& name, const Tree&) const {
    const Spreadsheet::Standing found = standing(name.name);
    return {found.text};
}

CellText::Text CellText::write(const Yearly& yearly, const Tree& tree) const {
    const int last = static_cast<int>(tree->operands.size()) - 1;
    const int position = is_carried() ? last + 1 : sheet_.book_.axis.year(column_) - yearly.first;
    const bool outside = last < 0 || position < 0 || (position > last && !yearly.holds);
    if (outside) return {"0"};
    return write(tree->operands[static_cast<std::size_t>(std::min(position, last))]);
}

CellText::Text CellText::write(const Add&, const Tree& tree) const {
    if (tree->operands.empty()) return {"0"};
    std::vector<std::size_t> rows;
    std::vector<Tree> others;
    for (const Tree& operand : tree->operands) {
        const auto row = row_of(operand);
        if (row && sheet_.rows_[*row].shape == Shape::yearly)
            rows.push_back(*row);
        else
            others.push_back(operand);
    }
    constexpr std::size_t worth_a_range = 3;
    std::vector<std::string> terms;
    if (rows.size() >= worth_a_range)
        terms = runs(rows);
    else
        others = tree->operands;
    std::string text;
    for (const std::string& term : terms) text += (text.empty() ? "" : "+") + term;
    for (const Tree& operand : others) {
        if (std::holds_alternative<Negate>(operand->operation) && !text.empty() && !row_of(operand) && !sheet_.inputs_(operand)) {
            text += "-" + inside(write(operand->operands[0]), Binding::sum);
            continue;
        }
        const Text term = write(operand);
        text += text.empty() ? term.text : "+" + inside(term, Binding::sum);
    }
    const bool alone = terms.size() + others.size() == 1;
    if (alone) return terms.empty() ? write(others.front()) : Text{text};
    return {text, Binding::sum};
}

/// Sums of rows, those that stand one under the other as one range.
std::vector<std::string> CellText::runs(std::vector<std::size_t> rows) const {
    std::vector<int> lines;
    for (const std::size_t row : rows) lines.push_back(grid_.lines[row]);
    std::ranges::sort(lines);
    const std::string letters = column_letters(grid_.first_column + column_);
    std::vector<std::string> arguments;
    for (std::size_t first = 0; first < lines.size();) {
        std::size_t last = first;
        while (last + 1 < lines.size() && lines[last + 1] == lines[last] + 1) ++last;
        std::string run = letters + std::to_string(lines[first]);
        if (last > first) run += ":" + letters + std::to_string(lines[last]);
        arguments.push_back(std::move(run));
        first = last + 1;
    }
    std::vector<std::string> sums;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (i % most_arguments == 0) sums.emplace_back("SUM(");
        sums.back() += (sums.back().back() == '(' ? "" : ",") + arguments[i];
        if (i % most_arguments == most_arguments - 1 || i + 1 == arguments.size()) sums.back() += ")";
    }
    return sums;
}

CellText::Text CellText::write(const Multiply&, const Tree& tree) const {
    if (tree->operands.empty()) return {"1"};
    if (tree->operands.size() == 1) return write(tree->operands.front());
    std::string text;
    for (const Tree& operand : tree->operands) text += (text.empty() ? "" : "*") + inside(write(operand), Binding::product);
    return {text, Binding::product};
}

CellText::Text CellText::write(const Divide&, const Tree& tree) const {
    const Text top = write(tree->operands[0]);
    return {inside(top, Binding::product) + "/" + inside(write(tree->operands[1]), Binding::product), Binding::product};
}

CellText::Text CellText::write(const Power&, const Tree& tree) const {
    return {inside(write(tree->operands[0]), Binding::power) + "^" + inside(write(tree->operands[1]), Binding::power),
            Binding::power};
}

CellText::Text CellText::write(const Negate&, const Tree& tree) const {
    return {"-" + inside(write(tree->operands[0]), Binding::power), Binding::sum};
}

CellText::Text CellText::write(const Extreme& extreme, const Tree& tree) const {
    std::string text;
    for (const Tree& operand : tree->operands) text += (text.empty() ? "" : ",") + write(operand).text;
    return {(extreme == Extreme::least ? "MIN(" : "MAX(") + text + ")"};
}

CellText::Text CellText::write(const Pick& pick, const Tree& tree) const {
    return at(sheet_.book_.axis.column(pick.year)).write(tree->operands[0]);
}

CellText::Text CellText::write(const PickCarried&, const Tree& tree) const {
    return at(sheet_.book_.axis.carried()).write(tree->operands[0]);
}

/// What misses a whole number by binary noise alone counts as it.
CellText::Text CellText::write(const Round& mode, const Tree& tree) const {
    const std::string of = inside(write(tree->operands[0]), Binding::sum);
    switch (mode) {
        case Round::down:
            return {fmt::format("INT({}+1E-9)", of)};
        case Round::up:
            return {fmt::format("-INT(1E-9-{})", of), Binding::sum};
        case Round::nearest:
            return {fmt::format("ROUND({},0)", of)};
    }
    diag::bug("unknown rounding");
}

}  // namespace provenu::formula
