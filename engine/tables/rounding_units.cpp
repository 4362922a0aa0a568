#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "provenu/tables/published.hpp"

namespace provenu::tables {
namespace {

constexpr double chance = 1e-5;  // that figures which are not rounded so look as if they were

/// Distinct figures but nought, in steps of the last digit that is printed.
std::set<double> steps_of(const PublishedTable& table) {
    std::set<double> figures;
    for (const PublishedRow& row : table.rows)
        for (const auto& value : row.values)
            if (const double steps = std::round(std::abs(value.value_or(0)) / table.step); steps > 0) figures.insert(steps);
    return figures;
}

/// Whether the figures are multiples of so many steps, but for a slip or two in a large table.
bool are_multiples(const std::set<double>& figures, double unit) {
    constexpr double figures_per_slip = 12;
    constexpr double most_slips = 2;
    const auto multiples = static_cast<double>(
        std::ranges::count_if(figures, [&](double steps) { return std::abs(std::remainder(steps, unit)) < 1e-6; }));
    const double all = static_cast<double>(figures.size());
    const double slips = all - multiples;
    if (slips > std::min(most_slips, all / figures_per_slip)) return false;
    return std::pow(unit, -multiples) * std::pow(all, slips) < chance;
}

}  // namespace

std::vector<double> rounding_units(const PublishedTable& table) {
    const std::set<double> figures = steps_of(table);
    std::vector<double> units;
    for (const double unit : std::array{10'000., 5'000., 1'000., 500., 250., 100., 50., 25., 10., 5.})
        if (are_multiples(figures, unit)) units.push_back(unit * table.step);
    units.push_back(table.step);
    return units;
}

}  // namespace provenu::tables
