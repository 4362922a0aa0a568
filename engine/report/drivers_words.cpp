#include <algorithm>

#include "provenu/quantity/rounding.hpp"
#include "provenu/wording/number.hpp"
#include "report/drivers_findings.hpp"

namespace provenu::report {
namespace {

using Strings = std::vector<std::string>;

/// `a, b and c`
std::string listed(const DriverFindings& findings, const Strings& parts) {
    std::string all = parts.front();
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) all += ", " + parts[i];
    return parts.size() == 1 ? all : findings.words("drivers.and", {{"before", all}, {"last", parts.back()}});
}

/// What all drivers count, where that is the same; else nothing.
std::string common_unit(const DriverFindings& findings) {
    Strings units;
    for (const model::Driver& driver : findings.plan.file.drivers)
        units.push_back(in_words(driver.activity_unit, findings.language, ""));
    const bool same = std::ranges::all_of(units, [&](const std::string& unit) { return unit == units.front(); });
    return same ? units.front() : "";
}

/// Rounded as printed; what prints as nought is nought.
double printed(const DriverFindings& findings, const std::string& name) {
    double step = 1;
    for (int i = 0; i < findings.decimals(); ++i) step /= 10;
    return quantity::round_half_away(findings.figures.scalar(name), step);
}

std::string volume_in_words(const DriverFindings& findings, bool more) {
    const std::string unit = common_unit(findings);
    const std::string key = more ? "drivers.more" : "drivers.fewer";
    return unit.empty() ? findings.words(key + ".any") : findings.words(key, {{"unit", unit}});
}

struct Cause {
    double value;
    std::string what;
};

std::vector<Cause> causes_of(const DriverFindings& findings) {
    const double volume = printed(findings, "total.volume_effect");
    const double price = printed(findings, "total.price_effect");
    std::vector<Cause> causes{{volume, volume_in_words(findings, volume > 0)},
                              {price, findings.words(price > 0 ? "drivers.dearer" : "drivers.cheaper")},
                              {printed(findings, "total.joint_effect"), findings.words("drivers.both")}};
    std::erase_if(causes, [](const Cause& cause) { return cause.value == 0; });
    return causes;
}

Paragraph deviation_in_words(const DriverFindings& findings) {
    const double deviation = printed(findings, "total.deviation");
    const double sign = deviation < 0 ? -1 : 1;
    const std::vector<Cause> causes = causes_of(findings);
    std::string key = deviation > 0 ? "drivers.sentence.more" : deviation < 0 ? "drivers.sentence.less" : "drivers.sentence.even";
    if (causes.empty()) return {findings.words("drivers.sentence.even")};
    Strings parts;
    for (const Cause& cause : causes)
        parts.push_back(findings.words("drivers.cause", {{"amount", findings.amount(sign * cause.value)}, {"what", cause.what}}));
    const bool against = std::ranges::any_of(causes, [&](const Cause& cause) { return sign * cause.value < 0; });
    if (against || deviation == 0) key += ".mixed";
    return {findings.words(key, {{"deviation", findings.amount(sign * deviation)}, {"causes", listed(findings, parts)}})};
}

/// `9,773 a year in 2022-2024`, or each year's own.
std::string next_in_words(const DriverFindings& findings, quantity::Years years) {
    const std::string first = std::to_string(years.first);
    Strings amounts;
    Strings by_year;
    for (int year = years.first; year <= years.last; ++year) {
        const double value = findings.figures.at("total.next.deviation", findings.plan.book.axis.column(year));
        amounts.push_back(findings.amount(value));
        by_year.push_back(findings.words("drivers.in_year", {{"amount", amounts.back()}, {"year", std::to_string(year)}}));
    }
    const bool same = std::ranges::all_of(amounts, [&](const std::string& amount) { return amount == amounts.front(); });
    if (!same || years.count() == 1) return listed(findings, by_year);
    return findings.words("drivers.in_years",
                          {{"amount", amounts.front()}, {"first", first}, {"last", std::to_string(years.last)}});
}

}  // namespace

std::string DriverFindings::amount(double value) const {
    const std::string key = "drivers.money." + std::to_string(plan.book.money.exponent);
    return words(key, {{"amount", wording::number(language, value, decimals())}});
}

std::vector<Paragraph> drivers_in_words(const DriverFindings& findings) {
    std::vector<Paragraph> paragraphs{deviation_in_words(findings)};
    const quantity::Years years = findings.years_to_come();
    if (years.count() > 0)
        paragraphs.push_back({findings.words("drivers.sentence.next", {{"amounts", next_in_words(findings, years)}})});
    return paragraphs;
}

}  // namespace provenu::report
