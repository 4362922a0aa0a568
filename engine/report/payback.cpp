#include "report/payback.hpp"

#include <cmath>

#include "provenu/quantity/rounding.hpp"
#include "provenu/wording/number.hpp"
#include "report/layout.hpp"

namespace provenu::report {
namespace {

using wording::number;

std::optional<double> finite(double value) {
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string in_years(wording::Language language, double years, int decimals) {
    const bool one = quantity::round_half_away(years, std::pow(10.0, -decimals)) == 1.0;
    return wording::text(language, one ? "table.years.one" : "table.years.many", {{"count", number(language, years, decimals)}});
}

/// Rounded up to the table's last digit, so that the printed saving is enough.
std::string saving_in_words(const Findings& findings, double saving) {
    return number(findings.language, quantity::round_up(saving / findings.step()) * findings.step(), findings.decimals());
}

std::string never_in_words(const Findings& findings, const Payback& payback) {
    if (!payback.needed_saving) return wording::text(findings.language, "table.never");
    return wording::text(findings.language, "table.never.needed",
                         {{"saving", saving_in_words(findings, *payback.needed_saving)},
                          {"year", std::to_string(findings.years().first + 1)},
                          {"years", in_years(findings.language, payback.needed_within, 0)}});
}

std::string turn_in_words(const Findings& findings, const Payback& payback) {
    const bool exact = findings.plan.payback.convention == model::Convention::exact;
    const std::string key = std::string("table.pays_back") + (payback.beyond_table ? ".beyond" : "") + (exact ? ".exact" : "");
    return wording::text(findings.language, key,
                         {{"years", in_years(findings.language, payback.years, exact ? 1 : 0)},
                          {"exact", number(findings.language, payback.exact, 1)},
                          {"year", std::to_string(payback.turn_year)}});
}

/// An outcome whose words say more than its figure.
Outcome said(const std::string& words, Cell value) {
    return {words, std::move(value), words};
}

}  // namespace

std::string name(Basis basis) {
    return basis == Basis::total ? "total" : "service";
}

Payback payback_of(const Findings& findings, Basis basis) {
    return payback_of(findings, "payback." + name(basis));
}

Payback payback_of(const Findings& findings, const std::string& prefix) {
    const auto scalar = [&](const std::string& suffix) { return findings.figures.scalar(prefix + suffix); };
    const double turn = scalar(".turn");
    Payback payback;
    if (std::isfinite(turn)) {
        payback.state = Payback::State::pays_back;
        payback.years = scalar("");
        payback.exact = scalar(".exact");
        payback.turn_year = static_cast<int>(std::lround(scalar(".turn_year")));
        payback.beyond_table = payback.turn_year > findings.years().last;
        payback.discounted_exact = finite(scalar(".discounted_exact"));
    } else if (turn < 0) {
        payback.state = Payback::State::at_once;
    } else if (findings.figures.has(prefix + ".needed_saving")) {
        const double within = scalar(".with_needed_saving");
        if (!(scalar(".needed_saving") > 0) || !std::isfinite(within)) return payback;
        payback.needed_saving = scalar(".needed_saving");
        payback.needed_within = static_cast<int>(quantity::round_up(within));
    }
    return payback;
}

Outcome payback_outcome(const Findings& findings, Basis basis) {
    return payback_outcome(findings, "payback." + name(basis));
}

Outcome payback_outcome(const Findings& findings, const std::string& where) {
    const Payback payback = payback_of(findings, where);
    switch (payback.state) {
        case Payback::State::at_once:
            return said(wording::text(findings.language, "table.at_once"), {{}, where, ""});
        case Payback::State::never:
            return said(never_in_words(findings, payback), {{}, where, ""});
        case Payback::State::pays_back:
            break;
    }
    const int decimals = findings.plan.payback.convention == model::Convention::exact ? 1 : 0;
    return said(turn_in_words(findings, payback), figure_cell({payback.years, decimals, 0}, where));
}

std::vector<Crossing> earlier_crossings(const Findings& findings, Basis basis) {
    const quantity::Axis& axis = findings.plan.book.axis;
    const auto balance = findings.figures.block("balance." + name(basis)).row(0).head(axis.years());
    const double zero = 1e-9 * balance.abs().maxCoeff();  // a sum that comes back to nought misses it by noise
    std::vector<Crossing> crossings;
    bool above = false;
    int fell = 0;  // year of a fall to zero or below that has not been undone, or 0
    for (int column = 0; column < axis.years(); ++column) {
        const bool now_above = balance(column) > zero;
        if (now_above && fell != 0) crossings.push_back({fell, axis.year(column)});
        if (now_above) fell = 0;
        if (above && !now_above) fell = axis.year(column);
        above = now_above;
    }
    return crossings;
}

}  // namespace provenu::report
