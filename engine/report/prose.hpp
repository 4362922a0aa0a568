#pragma once

#include <string>
#include <vector>

#include "report/findings.hpp"

namespace provenu::report {

/// An amount of the table as a sentence says it: `12,2 mio. kr.` with one decimal, below a million `910 t.kr.`, rounded half away
/// from zero.
std::string amount_in_prose(const Findings& findings, double amount);

/// A price as an author writes it: `650 t.kr.`, `1.234,5 t.kr.`, `0,82 kr.`
std::string price_in_prose(const Findings& findings, double amount);

/// The text with one full stop where an abbreviation ends a sentence: `650 t.kr..` ends in one.
std::string with_one_stop(std::string text);

/// `a`, `a og b`, `a, b og c`
std::string listed(const std::vector<std::string>& parts, wording::Language language);

/// A yearly amount: the table's years and the level that goes on for good after them.
struct Course {
    std::vector<double> years;
    double full = 0;
};
/// A definition's; times `sign`.
Course course_of(const Findings& findings, const std::string& name, double sign = 1);
bool is_nothing(const Course& course);

/// How it goes: `10,1 mio. kr. i 2027 stigende til 21,1 mio. kr. årligt ved fuld indfasning i 2031`, `1,7 mio. kr. i 2027 og 3,0
/// mio. kr. i 2028`. \param course not nothing
std::string course_in_prose(const Findings& findings, const Course& course);

/// Years with an amount: `2026-2028`, `2026`.
std::string span_in_prose(const Findings& findings, const Course& course);

/// Each year's amount, years that print alike together: `17,3 mio. kr. i 2026 og 26,7 mio. kr. årligt i 2027-2028`.
std::string years_in_prose(const Findings& findings, const Course& course);

}  // namespace provenu::report
