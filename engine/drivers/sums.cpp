#include <string>
#include <vector>

#include "drivers/lowering.hpp"

namespace provenu::drivers {
namespace {

using Strings = std::vector<std::string>;

/// The amounts of a driver that areas and the whole have too.
Strings figures(const model::Drivers& file) {
    Strings all{".budget", ".expected", ".deviation", ".volume_effect", ".price_effect", ".joint_effect", ".movement"};
    for (const model::Labelled& revision : file.revisions)
        for (const char* figure : {"", ".deviation", ".volume_effect", ".price_effect", ".joint_effect", ".movement"})
            all.push_back(".revision." + revision.id.value + figure);
    if (years_to_come(file).count() > 0)
        for (const char* figure : {".next.budget", ".next.expected", ".next.deviation"}) all.emplace_back(figure);
    return all;
}

void define_sums(Lowering& lowering, const Named& sum, const Strings& drivers) {
    for (const std::string& figure : figures(lowering.file)) {
        std::vector<formula::Tree> operands;
        for (const std::string& driver : drivers) operands.push_back(formula::name(driver + figure));
        define(lowering, {sum.name + figure, sum.place}, formula::sum(std::move(operands)),
               quantity::unit_of(quantity::Dimension::money));
    }
}

}  // namespace

void lower_sums(Lowering& lowering) {
    Strings all;
    for (const model::Driver& driver : lowering.file.drivers) all.push_back(driver.id.value);
    for (const model::Labelled& area : lowering.file.areas) {
        Strings inside;
        for (const model::Driver& driver : lowering.file.drivers)
            if (driver.area && driver.area->value == area.id.value) inside.push_back(driver.id.value);
        define_sums(lowering, {"area." + area.id.value, area.id.place}, inside);
    }
    define_sums(lowering, {"total", lowering.file.id.place}, all);
}

}  // namespace provenu::drivers
