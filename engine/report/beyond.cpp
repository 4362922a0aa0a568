#include "report/beyond.hpp"

#include <cmath>

namespace provenu::report {
namespace {

constexpr double noise = 1e-9;

}  // namespace

bool goes_on(const Findings& findings, const std::string& name) {
    return findings.figures.has(name) && std::abs(findings.figures.carried(name)) > noise;
}

std::optional<int> runs_out_after(const Findings& findings, const std::string& name) {
    if (!goes_on(findings, name)) return std::nullopt;
    const quantity::Axis& axis = findings.plan.book.axis;
    int last = axis.years() - 1;
    while (last >= 0 && std::abs(findings.figures.at(name, last)) <= noise) --last;
    const bool is_later = last >= axis.table.count() - 1 && last + 1 < axis.years();
    return is_later ? std::optional(axis.year(last)) : std::nullopt;
}

}  // namespace provenu::report
