#include "report/prose.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "provenu/quantity/rounding.hpp"
#include "provenu/wording/number.hpp"
#include "report/beyond.hpp"

namespace provenu::report {
namespace {

constexpr double thousand = 1e3;
constexpr double million = 1e6;

double in_kroner(const Findings& findings, double amount) {
    return amount * quantity::factor(findings.plan.book.money, quantity::Money{0});
}

std::string words(const Findings& findings, const std::string& key, const std::vector<diag::Argument>& arguments) {
    return wording::text(findings.language, "paper." + key, arguments);
}

/// No line ends inside an amount.
std::string kept_together(std::string text) {
    for (auto at = text.find(' '); at != std::string::npos; at = text.find(' ', at)) text.replace(at, 1, "\u00A0");
    return text;
}

bool is_zero(double amount) {
    constexpr double noise = 1e-9;
    return std::abs(amount) < noise;
}

bool is_same(double left, double right) {
    return std::abs(left - right) <= 1e-9 * std::max({1.0, std::abs(left), std::abs(right)});
}

/// Positions of the years with an amount: from the first up to, not including, the end; equal where there are none.
struct Span {
    std::size_t first = 0;
    std::size_t end = 0;
};

Span span_of(const Course& course) {
    Span span;
    for (std::size_t i = 0; i < course.years.size(); ++i) {
        if (is_zero(course.years[i])) continue;
        if (span.end == 0) span.first = i;
        span.end = i + 1;
    }
    return span;
}

/// The first year from which the table has the level that goes on; the number of years where it has not come yet.
std::size_t full_from(const Course& course) {
    std::size_t from = course.years.size();
    while (from > 0 && is_same(course.years[from - 1], course.full)) --from;
    return from;
}

/// The year whose amount lies farthest outside of the first one and the one at the end; none lies outside: nothing.
std::optional<std::size_t> turn_of(const Course& course, Span span) {
    const auto [least, most] = std::minmax(course.years[span.first], course.full);
    const auto outside = [least, most](double amount) { return std::max(least - amount, amount - most); };
    const auto begin = course.years.begin();
    const auto farthest =
        std::ranges::max_element(begin + static_cast<std::ptrdiff_t>(span.first), course.years.end(), {}, outside);
    return outside(*farthest) > 0 ? std::optional(static_cast<std::size_t>(farthest - begin)) : std::nullopt;
}

/// Whether it only rises, or only falls, to where it ends, or turns on the way.
std::string way_of(const Course& course, Span span) {
    std::vector<double> steps(course.years.begin() + static_cast<std::ptrdiff_t>(span.first), course.years.end());
    steps.push_back(course.full);
    if (std::ranges::is_sorted(steps)) return "rising";
    if (std::ranges::is_sorted(steps, std::greater{})) return "falling";
    return turn_of(course, span) ? "turning" : "changing";
}

}  // namespace

std::string amount_in_prose(const Findings& findings, double amount) {
    const double kroner = in_kroner(findings, amount);
    const double thousands = quantity::round_half_away(kroner / thousand);
    const auto said = [&](const char* key, double value, int decimals) {
        return kept_together(words(findings, key, {{"number", wording::number(findings.language, value, decimals)}}));
    };
    if (std::abs(thousands) * thousand >= million) return said("amount.millions", kroner / million, 1);
    if (std::abs(quantity::round_half_away(kroner)) >= thousand) return said("amount.thousands", kroner / thousand, 0);
    return said("amount.kroner", kroner, 0);
}

std::string price_in_prose(const Findings& findings, double amount) {
    const double kroner = in_kroner(findings, amount);
    const bool small = std::abs(kroner) < thousand;
    const double shown = small ? kroner : kroner / thousand;
    return kept_together(words(findings, small ? "amount.kroner" : "amount.thousands",
                               {{"number", wording::written_number(findings.language, shown)}}));
}

std::string listed(const std::vector<std::string>& parts, wording::Language language) {
    std::string list;
    for (std::size_t i = 0; i < parts.size(); ++i)
        list += (i == 0 ? "" : i + 1 == parts.size() ? " " + wording::text(language, "paper.and") + " " : ", ") + parts[i];
    return list;
}

Course course_of(const Findings& findings, const std::string& name, double sign) {
    const bool lasts = goes_on(findings, name) && !runs_out_after(findings, name);
    Course course{yearly(findings, name), lasts ? sign * findings.figures.carried(name) : 0};
    for (double& amount : course.years) amount *= sign;
    return course;
}

bool is_nothing(const Course& course) {
    return is_zero(course.full) && std::ranges::all_of(course.years, is_zero);
}

std::string with_one_stop(std::string text) {
    for (std::size_t at = 0; (at = text.find("..", at)) != std::string::npos; ++at) {
        const bool ends = at + 2 == text.size() || text[at + 2] == ' ';
        const bool of_unit = at > 0 && text[at - 1] != '.';
        if (ends && of_unit) text.erase(at, 1);
    }
    return text;
}

std::string years_in_prose(const Findings& findings, const Course& course) {
    std::vector<std::string> parts;
    const auto said = [&](std::size_t i) { return amount_in_prose(findings, course.years[i]); };
    for (std::size_t i = 0, next = 0; i < course.years.size(); i = next) {
        for (next = i + 1; next < course.years.size() && said(next) == said(i);) ++next;
        if (is_zero(course.years[i])) continue;
        const std::string first = std::to_string(findings.years().first + static_cast<int>(i));
        const std::string last = std::to_string(findings.years().first + static_cast<int>(next) - 1);
        const bool one = next == i + 1;
        parts.push_back(words(findings, one ? "course.year" : "course.years",
                              {{"amount", said(i)}, {"year", one ? first : first + "-" + last}}));
    }
    return listed(parts, findings.language);
}

std::string span_in_prose(const Findings& findings, const Course& course) {
    const Span span = span_of(course);
    const int first = findings.years().first + static_cast<int>(span.first);
    const int last = findings.years().first + static_cast<int>(span.end) - 1;
    return first == last ? std::to_string(first) : std::to_string(first) + "-" + std::to_string(last);
}

std::string course_in_prose(const Findings& findings, const Course& course) {
    if (is_zero(course.full)) return years_in_prose(findings, course);
    const Span span = span_of(course);
    const auto year = [&](std::size_t i) { return std::to_string(findings.years().first + static_cast<int>(i)); };
    const std::size_t from = full_from(course);
    const std::string full = amount_in_prose(findings, course.full);
    if (span.end == 0) return words(findings, "course.later", {{"full", full}, {"until", year(course.years.size() - 1)}});
    if (from <= span.first) return words(findings, "course.steady", {{"full", full}, {"year", year(span.first)}});
    const std::string way = way_of(course, span);
    const std::size_t turn = turn_of(course, span).value_or(span.first);
    const bool is_beyond = from == course.years.size();
    return words(findings, (is_beyond ? "course.beyond." : "course.") + way,
                 {{"first", amount_in_prose(findings, course.years[span.first])},
                  {"from", year(span.first)},
                  {"most", amount_in_prose(findings, course.years[turn])},
                  {"turn", year(turn)},
                  {"last", amount_in_prose(findings, course.years.back())},
                  {"until", year(course.years.size() - 1)},
                  {"full", full},
                  {"year", year(std::min(from, course.years.size() - 1))}});
}

}  // namespace provenu::report
