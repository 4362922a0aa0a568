#include "report/amounts.hpp"

#include <algorithm>
#include <cmath>

#include "provenu/quantity/rounding.hpp"

namespace provenu::report {
namespace {

using model::Section;

using Sum = PrintedSum;
using Term = PrintedSum::Term;

std::vector<Term> lines_of(const compile::Plan& plan, Section section, const std::string& area) {
    std::vector<Term> terms;
    for (const compile::PlannedLine& line : plan.lines) {
        if (line.section != section) continue;
        if (const std::string part = area.empty() ? line.id : counted_in(line, area); !part.empty()) terms.push_back({part});
    }
    return terms;
}

void add_section(std::vector<Sum>& sums, const compile::Plan& plan, Section section) {
    const std::string prefix = name(section) + ".";
    const std::vector<model::Area> areas = areas_of(plan, section);
    std::vector<Term> subtotals;
    for (const model::Area& area : areas) {
        sums.push_back({prefix + area.id.value, lines_of(plan, section, area.id.value)});
        subtotals.push_back({prefix + area.id.value});
    }
    sums.push_back({prefix + "total", lines_of(plan, section, "")});
    sums.push_back({prefix + "total", subtotals});
}

/// The change in service and what was converted out of it; a conversion into service counts the other way.
Sum net_efficiency(const compile::Plan& plan) {
    Sum sum{"recurring.net_efficiency", {{"recurring.service"}}};
    for (const compile::PlannedLine& line : plan.lines) {
        if (line.converted_from.empty() || line.section != Section::recurring) continue;
        if (line.converted_from == "service") sum.terms.push_back({line.own, 1});
        if (line.area == "service") sum.terms.push_back({line.own, -1});
    }
    return sum;
}

std::vector<double> added(const Amounts& amounts, const Sum& sum, std::size_t years) {
    std::vector<double> total(years, 0.0);
    for (const Term& term : sum.terms)
        if (const auto found = amounts.find(term.name); found != amounts.end())
            for (std::size_t i = 0; i < years; ++i) total[i] += term.sign * found->second[i];
    return total;
}

std::vector<double> running(const std::vector<double>& flow) {
    std::vector<double> balance;
    double sum = 0;
    for (const double amount : flow) balance.push_back(sum += amount);
    return balance;
}

std::vector<double> rounded(std::vector<double> values, double step) {
    for (double& value : values) value = quantity::round_half_away(value, step);
    return values;
}

/// Whether rows print the same: less than half a step apart.
bool alike(const std::vector<double>& left, const std::vector<double>& right, double step) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [step](double a, double b) { return std::abs(a - b) < step / 2; });
}

}  // namespace

std::vector<PrintedSum> sums_of(const compile::Plan& plan) {
    std::vector<Sum> sums;
    add_section(sums, plan, Section::recurring);
    add_section(sums, plan, Section::implementation);
    if (plan.has_conversion) sums.push_back(net_efficiency(plan));
    sums.push_back({"net.total", {{"recurring.total"}, {"implementation.total"}}});
    return sums;
}

std::string name(Section section) {
    return section == Section::recurring ? "recurring" : "implementation";
}

Amounts amounts_of(const Findings& findings) {
    const compile::Plan& plan = findings.plan;
    const auto years = static_cast<std::size_t>(findings.years().count());
    const bool of_rounded = plan.table.totals == model::TablePolicy::Totals::rounded;
    Amounts amounts;
    for (const compile::PlannedLine& line : plan.lines) {
        amounts[line.id] = yearly(findings, line.id);
        if (of_rounded) amounts[line.id] = rounded(amounts[line.id], plan.table.round_lines_to * findings.step());
        if (line.others.empty()) continue;
        amounts[line.others] = yearly(findings, line.others);
        if (of_rounded) amounts[line.others] = rounded(amounts[line.others], plan.table.round_lines_to * findings.step());
        amounts[line.own] =
            of_rounded ? added(amounts, {line.own, {{line.id, 1}, {line.others, -1}}}, years) : yearly(findings, line.own);
    }
    for (const Sum& sum : sums_of(plan))
        amounts[sum.total] = of_rounded ? added(amounts, sum, years) : yearly(findings, sum.total);
    amounts["balance.total"] = of_rounded ? running(amounts["net.total"]) : yearly(findings, "balance.total");
    return amounts;
}

bool printed_rows_add_up(const Findings& findings, const Amounts& amounts) {
    Amounts printed;
    for (const auto& [row, values] : amounts) printed[row] = rounded(values, findings.step());
    for (const compile::PlannedLine& line : findings.plan.lines)
        printed[line.id] = rounded(amounts.at(line.id), findings.plan.table.round_lines_to * findings.step());
    const auto agree = [&](const Sum& sum) {
        return sum.terms.empty() ||
               alike(added(printed, sum, printed.at(sum.total).size()), printed.at(sum.total), findings.step());
    };
    const std::vector<Sum> sums = sums_of(findings.plan);
    return std::all_of(sums.begin(), sums.end(), agree) &&
           alike(running(printed.at("net.total")), printed.at("balance.total"), findings.step());
}

}  // namespace provenu::report
