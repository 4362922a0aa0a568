#include "audit/payback.hpp"

#include <algorithm>
#include <cmath>

#include "audit/sums.hpp"
#include "provenu/evaluate/evaluate.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/model/convention.hpp"
#include "provenu/quantity/rounding.hpp"

namespace provenu::audit {
namespace {

constexpr double noise = 1e-9;

formula::Tree yearly(const std::vector<double>& values, int first, bool holds) {
    std::vector<formula::Tree> numbers;
    for (const double value : values) numbers.push_back(formula::number(value));
    return formula::make(formula::Yearly{first, holds}, std::move(numbers));
}

void define(formula::Book& book, const std::string& name, formula::Tree tree, formula::Shape shape) {
    formula::Definition definition;
    definition.name = name;
    definition.tree = std::move(tree);
    definition.shape = shape;
    book.index.emplace(name, book.definitions.size());
    book.definitions.push_back(std::move(definition));
}

/// Years from the start of the table to a date: months count twelfths, days their part of the month, as in docs/methods/.
double years_until(const quantity::Date& date, quantity::Years table) {
    const int leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0) ? 1 : 0;
    const int days[] = {31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const double part = static_cast<double>(date.day - 1) / days[date.month - 1];
    return date.year - table.first + (date.month - 1 + part) / 12.0;
}

double years_by(model::Convention convention, const Turn& turn, double until_date) {
    using model::Convention;
    const double exact = turn.at - turn.first_outlay;
    switch (convention) {
        case Convention::exact:
            return exact;
        case Convention::turn_year:
            return quantity::round_up(turn.at) - 1 - turn.first_outlay;
        case Convention::calendar_years:
            return quantity::round_up(turn.at) - turn.first_outlay;
        case Convention::ceiling:
            return quantity::round_up(exact);
        case Convention::nearest_from:
            break;
    }
    return quantity::round_half_away(turn.at - until_date);
}

/// The row of what recurs: for service the efficiency where it is printed, else the change on service.
std::optional<RowIndex> recurring_row(const Board& board, const std::string& basis) {
    if (basis != "service") return first_of(board, "recurring_total");
    const auto efficiency = first_of(board, "recurring_net_efficiency");
    return efficiency ? efficiency : first_of(board, "recurring_total_service");
}

/// What recurs, as the single rows give it; as it is printed where the table does not say which of them belong to it, such as
/// where the state pays a part of one.
double recurring_in(const Board& board, const std::vector<Sum>& sums, const std::string& basis, int column) {
    if (const auto row = recurring_row(board, basis)) {
        const auto sum = std::ranges::find(sums, *row, &Sum::total);
        const bool has_lines = sum != sums.end() && !sum->lines.empty();
        return has_lines ? from_lines(board, *sum, column) : board.figure(*row, column);
    }
    double running = 0;
    for (const RowIndex row : lines_of(board, "recurring", basis == "service" ? "service" : ""))
        running += board.figure(row, column);
    return running;
}

/// The total economy, or the service efficiency where the table shows it, as the single rows give them.
Flow flow_of(const Board& board, const std::string& basis) {
    Flow flow;
    const auto sums = sums_of(board);
    for (int column = 0; column < board.columns(); ++column) {
        const double running = recurring_in(board, sums, basis, column);
        double once = 0;
        for (const RowIndex row : lines_of(board, "implementation")) once += board.figure(row, column);
        if (lines_of(board, "implementation").empty())
            if (const auto total = first_of(board, "implementation_total")) once = board.figure(*total, column);
        flow.recurring.push_back(running);
        flow.implementation.push_back(once);
    }
    return flow;
}

/// The same as the printed totals have it; nothing where they are not printed.
Flow printed_flow(const Board& board, const std::string& basis) {
    Flow flow;
    const auto recurring = recurring_row(board, basis);
    const auto fallback = first_of(board, "recurring_total");
    const auto once = first_of(board, "implementation_total");
    if ((!recurring && !fallback) || !once) return flow;
    for (int column = 0; column < board.columns(); ++column) {
        flow.recurring.push_back(board.figure(recurring ? *recurring : *fallback, column));
        flow.implementation.push_back(board.figure(*once, column));
    }
    return flow;
}

}  // namespace

Turn turn_of(const Flow& flow, quantity::Years years) {
    formula::Book book;
    book.axis = {years};
    define(book, "net",
           formula::sum({yearly(flow.recurring, years.first, true), yearly(flow.implementation, years.first, false)}),
           formula::Shape::yearly);
    define(book, "turn", formula::make(formula::Moment::turn, {formula::name("net")}), formula::Shape::scalar);
    define(book, "first", formula::make(formula::Moment::first_outlay, {formula::name("net")}), formula::Shape::scalar);
    const auto figures = evaluate::evaluate(formula::flatten(book));
    return {figures.scalar("turn"), figures.scalar("first")};
}

double digit_of_years(double years) {
    for (const double digit : {1.0, 0.1})
        if (std::abs(std::remainder(years, digit)) < noise) return digit;
    return 0.01;
}

Payback reproduce(const StatedPayback& stated, const Turn& turn, quantity::Years table,
                  const std::optional<quantity::Date>& date) {
    Payback payback{stated.basis, stated.years, stated.digit, turn.at - turn.first_outlay, std::nullopt, {}, stated.place};
    const bool at_once = std::isinf(turn.at) && turn.at < 0;
    if (std::isfinite(turn.at)) payback.turn_year = static_cast<int>(std::lround(quantity::round_up(turn.at))) - 1 + table.first;
    if (!at_once && !std::isfinite(turn.at)) return payback;
    for (const auto& each : model::conventions) {
        const bool by_date = each.convention == model::Convention::nearest_from;
        if (by_date && !date) continue;
        const double years = at_once ? 0 : years_by(each.convention, turn, date ? years_until(*date, table) : 0);
        if (std::abs(years - stated.years) <= stated.digit / 2 + noise)
            payback.conventions.push_back(model::name({each.convention, date.value_or(quantity::Date{})}));
    }
    return payback;
}

void judge_payback(const Payback& payback, Layer layer, const Where& where, Findings& findings) {
    if (!payback.conventions.empty()) return;
    Difference difference{layer, where, std::nullopt, payback.stated, std::nullopt, std::nullopt, payback.place};
    if (std::isfinite(payback.exact)) difference.computed = payback.exact;
    findings.differences.push_back(std::move(difference));
}

void check_paybacks(const Board& board, Findings& findings) {
    for (const std::string basis : {"service", "total"}) {
        const auto row = first_of(board, "payback_" + basis);
        if (!row || !board.row(*row).value) continue;
        const double years = *board.row(*row).value;
        const StatedPayback stated{basis, years, digit_of_years(years), board.row(*row).place};
        const auto by = [&](const Flow& flow) {
            return reproduce(stated, turn_of(flow, board.table.years), board.table.years, std::nullopt);
        };
        auto payback = by(flow_of(board, basis));
        // A row that is wrong, and has been told, is not told again here.
        if (const Flow printed = printed_flow(board, basis); payback.conventions.empty() && !printed.recurring.empty())
            if (auto other = by(printed); !other.conventions.empty()) payback = std::move(other);
        judge_payback(payback, Layer::rows, where(board, *row), findings);
        findings.paybacks.push_back(payback);
    }
}

}  // namespace provenu::audit
