#include "report/audit_causes.hpp"

#include <cmath>
#include <variant>

namespace provenu::report {
namespace {

/// One sentence for each kind.
struct InWords {
    const CauseSaid& said;

    [[nodiscard]] std::string words(const std::string& key, std::vector<diag::Argument> arguments = {}) const {
        arguments.push_back({"difference", said.difference});
        return said.words.words("cause." + key, arguments);
    }
    [[nodiscard]] std::string quoted(const audit::Where& row) const {
        return said.words.words("where.row", {{"label", row.label}});
    }
    [[nodiscard]] std::string exactly(bool exact) const { return said.words.words(exact ? "exactly" : "nearly"); }

    std::string operator()(const audit::TimesRow& cause) const {
        return words("times." + std::to_string(cause.times) + (cause.belongs ? "" : ".elsewhere"),
                     {{"row", quoted(cause.row)}, {"exactly", exactly(cause.exact)}});
    }
    std::string operator()(const audit::TwoRows& cause) const {
        const bool same = cause.first.times == cause.second.times;
        const bool first_twice = cause.first.times > 0;
        const audit::Where& row = same || first_twice ? cause.first.row : cause.second.row;
        const audit::Where& other = same || first_twice ? cause.second.row : cause.first.row;
        return words(!same         ? "two.mixed"
                     : first_twice ? "two.1"
                                   : "two.-1",
                     {{"row", quoted(row)}, {"other", quoted(other)}, {"exactly", exactly(true)}});
    }
    std::string operator()(const audit::OtherSign&) const { return words(said.printed > 0 ? "sign.lost" : "sign.added"); }
    std::string operator()(const audit::SwappedDigits&) const { return words("swapped"); }
    std::string operator()(const audit::PowerOfTen& cause) const {
        return words(cause.exponent > 0 ? "power.large" : "power.small",
                     {{"factor", words("power." + std::to_string(std::abs(cause.exponent)))}});
    }
    std::string operator()(const audit::OneDigit& cause) const { return words(cause.too_many ? "digit.added" : "digit.lost"); }
    std::string operator()(const audit::ShiftedYears& cause) const {
        return words(cause.by < 0 ? "shifted.late" : "shifted.early");
    }
    std::string operator()(const audit::YearLeftOut&) const { return words("year_left_out"); }
    std::string operator()(const audit::MissingRow&) const { return words("missing_row", {{"term", said.term}}); }
    std::string operator()(const audit::UnknownRow&) const { return words("unknown_row"); }
    std::string operator()(const audit::CarriesOn& cause) const {
        return words("carries_on", {{"row", quoted(cause.from)}, {"year", std::to_string(cause.year)}});
    }
    std::string operator()(const audit::TimesFigure& cause) const { return words(cause.part ? "half" : "twice"); }
    std::string operator()(const audit::TermLeftOut&) const { return words("term", {{"term", said.term}}); }
};

struct Name {
    std::string operator()(const audit::TimesRow&) const { return "times-row"; }
    std::string operator()(const audit::TwoRows&) const { return "two-rows"; }
    std::string operator()(const audit::OtherSign&) const { return "sign"; }
    std::string operator()(const audit::SwappedDigits&) const { return "swapped-digits"; }
    std::string operator()(const audit::PowerOfTen&) const { return "power-of-ten"; }
    std::string operator()(const audit::OneDigit&) const { return "one-digit"; }
    std::string operator()(const audit::ShiftedYears&) const { return "shifted-years"; }
    std::string operator()(const audit::YearLeftOut&) const { return "year-left-out"; }
    std::string operator()(const audit::MissingRow&) const { return "missing-row"; }
    std::string operator()(const audit::UnknownRow&) const { return "unknown-row"; }
    std::string operator()(const audit::CarriesOn&) const { return "carries-on"; }
    std::string operator()(const audit::TimesFigure&) const { return "times-figure"; }
    std::string operator()(const audit::TermLeftOut&) const { return "term-left-out"; }
};

}  // namespace

std::string cause_in_words(const CauseSaid& said) {
    return std::visit(InWords{said}, said.cause);
}

std::string name_of(const audit::Cause& cause) {
    return std::visit(Name{}, cause);
}

}  // namespace provenu::report
