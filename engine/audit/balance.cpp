#include <cmath>
#include <optional>

#include "audit/causes.hpp"
#include "audit/rows.hpp"
#include "audit/slips.hpp"
#include "audit/sums.hpp"

namespace provenu::audit {
namespace {

constexpr double noise = 1e-6;

/// The net effect as it is printed and as the single rows give it.
struct Net {
    std::vector<double> printed;
    std::vector<double> computed;
};

Net net_of(const Board& board, RowIndex net) {
    Net found;
    const auto sums = sums_of(board);
    for (int column = 0; column < board.columns(); ++column) {
        found.printed.push_back(board.figure(net, column));
        found.computed.push_back(board.figure(net, column));
        for (const Sum& sum : sums) {
            if (sum.total != net || sum.lines.empty()) continue;
            found.computed.back() = from_lines(board, sum, column);
        }
    }
    return found;
}

std::optional<Cause> cause_of(const Board& board, RowIndex net, const Miss& miss) {
    const double figure = board.figure(net, miss.column);
    const double away = miss.found.difference();
    const double tolerance = miss.found.tolerance + noise;
    if (figure != 0 && std::abs(away + figure) <= tolerance) return YearLeftOut{board.table.years.first + miss.column};
    for (const int times : {1, -2})
        if (figure != 0 && std::abs(away - times * figure) <= tolerance) return TimesRow{times, where(board, net), true};
    return slip({miss.found.printed, miss.found.computed, miss.found.tolerance, digit_of(board, miss.found.printed)});
}

/// Each year's balance against last year's and the net effect; either may be taken as printed or as it should be, so that a slip
/// is not found again in every year after it.
class Running {
 public:
    Running(const Board& board, RowIndex balance, RowIndex net)
        : board_(board), balance_(balance), net_row_(net), net_(net_of(board, net)) {}

    void year(int column, Findings& findings) {
        const auto at = static_cast<std::size_t>(column);
        const auto printed = board_.printed(balance_, column);
        if (!printed) {
            as_printed_ += net_.printed[at];
            as_expected_ += net_.printed[at];
            return;
        }
        judge(column, *printed, findings);
        as_printed_ = *printed;
    }

 private:
    void judge(int column, double printed, Findings& findings) {
        const auto at = static_cast<std::size_t>(column);
        const double tolerance = 1.5 * board_.unit;  // of two rounded figures and their rounded sum
        const Agreement chain{printed, as_expected_ + net_.printed[at], tolerance, false, tolerance};
        double nearest = chain.computed;
        bool agrees = false;
        const auto hold = [&](double value) {
            const double away = std::abs(printed - value);
            if (away > tolerance + noise || (agrees && away >= std::abs(printed - nearest))) return;
            agrees = true;
            nearest = value;
        };
        for (const double before : {as_printed_, as_expected_})
            for (const double net : {net_.printed[at], net_.computed[at]}) hold(before + net);
        as_expected_ = agrees ? printed : chain.computed;
        const int year = board_.table.years.first + column;
        if (!agrees)
            findings.differences.push_back({Layer::rows, where(board_, balance_), year, printed, chain.computed,
                                            cause_of(board_, net_row_, {column, chain}), board_.place(balance_, column)});
        else if (std::abs(printed - nearest) > noise)
            findings.notes.emplace_back(Rounding{where(board_, balance_), year, printed, nearest});
    }

    const Board& board_;
    RowIndex balance_;
    RowIndex net_row_;
    Net net_;
    double as_printed_ = 0;   ///< last year's balance
    double as_expected_ = 0;  ///< the same where it was wrong, put right
};

}  // namespace

void check_balance(const Board& board, Findings& findings) {
    const auto balance = first_of(board, "balance");
    const auto net = first_of(board, "net");
    if (!balance) return;
    if (!net) {
        findings.notes.emplace_back(NotChecked{where(board, *balance)});
        return;
    }
    ++findings.totals;
    Running running(board, *balance, *net);
    for (int column = 0; column < board.columns(); ++column) running.year(column, findings);
}

}  // namespace provenu::audit
