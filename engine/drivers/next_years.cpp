#include <utility>
#include <vector>

#include "drivers/lowering.hpp"

namespace provenu::drivers {
namespace {

using formula::Tree;

/// The budget decided for a year; what it does not say is as this year's.
Tree budget_of(Lowering& lowering, const model::Driver& driver, int year) {
    model::Level level;
    for (const auto& decided : driver.next_years)
        if (decided.year.value == year || (decided.holds && decided.year.value < year)) level = decided.level;
    const std::string this_year = driver.id.value + ".budget";
    const Tree activity = level.activity ? lower(lowering, *level.activity) : formula::name(this_year + ".activity");
    const Tree price = level.price ? lower(lowering, *level.price) : formula::name(this_year + ".price");
    return formula::product({activity, price});
}

/// The activity that the next year begins with.
Tree level(Lowering& lowering, const model::Driver& driver) {
    if (driver.level_at_year_end) return lower(lowering, *driver.level_at_year_end);
    return formula::name(driver.id.value + (driver.so_far ? ".so_far.rest" : ".expected.activity"));
}

}  // namespace

void lower_next_years(Lowering& lowering, const model::Driver& driver) {
    const quantity::Years years = years_to_come(lowering.file);
    if (years.count() < 1) return;
    const quantity::Unit money = quantity::unit_of(quantity::Dimension::money);
    const std::string name = driver.id.value + ".next";
    const auto place = driver.level_at_year_end ? driver.level_at_year_end->place : driver.expected_place;
    define(lowering, {name + ".activity", place}, level(lowering, driver));
    const Tree expected =
        formula::product({formula::name(name + ".activity"), formula::name(driver.id.value + ".expected.price")});
    std::vector<Tree> budgets;
    for (int year = years.first; year <= years.last; ++year) budgets.push_back(budget_of(lowering, driver, year));
    std::vector<Tree> same(budgets.size(), expected);
    define(lowering, {name + ".budget", driver.id.place}, formula::make(formula::Yearly{years.first, false}, std::move(budgets)),
           money);
    define(lowering, {name + ".expected", driver.id.place}, formula::make(formula::Yearly{years.first, false}, std::move(same)),
           money);
    define(lowering, {name + ".deviation"},
           formula::difference(formula::name(name + ".expected"), formula::name(name + ".budget")), money);
}

}  // namespace provenu::drivers
