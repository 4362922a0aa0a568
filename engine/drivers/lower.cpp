#include <utility>

#include "drivers/lowering.hpp"
#include "provenu/formula/program.hpp"

namespace provenu::drivers {
using formula::Tree;
using quantity::Dimension;

quantity::Years years_to_come(const model::Drivers& file) {
    const bool asked = file.next_years && file.next_years->value.first > file.year.value;
    return asked ? file.next_years->value : quantity::Years{file.year.value + 1, file.year.value};
}

void define(Lowering& lowering, Named named, Tree tree, quantity::Unit unit) {
    formula::Definition definition;
    definition.name = std::move(named.name);
    definition.place = std::move(named.place);
    definition.shape = formula::shape_of(tree, [&](const std::string& name) {
        const auto* found = lowering.book.find(name);
        return found != nullptr ? found->shape : formula::Shape::scalar;
    });
    definition.tree = std::move(tree);
    definition.unit = unit;
    lowering.book.index.emplace(definition.name, lowering.book.definitions.size());
    lowering.book.definitions.push_back(std::move(definition));
}

Tree lower(Lowering& lowering, const model::Value& value) {
    return formula::in_money(value.formula, lowering.book.money);
}

void define_split(Lowering& lowering, const Against& against) {
    const quantity::Unit money = quantity::unit_of(Dimension::money);
    const Tree activity = formula::name(against.name + ".activity");
    const Tree price = formula::name(against.name + ".price");
    const Tree budgeted_activity = formula::name(against.driver + ".budget.activity");
    const Tree budgeted_price = formula::name(against.driver + ".budget.price");
    const Tree more = formula::difference(activity, budgeted_activity);
    const Tree dearer = formula::difference(price, budgeted_price);
    const std::string& split = against.split;
    define(lowering, {against.name, against.place}, formula::product({activity, price}), money);
    define(lowering, {split + ".deviation", against.place},
           formula::difference(formula::name(against.name), formula::name(against.driver + ".budget")), money);
    define(lowering, {split + ".volume_effect", against.place}, formula::product({more, budgeted_price}), money);
    define(lowering, {split + ".price_effect", against.place}, formula::product({budgeted_activity, dearer}), money);
    define(lowering, {split + ".joint_effect", against.place}, formula::product({more, dearer}), money);
}

Plan lower(const model::Drivers& file) {
    Lowering lowering{file, {}};
    lowering.book.axis = {{file.year.value, years_to_come(file).last}, 0};
    lowering.book.money = file.unit;
    for (const model::Driver& driver : file.drivers) lower_driver(lowering, driver);
    lower_sums(lowering);
    return {file, std::move(lowering.book)};
}

}  // namespace provenu::drivers
