#include <fmt/format.h>

#include <algorithm>

#include "formula/sheet_rows.hpp"
#include "provenu/diag/bug.hpp"

// What looks over years: periods, ramps, kernels, discounting, the moment a balance turns.

namespace provenu::formula {
namespace {

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

}  // namespace provenu::formula
