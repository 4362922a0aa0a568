#include "report/large_amounts.hpp"

#include <cmath>

#include "provenu/quantity/rounding.hpp"
#include "provenu/wording/number.hpp"
#include "report/findings.hpp"

namespace provenu::report {
namespace {

constexpr double million = 1e6;
constexpr double billion = 1e9;

/// In kroner, rounded as the table prints it.
double kroner_of(double amount, quantity::Money money) {
    const double digit = std::pow(10.0, -decimals_of(money));
    return quantity::round_half_away(std::abs(amount), digit) * quantity::factor(money, quantity::Money{0});
}

}  // namespace

std::string large_amount(wording::Language language, double amount, quantity::Money money) {
    const auto said = [language](double number, int decimals, const char* key) {
        return wording::text(language, key, {{"number", wording::number(language, number, decimals)}});
    };
    const double kroner = kroner_of(amount, money);
    if (quantity::round_half_away(kroner / million, 0.1) >= billion / million)
        return said(kroner / billion, 1, "charts.amount.9");
    if (quantity::round_half_away(kroner) >= million) return said(kroner / million, 1, "charts.amount.6");
    return said(kroner, 0, "charts.amount.0");
}

std::string spent_or_gained(wording::Language language, double amount, quantity::Money money) {
    if (kroner_of(amount, money) == 0) return wording::text(language, "charts.nought");
    return wording::text(language, amount > 0 ? "charts.spent" : "charts.gained",
                         {{"amount", large_amount(language, amount, money)}});
}

}  // namespace provenu::report
