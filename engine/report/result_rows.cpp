#include <cmath>

#include "provenu/wording/number.hpp"
#include "report/layout.hpp"
#include "report/payback.hpp"
#include "report/rows.hpp"

namespace provenu::report {
namespace {

using diag::Argument;

/// A result before it becomes a row.
struct Result {
    std::string section;
    std::string label;
    Outcome outcome;
};

std::string amount(const Findings& findings, double value) {
    return std::isfinite(value) ? wording::number(findings.language, value, findings.decimals()) : "–";
}

Result payback(const Findings& findings, Basis basis) {
    return {"payback_" + name(basis), wording::text(findings.language, "table.payback." + name(basis)),
            payback_outcome(findings, basis)};
}

/// A scalar of money; `words` is a key that shows it as `{amount}`, or empty for the bare amount.
Outcome money(const Findings& findings, const std::string& name, const std::string& words) {
    const double value = findings.figures.scalar(name);
    const std::string bare = amount(findings, value);
    return {words.empty() ? bare : wording::text(findings.language, words, {{"amount", bare}}),
            figure_cell({value, findings.decimals(), 0}, name), ""};
}

Result present_value(const Findings& findings, const std::string& name, int years) {
    const int first = findings.years().first;
    const std::vector<Argument> span{{"first", std::to_string(first)}, {"last", std::to_string(first + years - 1)}};
    return {name == "npv" ? "npv" : "npv_horizon", wording::text(findings.language, "table.npv", span),
            money(findings, name, "")};
}

Result return_rate(const Findings& findings) {
    const double rate = findings.figures.scalar("irr");
    const std::string label = wording::text(findings.language, "table.irr");
    if (!std::isfinite(rate)) {
        const long count = std::lround(findings.figures.scalar("irr.count"));
        const std::string key = count > 1 ? "table.irr.several" : "table.irr.none";
        const std::string words = wording::text(findings.language, key, {{"count", std::to_string(count)}});
        return {"irr", label, {words, {{}, "irr", ""}, words}};
    }
    const std::string percent = wording::number(findings.language, 100 * rate, 1) + " %";
    const std::string words = wording::text(findings.language, "table.irr.value", {{"rate", percent}});
    return {"irr", label, {words, figure_cell({rate, 4, 0}, "irr"), words}};
}

Result peak(const Findings& findings) {
    const double value = findings.figures.scalar("peak");
    const std::string label = wording::text(findings.language, "table.peak");
    if (!(value > 0)) {
        const std::string none = wording::text(findings.language, "table.peak.none");
        return {"peak", label, {none, {{}, "peak", ""}, none}};
    }
    const std::string year = std::to_string(std::lround(findings.figures.scalar("peak.year")));
    const std::vector<Argument> arguments{{"amount", amount(findings, value)}, {"year", year}};
    const std::string words = wording::text(findings.language, "table.peak.value", arguments);
    return {"peak", label, {words, figure_cell({value, findings.decimals(), 0}, "peak"), words}};
}

std::vector<Result> results(const Findings& findings) {
    const auto label = [&](const std::string& key) { return wording::text(findings.language, key); };
    const int table_years = findings.years().count();
    std::vector<Result> results{payback(findings, Basis::service), payback(findings, Basis::total),
                                present_value(findings, "npv", table_years)};
    if (findings.plan.horizon_years != table_years && findings.figures.has("npv.horizon"))
        results.push_back(present_value(findings, "npv.horizon", findings.plan.horizon_years));
    results.push_back(return_rate(findings));
    results.push_back(peak(findings));
    results.push_back({"investment_need", label("table.investment_need"), money(findings, "investment_need", "")});
    results.push_back(
        {"full_phase_in", label("table.full_phase_in"), money(findings, "full_phase_in", "table.full_phase_in.value")});
    return results;
}

}  // namespace

std::vector<Row> result_rows(const Findings& findings, std::size_t columns) {
    std::vector<Row> rows;
    for (Result& result : results(findings)) {
        rows.push_back(row(Row::Role::result, result.section, {label_cell(result.label)}, columns));
        rows.back().outcome = std::move(result.outcome);
    }
    return rows;
}

}  // namespace provenu::report
