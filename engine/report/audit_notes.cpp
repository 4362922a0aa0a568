#include <algorithm>
#include <variant>

#include "provenu/wording/number.hpp"
#include "report/audit_words.hpp"

namespace provenu::report {
namespace {

/// Years in a row with one share, as printed.
struct Span {
    int first = 0;
    int last = 0;
    std::string share;
};

std::vector<Span> spans_of(const audit::Drift& drift, wording::Language language) {
    std::vector<Span> spans;
    for (const audit::Drift::Share& each : drift.shares) {
        const std::string share = wording::number(language, 100 * each.share, 1) + " %";
        if (!spans.empty() && spans.back().share == share && spans.back().last + 1 == each.year)
            spans.back().last = each.year;
        else
            spans.push_back({each.year, each.year, share});
    }
    return spans;
}

}  // namespace

std::string AuditWords::sentence(const std::vector<const audit::Rounding*>& roundings) const {
    std::vector<std::string> parts;
    for (const audit::Rounding* each : roundings)
        parts.push_back(words(
            "rounding.year",
            {{"year", std::to_string(each->year)}, {"printed", amount(each->printed)}, {"computed", amount(each->computed)}}));
    return words("rounding", {{"name", name(roundings.front()->where)}, {"years", listed(parts)}});
}

std::string AuditWords::sentence(const audit::CoarseRow& row) const {
    std::vector<std::string> parts;
    for (const audit::Rounding& each : row.figures)
        parts.push_back(
            words("rounding.year",
                  {{"year", std::to_string(each.year)}, {"printed", amount(each.printed)}, {"computed", amount(each.computed)}}));
    const bool fives = row.unit == 5 * audited_.findings.step;  // who rounds to 5 rounds some figures to 10
    const std::string unit = fives ? listed({amount(row.unit), amount(2 * row.unit)}, "or") : amount(row.unit);
    return words("coarse", {{"name", name(row.where)}, {"unit", unit}, {"years", listed(parts)}});
}

std::string AuditWords::sentence(const audit::Drift& drift) const {
    std::vector<std::string> parts;
    for (const Span& span : spans_of(drift, language_)) {
        const std::string years =
            span.first == span.last ? std::to_string(span.first) : std::to_string(span.first) + "-" + std::to_string(span.last);
        parts.push_back(words("drift.years", {{"share", span.share}, {"years", years}}));
    }
    return words(drift.follows ? "drift.follows" : "drift",
                 {{"row", name(drift.row)}, {"of", name(drift.of)}, {"shares", listed(parts)}});
}

std::vector<std::string> AuditWords::notes() const {
    std::vector<std::string> sentences;
    std::vector<std::vector<const audit::Rounding*>> roundings;
    for (const audit::Note& note : audited_.findings.notes) {
        if (const auto* rounding = std::get_if<audit::Rounding>(&note)) {
            const auto same =
                std::ranges::find_if(roundings, [&](const auto& row) { return row.front()->where == rounding->where; });
            if (same != roundings.end())
                same->push_back(rounding);
            else
                roundings.push_back({rounding});
        } else if (const auto* coarse = std::get_if<audit::CoarseRow>(&note)) {
            sentences.push_back(sentence(*coarse));
        } else if (const auto* drift = std::get_if<audit::Drift>(&note)) {
            sentences.push_back(sentence(*drift));
        } else if (const auto* conversion = std::get_if<audit::NoConversion>(&note)) {
            sentences.push_back(words("no_conversion", {{"name", name(conversion->where)}}));
        } else if (const auto* column = std::get_if<audit::NoSumColumn>(&note)) {
            sentences.push_back(words("no_sum_column", {{"heading", column->heading}}));
        } else if (const auto* unchecked = std::get_if<audit::NotChecked>(&note)) {
            sentences.push_back(words("not_checked", {{"name", name(unchecked->where)}}));
        }
    }
    std::vector<std::string> all;
    for (const auto& row : roundings) all.push_back(sentence(row));
    all.insert(all.end(), sentences.begin(), sentences.end());
    return all;
}

}  // namespace provenu::report
