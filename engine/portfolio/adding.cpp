#include "portfolio/adding.hpp"

#include <utility>

namespace provenu::portfolio {

Adding::Adding(quantity::Years years, quantity::Money money) {
    book.axis.table = years;
    book.money = money;
}

void Adding::define(const std::string& name, formula::Tree tree, formula::Shape shape) {
    formula::Definition definition;
    definition.name = name;
    definition.tree = std::move(tree);
    definition.shape = shape;
    book.index[name] = book.definitions.size();
    book.definitions.push_back(std::move(definition));
}

formula::Tree Adding::figure(const Member& member, const std::string& name) const {
    const quantity::Axis& own = member.plan->book.axis;
    const double to_money = quantity::factor(member.plan->book.money, book.money);
    const quantity::Years all = book.axis.all();
    std::vector<formula::Tree> values;
    for (int year = own.table.first; year <= all.last; ++year) {
        const int column = year <= own.all().last ? own.column(year) : own.carried();
        values.push_back(formula::number(to_money * member.figures->at(name, column)));
    }
    return formula::make(formula::Yearly{own.table.first, true}, std::move(values));
}

formula::Tree Adding::sum(std::span<const Member> members, const std::string& name) const {
    std::vector<formula::Tree> figures;
    for (const Member& member : members)
        if (member.figures->has(name)) figures.push_back(figure(member, name));
    return formula::sum(std::move(figures));
}

}  // namespace provenu::portfolio
