#pragma once

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <variant>
#include <vector>

#include "provenu/audit/findings.hpp"

namespace provenu::support {

struct CauseTold {
    std::string operator()(const audit::TermLeftOut& cause) const { return fmt::format("without term {}", cause.term); }
    std::string operator()(const audit::TimesRow& cause) const {
        return fmt::format("{} x {}{}", cause.times, cause.row.label, cause.belongs ? "" : " from elsewhere");
    }
    std::string operator()(const audit::TwoRows& cause) const { return (*this)(cause.first) + " and " + (*this)(cause.second); }
    std::string operator()(const audit::OtherSign&) const { return "other sign"; }
    std::string operator()(const audit::SwappedDigits&) const { return "swapped digits"; }
    std::string operator()(const audit::PowerOfTen& cause) const { return fmt::format("power of ten {}", cause.exponent); }
    std::string operator()(const audit::OneDigit& cause) const { return cause.too_many ? "a digit too many" : "a digit too few"; }
    std::string operator()(const audit::ShiftedYears& cause) const { return fmt::format("shifted {}", cause.by); }
    std::string operator()(const audit::YearLeftOut& cause) const { return fmt::format("without {}", cause.year); }
    std::string operator()(const audit::MissingRow&) const { return "missing row"; }
    std::string operator()(const audit::UnknownRow&) const { return "unknown row"; }
    std::string operator()(const audit::CarriesOn& cause) const {
        return fmt::format("carries on {} {}", cause.from.label, cause.year);
    }
    std::string operator()(const audit::TimesFigure& cause) const {
        return cause.part ? fmt::format("1/{}", cause.times) : fmt::format("{} times", cause.times);
    }
};

inline std::string told(const std::optional<double>& figure) {
    return figure ? fmt::format("{:g}", std::round(*figure * 1e6) / 1e6) : "nothing";
}

/// A difference on a line: `net 2030: -8800 for -10480: 2 x Huslejetilskud`.
inline std::string told(const audit::Difference& difference) {
    const bool line = difference.where.section == "recurring" || difference.where.section == "implementation";
    std::string text = line ? difference.where.label : difference.where.section;
    if (difference.year) text += fmt::format(" {}", *difference.year);
    text += fmt::format(": {} for {}", told(difference.printed), told(difference.computed));
    if (difference.cause) text += ": " + std::visit(CauseTold{}, *difference.cause);
    return text;
}

using Told = std::vector<std::string>;

inline Told differences(const audit::Findings& findings) {
    Told all;
    for (const audit::Difference& difference : findings.differences) all.push_back(told(difference));
    return all;
}

inline Told roundings(const audit::Findings& findings) {
    Told all;
    for (const audit::Note& note : findings.notes)
        if (const auto* rounding = std::get_if<audit::Rounding>(&note))
            all.push_back(fmt::format("{} {}: {:g} for {:g}", rounding->where.section, rounding->year, rounding->printed,
                                      rounding->computed));
    return all;
}

}  // namespace provenu::support
