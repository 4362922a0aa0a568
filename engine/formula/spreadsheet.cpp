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
    return fmt::format("{}", value);
}

/// min(max(x, 0), 1) that also works on a range: the arguments of MIN and MAX would be taken together.
std::string share_of_unit(const std::string& x) {
    return fmt::format("(ABS({0})-ABS({0}-1)+1)/2", x);
}

/// A search from several guesses, as one may end where no money can: at -100 % and below.
std::string only_rate(const std::string& amounts) {
    std::string found = "\"–\"";
    for (const char* guess : {"5", "-0.9", "-0.6", "-0.3", "1", "0.1"})
        found = fmt::format("IFERROR(IF(IRR({0},{1})>-1,IRR({0},{1}),1/0),{2})", amounts, guess, found);
    return found;
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

std::string CellText::crossing(std::size_t balance, std::size_t flow) const {
    const std::string before = cell(balance, column_ - 1);
    const std::string after = cell(balance);
    return fmt::format("IF(AND({0}>{2},{1}<={2}),{3}-{4}+MIN(1,{0}/({0}-{1})),0)", before, after, noise(flow), year(),
                       at(0).year());
}

std::string CellText::discounted(std::size_t rates, std::size_t own) const {
    if (column_ == 0) return "1";
    return is_carried() ? "" : fmt::format("{}/(1+{})", cell(own, column_ - 1), cell(rates));
}

std::string CellText::sign(std::size_t flow, std::size_t own) const {
    if (is_carried()) return "";
    const std::string before = column_ == 0 ? "0" : cell(own, column_ - 1);
    return fmt::format("IF(ABS({0})<={1},{2},SIGN({0}))", cell(flow), noise(flow), before);
}

std::string CellText::changes_of_sign(std::size_t signs, quantity::Years years) const {
    const std::string before = over(signs, {years.first, years.last - 1});
    const std::string after = over(signs, {years.first + 1, years.last});
    return fmt::format("SUMPRODUCT(({0}<>0)*({0}<>{1}))", before, after);
}

// Branches

std::string CellText::inside(const Text& text, Binding around) {
    return text.binding <= around && text.binding != Binding::atom ? "(" + text.text + ")" : text.text;
}

CellText::Text CellText::write(const Tree& tree) const {
    if (const auto branch = sheet_.branches_.find(tree.get()); branch != sheet_.branches_.end()) return {cell(branch->second)};
    if (const auto parts = sheet_.parts_.find(tree.get()); parts != sheet_.parts_.end()) return sum_of_parts(parts->second);
    return write_node(tree);
}

CellText::Text CellText::write_node(const Tree& tree) const {
    if (const auto input = sheet_.inputs_(tree)) {
        const bool plain = input->find_first_of("+-*/") == std::string::npos || input->front() == '\'';
        return {*input, plain ? Binding::atom : Binding::sum};
    }
    if (const auto parts = sheet_.parts_.find(tree.get()); parts != sheet_.parts_.end()) return sum_of_parts(parts->second);
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

CellText::Text CellText::sum_of_parts(const std::vector<std::size_t>& rows) const {
    std::string text;
    for (const std::size_t row : rows) text += (text.empty() ? "" : "+") + cell(row);
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

CellText::Text CellText::write(const Overlap&, const Tree& tree) const {
    const bool ends = tree->operands.size() > 1;
    if (is_carried()) return {ends ? "0" : "12"};
    const std::string from = write(tree->operands[0]).text;
    const std::string end = fmt::format("12*{}+12", year());
    const std::string until = ends ? fmt::format("MIN({},{})", end, write(tree->operands[1]).text) : end;
    return {fmt::format("MAX(0,{}-MAX(12*{},{}))", until, year(), from)};
}

/// F(year + 1) - F(year): the part of the ramp that has been, integrated, and the months after it.
CellText::Text CellText::write(const Ramp& shape, const Tree& tree) const {
    if (is_carried()) return {"1"};
    const std::string from = atom(tree->operands[0]);
    const std::string until = atom(tree->operands[1]);
    const std::string length = fmt::format("MAX({1}-{0},1E-9)", from, until);
    const auto risen = [&](const std::string& month) {
        const std::string u = fmt::format("MAX(0,MIN(1,({}-{})/{}))", month, from, length);
        return shape == Ramp::linear ? fmt::format("{}^2/2", u) : fmt::format("{0}^3*(1-{0}/2)", u);
    };
    const std::string start = fmt::format("12*{}", year());
    const std::string end = start + "+12";
    return {
        fmt::format("(({0}-({1}))*{2}+MAX(0,MIN(12,{3}-MAX({4},{5}))))/12", risen(end), risen(start), length, end, from, until),
        Binding::product};
}

/// How much of each earlier year is there this year, by the distance in years.
std::string CellText::weights(Kernel kernel, const std::string& parameter) const {
    const std::string distance = fmt::format("({}-{})", year(), years(0, column_));
    const auto stays = [&](const std::string& later) {
        return share_of_unit(fmt::format("({}{}-{})", parameter, later, distance));
    };
    const auto left = [&](const std::string& later) {
        return share_of_unit(fmt::format("(1-({}{})/{})", distance, later, parameter));
    };
    switch (kernel) {
        case Kernel::running:
            return "1";
        case Kernel::delay:
            return share_of_unit(fmt::format("(1-ABS({}-{}/12))", distance, parameter));
        case Kernel::stay_start:
            return stays("");
        case Kernel::stay_middle:
            return fmt::format("({}+({}>=1)*({}))/2", stays(""), distance, stays("+1"));
        case Kernel::leave_start:
            return left("");
        case Kernel::leave_middle:
            return fmt::format("({}+{})/2", left(""), left("+1"));
    }
    diag::bug("unknown kernel");
}

CellText::Text CellText::write(const Kernel& kernel, const Tree& tree) const {
    if (is_carried() && kernel == Kernel::delay) return write(tree->operands[0]);
    if (is_carried()) return at(sheet_.book_.axis.table.count() - 1).write(kernel, tree);
    const std::string flow = range(row_over_years(tree->operands[0]), 0, column_);
    if (kernel == Kernel::running) return {fmt::format("SUM({})", flow)};
    const std::string parameter = atom(tree->operands[1]);
    const std::string sum = fmt::format("SUMPRODUCT({},{})", flow, weights(kernel, parameter));
    const bool leaves = kernel == Kernel::leave_start || kernel == Kernel::leave_middle;
    return {leaves ? fmt::format("IF({}>0,{},0)", parameter, sum) : sum};
}

CellText::Text CellText::write(const Discount& timing, const Tree& tree) const {
    if (is_carried()) return {"0"};
    const std::size_t rates = row_over_years(tree->operands[0]);
    const std::string start = cell(sheet_.helpers_.at({rates, SheetRow::Of::factor}));
    const std::string rate = cell(rates, std::min(column_ + 1, sheet_.book_.axis.years() - 1));
    switch (timing) {
        case Discount::start:
            return {start};
        case Discount::middle:
            return {fmt::format("{}/SQRT(1+{})", start, rate), Binding::product};
        case Discount::end:
            return {fmt::format("{}/(1+{})", start, rate), Binding::product};
    }
    diag::bug("unknown timing");
}

CellText::Text CellText::write(const SumOver& sum, const Tree& tree) const {
    return {fmt::format("SUM({})", over(row_over_years(tree->operands[0]), sum.years))};
}

CellText::Text CellText::write(const GreatestOver& greatest, const Tree& tree) const {
    return {fmt::format("MAX({})", over(row_over_years(tree->operands[0]), greatest.years))};
}

CellText::Text CellText::write(const GreatestYear& greatest, const Tree& tree) const {
    const std::string flow = over(row_over_years(tree->operands[0]), greatest.years);
    const quantity::Axis& axis = sheet_.book_.axis;
    const std::string first =
        fmt::format("${}${}", column_letters(grid_.first_column + axis.column(greatest.years.first)), grid_.year_line);
    return {fmt::format("{1}+MATCH(MAX({0}),{0},0)-1", flow, first), Binding::sum};
}

CellText::Text CellText::write(const Pick& pick, const Tree& tree) const {
    return at(sheet_.book_.axis.column(pick.year)).write(tree->operands[0]);
}

CellText::Text CellText::write(const PickCarried&, const Tree& tree) const {
    return at(sheet_.book_.axis.carried()).write(tree->operands[0]);
}

CellText::Text CellText::write(const Moment& moment, const Tree& tree) const {
    const quantity::Axis& axis = sheet_.book_.axis;
    const quantity::Years all{axis.table.first, axis.year(payback_columns() - 1)};
    const std::size_t flow = row_over_years(tree->operands[0]);
    if (moment == Moment::first_outlay) {
        const std::string outlays = over(sheet_.helpers_.at({flow, SheetRow::Of::outlay}), all);
        return {fmt::format("IF(SUM({0})=0,0,MATCH(1,{0},0)-1)", outlays)};
    }
    const std::size_t balance = sheet_.helpers_.at({flow, SheetRow::Of::balance});
    const std::string crossings = over(sheet_.helpers_.at({balance, SheetRow::Of::crossing}), all);
    return {fmt::format("IF({0}>{1},1E+99,IF(MAX({2})=0,-1E+99,MAX({2})))", cell(balance, payback_columns() - 1), noise(flow),
                        crossings)};
}

/// One change of sign is one root (Descartes); with more of them there may be any number, which a cell cannot tell.
CellText::Text CellText::write(const ReturnRate& rate, const Tree& tree) const {
    const std::size_t flow = row_over_years(tree->operands[0]);
    const std::string amounts = over(flow, rate.years);
    if (rate.years.count() < 2) return {rate.ask == ReturnRate::Ask::count ? "0" : "\"–\""};
    const std::string changes = changes_of_sign(sheet_.helpers_.at({flow, SheetRow::Of::sign}), rate.years);
    if (rate.ask == ReturnRate::Ask::count) return {fmt::format("IF({0}<=1,{0},\"–\")", changes)};
    return {fmt::format("IF({}=1,{},\"–\")", changes, only_rate(amounts))};
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
