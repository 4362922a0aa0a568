#include <utility>

#include "drivers/lowering.hpp"

namespace provenu::drivers {
namespace {

using formula::Tree;
constexpr int months_a_year = 12;

Tree months(int count) {
    return formula::number(count);
}

/// What is known so far, under names of its own that notes refer to.
void lower_so_far(Lowering& lowering, const model::Driver& driver) {
    const model::SoFar& so_far = *driver.so_far;
    const std::string name = driver.id.value + ".so_far";
    define(lowering, {name + ".activity", so_far.activity->place}, lower(lowering, *so_far.activity));
    const Tree rest = so_far.rest ? lower(lowering, *so_far.rest) : formula::name(name + ".activity");
    define(lowering, {name + ".rest", so_far.rest ? so_far.rest->place : so_far.activity->place}, rest);
    if (so_far.spent)
        define(lowering, {name + ".spent", so_far.spent->place}, lower(lowering, *so_far.spent),
               quantity::unit_of(quantity::Dimension::money));
}

/// The year's activity: that of the months so far and that of the rest, each by its months.
Tree full_year(const std::string& so_far, int months_so_far) {
    const Tree until_now = formula::product({months(months_so_far), formula::name(so_far + ".activity")});
    const Tree rest = formula::product({months(months_a_year - months_so_far), formula::name(so_far + ".rest")});
    return formula::make(formula::Divide{}, {formula::sum({until_now, rest}), months(months_a_year)});
}

/// What was spent, for the share of a year that it bought.
Tree price_so_far(const std::string& so_far, int months_so_far) {
    const Tree share = formula::make(formula::Divide{}, {months(months_so_far), months(months_a_year)});
    const Tree bought = formula::product({formula::name(so_far + ".activity"), share});
    return formula::make(formula::Divide{}, {formula::name(so_far + ".spent"), bought});
}

void lower_budget(Lowering& lowering, const model::Driver& driver) {
    const std::string name = driver.id.value + ".budget";
    const auto& [activity, price] = driver.budget;
    define(lowering, {name + ".activity", activity->place}, lower(lowering, *activity));
    define(lowering, {name + ".price", price->place}, lower(lowering, *price));
    define(lowering, {name, activity->place},
           formula::product({formula::name(name + ".activity"), formula::name(name + ".price")}),
           quantity::unit_of(quantity::Dimension::money));
}

void lower_expected(Lowering& lowering, const model::Driver& driver) {
    const std::string name = driver.id.value + ".expected";
    const std::string so_far = driver.id.value + ".so_far";
    const int months_so_far = driver.so_far ? driver.so_far->months.value : 0;
    if (driver.so_far) lower_so_far(lowering, driver);
    const auto& [activity, price] = driver.expected;
    if (activity)
        define(lowering, {name + ".activity", activity->place}, lower(lowering, *activity));
    else
        define(lowering, {name + ".activity", driver.so_far->activity->place}, full_year(so_far, months_so_far));
    if (price)
        define(lowering, {name + ".price", price->place}, lower(lowering, *price));
    else
        define(lowering, {name + ".price", driver.so_far->spent->place}, price_so_far(so_far, months_so_far));
}

}  // namespace

void lower_driver(Lowering& lowering, const model::Driver& driver) {
    lower_budget(lowering, driver);
    lower_expected(lowering, driver);
    const std::string& id = driver.id.value;
    define_split(lowering, {id, id + ".expected", id, driver.expected_place});
    lower_revisions(lowering, driver);
    lower_next_years(lowering, driver);
}

}  // namespace provenu::drivers
