#include "audit/claims.hpp"

#include <algorithm>
#include <cmath>

#include "audit/slips.hpp"
#include "audit/written.hpp"
#include "provenu/quantity/rounding.hpp"

namespace provenu::audit {
namespace {

bool is_near(double value, double other, double tolerance) {
    return std::abs(value - other) <= tolerance + 1e-9 * std::max(1.0, std::abs(other));
}

void take_spelling(Claim& claim, const Written& figure, quantity::Money unit) {
    claim.money = figure.money.value_or(unit);
    claim.percent = figure.percent;
}

/// A figure as the paper says it: its words may say it more roughly than the file, or in another unit.
void read_words(Claim& claim, const std::string& written, quantity::Money unit) {
    const auto in_file = figures_in(written);
    if (!in_file.empty()) take_spelling(claim, in_file.front(), unit);
    if (!in_file.empty() && in_file.front().number != 0 && claim.stated != 0)
        claim.digit = std::abs(in_file.front().digit * claim.stated / in_file.front().number);
    const auto words = figures_in(claim.says);
    double coarsest = 0;
    for (const Written& figure : words) {
        if (!is_near(amount_of(figure, unit), std::abs(claim.stated), 0)) continue;
        coarsest = std::max(coarsest, digit_of(figure, unit));
        take_spelling(claim, figure, unit);
    }
    if (coarsest > 0) {
        claim.digit = std::max(claim.digit, coarsest);
        return;
    }
    for (const Written& figure : words) {
        const bool other_unit = !in_file.empty() && figure.money && is_near(figure.number, in_file.front().number, 0);
        if (!other_unit) continue;
        claim.stated = std::copysign(amount_of(figure, unit), claim.stated);
        claim.digit = digit_of(figure, unit);
        take_spelling(claim, figure, unit);
        return;
    }
}

/// A figure of the table that is wrong in just this way.
std::optional<Cause> carried_on(const Claim& claim, const std::vector<Difference>& differences, double scale) {
    for (const Difference& each : differences) {
        if (!each.printed || !each.computed || !each.year || claim.unit.of(quantity::Dimension::money) != 1) continue;
        const bool printed = is_near(std::abs(*each.printed * scale), std::abs(claim.stated), claim.digit / 2);
        const bool computed = is_near(std::abs(*each.computed * scale), std::abs(claim.computed), claim.digit / 2);
        if (printed && computed) return CarriesOn{each.where, *each.year};
    }
    return std::nullopt;
}

/// One of the sum's terms left out, which is met exactly.
std::optional<Cause> term_left_out(const Claim& claim, const compile::PlannedClaim& planned, const evaluate::Figures& figures) {
    for (std::size_t term = 0; term < planned.parts.size(); ++term) {
        const double value = figures.scalar(planned.parts[term]);
        if (std::abs(value) > claim.digit && is_near(claim.stated, claim.computed - value, claim.digit / 2))
            return TermLeftOut{value, static_cast<int>(term) + 1};
    }
    return std::nullopt;
}

/// Twice the figure, or twice the figure as it would be printed; or half of it.
std::optional<Cause> twice_or_half(const Claim& claim) {
    const double rounded = quantity::round_half_away(claim.computed, claim.digit);
    for (const double figure : {claim.computed, rounded})
        if (figure != 0 && is_near(claim.stated, 2 * figure, claim.digit / 2)) return TimesFigure{2, false};
    if (claim.stated != 0 && is_near(claim.stated, claim.computed / 2, claim.digit / 2)) return TimesFigure{2, true};
    return std::nullopt;
}

/// `5,7` for 5.27: a digit behind the first one is missing in what should have had one decimal more.
std::optional<Cause> lost_decimal(const Claim& claim) {
    constexpr double most_digits = 1e12;  // beyond which a figure is no longer read digit by digit
    const double step = claim.digit / 10;
    const double largest = std::max(std::abs(claim.stated), std::abs(claim.computed));
    if (!std::isfinite(largest) || largest / step > most_digits) return std::nullopt;
    const auto digits = [](double value, double unit) { return std::to_string(std::llround(std::abs(value) / unit)); };
    const std::string stated = digits(claim.stated, claim.digit);
    const std::string right = digits(claim.computed, step);
    if (stated.size() < 2 || right.size() != stated.size() + 1 || (claim.stated < 0) != (claim.computed < 0)) return std::nullopt;
    for (std::size_t i = 1; i + 1 < right.size(); ++i)
        if (std::string(right).erase(i, 1) == stated) return OneDigit{false};
    return std::nullopt;
}

std::optional<Cause> cause_of(const Claim& claim, const compile::PlannedClaim& planned, const evaluate::Figures& figures) {
    if (!std::isfinite(claim.computed)) return std::nullopt;
    if (auto cause = term_left_out(claim, planned, figures)) return cause;
    if (auto cause = slip({claim.stated, claim.computed, claim.digit / 2, claim.digit})) return cause;
    if (auto cause = lost_decimal(claim)) return cause;
    return twice_or_half(claim);
}

}  // namespace

void check_claims(const compile::Plan& plan, const evaluate::Figures& figures, Findings& findings) {
    const quantity::Money money = plan.book.money;
    const double scale = quantity::factor(findings.unit.value_or(money), money);
    for (const compile::PlannedClaim& planned : plan.claims) {
        Claim claim;
        claim.says = planned.says;
        claim.stated = figures.scalar(planned.stated);
        claim.computed = figures.scalar(planned.is);
        claim.unit = plan.book.find(planned.is)->unit;
        claim.place = planned.place;
        read_words(claim, planned.written, money);
        claim.holds = std::isfinite(claim.computed) && is_near(claim.stated, claim.computed, claim.digit / 2);
        if (!claim.holds) claim.cause = carried_on(claim, findings.differences, scale);
        if (!claim.holds && !claim.cause) claim.cause = cause_of(claim, planned, figures);
        findings.claims.push_back(std::move(claim));
    }
}

}  // namespace provenu::audit
