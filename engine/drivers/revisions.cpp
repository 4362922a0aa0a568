#include <algorithm>

#include "drivers/lowering.hpp"

namespace provenu::drivers {
namespace {

const model::Level* level_of(const model::Driver& driver, const std::string& revision) {
    const auto found = std::ranges::find_if(driver.revisions, [&](const auto& each) { return each.revision.value == revision; });
    return found != driver.revisions.end() ? &found->level : nullptr;
}

/// What the revision says, or else what was so before it.
void define_value(Lowering& lowering, const std::string& name, const std::optional<model::Value>& written,
                  const formula::Tree& before) {
    if (written)
        define(lowering, {name, written->place}, lower(lowering, *written));
    else
        define(lowering, {name}, before);
}

}  // namespace

void lower_revisions(Lowering& lowering, const model::Driver& driver) {
    const quantity::Unit money = quantity::unit_of(quantity::Dimension::money);
    const std::string& id = driver.id.value;
    std::string before = id + ".budget";
    for (const model::Labelled& revision : lowering.file.revisions) {
        const std::string name = id + ".revision." + revision.id.value;
        const model::Level* level = level_of(driver, revision.id.value);
        const model::Level written = level != nullptr ? *level : model::Level{};
        define_value(lowering, name + ".activity", written.activity, formula::name(before + ".activity"));
        define_value(lowering, name + ".price", written.price, formula::name(before + ".price"));
        define_split(lowering, {id, name, name, driver.id.place});
        define(lowering, {name + ".movement"}, formula::difference(formula::name(name), formula::name(before)), money);
        before = name;
    }
    define(lowering, {id + ".movement"}, formula::difference(formula::name(id + ".expected"), formula::name(before)), money);
}

}  // namespace provenu::drivers
