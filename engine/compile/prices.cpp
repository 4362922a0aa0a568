#include "compile/prices.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "compile/lowering.hpp"
#include "provenu/formula/program.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;
using quantity::Dimension;

bool has_money_literal(const Tree& tree) {
    const auto* number = std::get_if<formula::Number>(&tree->operation);
    if (number != nullptr) return number->unit.of(Dimension::money) != 0;
    return std::ranges::any_of(tree->operands, has_money_literal);
}

bool names_something(const Tree& tree) {
    bool found = false;
    formula::for_each_name(tree, [&](const formula::Name&) { found = true; });
    return found;
}

/// Figures alone, none with a unit or a percent sign, that are no fraction such as 3/17 and not nought.
bool is_bare(const Tree& tree) {
    if (std::holds_alternative<formula::Divide>(tree->operation)) return false;
    if (const auto* number = std::get_if<formula::Number>(&tree->operation))
        return number->unit.is_bare() && number->style == formula::Style::plain && number->value != 0;
    return !tree->operands.empty() && std::ranges::all_of(tree->operands, is_bare);
}

/// A bare number, or a series of them: whoever gives it a price level means money.
bool is_bare_amount(const Tree& tree) {
    const bool series = std::holds_alternative<formula::Yearly>(tree->operation);
    return series ? std::ranges::any_of(tree->operands, is_bare) : is_bare(tree);
}

/// Whether the input's own figures are money; a formula over named amounts is worth what those are, and they have come home.
bool is_own_money(const model::Input& input, const Tree& tree) {
    if (std::holds_alternative<model::Stock>(input.value)) return false;
    if (std::holds_alternative<model::Rate>(input.value)) return true;
    const bool said_by_its_level = !input.prices.of_file && is_bare_amount(tree);
    return has_money_literal(tree) || said_by_its_level || (input.is_rate && !names_something(tree));
}

/// The index an area names; no id and a finding where it names none.
model::Placed<std::string> index_of_area(Lowering& lowering, const std::string& area, const diag::Place& place) {
    for (const model::Area& each : lowering.proposal.policies.areas) {
        if (each.id.value != area) continue;
        if (each.index) return {each.index->value, {}};
        lowering.found.error("P745", place, {{"area", area}});
    }
    return {};
}

model::Placed<std::string> index_of(Lowering& lowering, const model::Prices& prices, const std::string& area,
                                    const diag::Place& place) {
    return prices.index ? *prices.index : index_of_area(lowering, area, place);
}

model::Placed<std::string> index_of(Lowering& lowering, const model::Input& input, const diag::Place& place) {
    const bool is_rate = input.is_rate || std::holds_alternative<model::Rate>(input.value);
    if (is_rate && !input.prices.index) return {"wages", {}};
    return index_of(lowering, input.prices, "service", place);
}

/// Whether the amount is written in another price level than the file's.
bool is_elsewhere(const Lowering& lowering, const model::Prices& prices) {
    const int file = lowering.prices.file;
    return prices.level && prices.level->value != 0 && file != 0 && prices.level->value != file;
}

/// A level of its own is of no use where the file states none; a card's has been found wrong already.
void check_file_level(Lowering& lowering, const model::Prices& prices) {
    if (prices.level && prices.level->value != 0 && lowering.prices.file == 0 && !prices.of_file)
        lowering.found.error("P737", prices.level->place, {{"year", std::to_string(prices.level->value)}});
}

/// The tree times the factor from its own level to the file's.
Tree home(Lowering& lowering, Tree tree, const model::Prices& prices, const model::Placed<std::string>& index,
          const WithoutIndex& without) {
    if (index.value.empty()) return tree;
    const auto by = factor(lowering, {index, prices.level->value, lowering.prices.file, prices.level->place}, without);
    return by ? formula::product({std::move(tree), *by}) : tree;
}

/// A card's own words where it is a card that is in another level.
WithoutIndex without_index(const model::Placed<std::string>& name, const model::Prices& prices) {
    if (!prices.of_file) return {"P730", {{"name", name.value}}};
    return {"P606", {{"path", name.place.source ? name.place.source->path : ""}}};
}

/// A bare number of a card in another level may be money, which would then stay there.
void check_bare(Lowering& lowering, const model::Input& input, const Tree& tree) {
    const auto* amount = std::get_if<model::Amount>(&input.value);
    if (amount != nullptr && is_bare_amount(tree) && !has_money_literal(tree))
        lowering.found.error("P744", model::place_of(*amount));
}

/// The first rate that the line's staff is paid by; none where it has no staff.
const std::string* rate_of(const model::Line& line) {
    for (const model::Part& part : line.parts)
        for (const model::Component& component : part.components)
            if (const auto* staff = std::get_if<model::Staff>(&component.measure); staff != nullptr && !staff->posts.empty())
                return &staff->posts.front().rate.value;
    return nullptr;
}

/// The first name in the tree that stands for money; none where there is none.
const formula::Definition* money_named_in(const Tree& tree, const formula::Book& book) {
    const formula::Definition* found = nullptr;
    formula::for_each_name(tree, [&](const formula::Name& name) {
        const formula::Definition* definition = book.find(name.name);
        const bool is_money = definition != nullptr && definition->unit.of(Dimension::money) != 0;
        if (found == nullptr && is_money) found = definition;
    });
    return found;
}

void check_one(Lowering& lowering, const PriceCheck& check, const formula::Book& book) {
    const diag::Place place = check.prices->level->place;
    const formula::Definition* named = money_named_in(check.tree, book);
    if (named != nullptr && (check.brought_home || !check.prices->of_file)) {
        lowering.found.error("P736", place, {{"name", check.name}, {"named", named->name}});
        return;
    }
    if (check.is_money || (check.prices->of_file && !check.brought_home)) return;
    const auto unit = unit_of(lowering, check.tree, book);
    if (!check.brought_home || (unit && unit->of(Dimension::money) != 1))
        lowering.found.error("P735", place, {{"name", check.name}});
}

}  // namespace

PriceLevels price_levels(const model::Proposal& proposal, const Choices& choices) {
    PriceLevels levels;
    levels.file = proposal.price_level.value;
    levels.table = choices.restate_to.value_or(proposal.restated_to ? proposal.restated_to->value : levels.file);
    const auto asks = [&](const auto& written) { return written && written->value == levels.table; };
    levels.asked = asks(proposal.restated_to)  ? proposal.restated_to->place
                   : asks(proposal.decided_in) ? proposal.decided_in->place
                                               : proposal.price_level.place;
    return levels;
}

void check_level_asked(Lowering& lowering) {
    PriceLevels& levels = lowering.prices;
    if (levels.file != 0 || levels.table == 0) return;
    lowering.found.error("P748", lowering.proposal.id.place, {{"year", std::to_string(levels.table)}});
    levels.table = 0;
}

Tree brought_home(Lowering& lowering, const model::Input& input, Tree tree) {
    check_file_level(lowering, input.prices);
    if (!is_elsewhere(lowering, input.prices)) return tree;
    const bool money = is_own_money(input, tree);
    const bool by_use = input.is_rate || std::holds_alternative<model::Rate>(input.value);
    lowering.prices.checks.push_back(
        {input.name.value, tree, &input.prices, money, money && (by_use || !has_money_literal(tree))});
    if (input.prices.of_file && !input.is_rate) check_bare(lowering, input, tree);
    if (!money) return tree;
    const auto index = index_of(lowering, input, input.prices.level->place);
    return home(lowering, std::move(tree), input.prices, index, without_index(input.name, input.prices));
}

Tree brought_home(Lowering& lowering, const model::Budget& budget, Tree tree) {
    check_file_level(lowering, budget.prices);
    if (!is_elsewhere(lowering, budget.prices)) return tree;
    lowering.prices.checks.push_back({budget.id.value, tree, &budget.prices, true, true});
    const auto index = index_of(lowering, budget.prices, "service", budget.prices.level->place);
    return home(lowering, std::move(tree), budget.prices, index, without_index(budget.id, budget.prices));
}

Tree brought_home(Lowering& lowering, const model::Line& line, Tree tree) {
    check_file_level(lowering, line.prices);
    if (!is_elsewhere(lowering, line.prices)) return tree;
    const diag::Place place = line.prices.level->place;
    if (const std::string* rate = rate_of(line))
        lowering.found.error("P736", place, {{"name", line.id.value}, {"named", *rate}});
    else
        lowering.prices.checks.push_back({line.id.value, tree, &line.prices, true, true});
    const auto index = index_of(lowering, line.prices, model::area_of(line.area), place);
    return home(lowering, std::move(tree), line.prices, index, without_index(line.id, line.prices));
}

bool is_restated(const Lowering& lowering) {
    return lowering.prices.table != lowering.prices.file;
}

Tree restated(Lowering& lowering, Tree tree, const model::Prices& prices, const std::string& area) {
    if (!is_restated(lowering)) return tree;
    const PriceLevels& levels = lowering.prices;
    const auto index = index_of(lowering, prices, area, levels.asked);
    if (index.value.empty()) return tree;
    const auto by = factor(lowering, {index, levels.file, levels.table, levels.asked}, {"P731", {{"area", area}}});
    return by ? formula::product({std::move(tree), *by}) : tree;
}

std::string name_at_home(const Lowering& lowering, const std::string& line) {
    return is_restated(lowering) ? line + "." + std::to_string(lowering.prices.file) + "-prices" : line;
}

void add_line(Lowering& lowering, formula::Definition line, const model::Prices& prices, const std::string& area) {
    const quantity::Unit money = unit_of(Dimension::money);
    if (is_restated(lowering)) {
        formula::Definition shown = line;
        shown.source.clear();  // both are said of the figures it is made from
        shown.note.clear();
        line.name = name_at_home(lowering, line.name);
        shown.tree = restated(lowering, formula::name(line.name), prices, area);
        lowering.drafts.push_back({std::move(line), money});
        line = std::move(shown);
    }
    lowering.drafts.push_back({std::move(line), money});
}

Tree key_figure_restated(Lowering& lowering, const formula::Book& units, const Tree& tree) {
    const PriceLevels levels = lowering.prices;
    const auto carried = [&](quantity::Unit unit, const model::Placed<std::string>& index) {
        const int power = unit.of(Dimension::money);
        if (power == 0 || index.value.empty()) return tree;
        const auto by = factor(lowering, {index, levels.file, levels.table, levels.asked}, {"P731", {{"area", "service"}}});
        if (!by) return tree;
        std::vector<Tree> factors{tree};
        for (int i = 0; i < power; ++i) factors.push_back(*by);
        Tree product = formula::product(std::move(factors));
        for (int i = 0; i > power; --i) product = formula::make(formula::Divide{}, {product, *by});
        return product;
    };
    if (const auto* number = std::get_if<formula::Number>(&tree->operation))
        return number->unit.of(Dimension::money) == 0 ? tree
                                                      : carried(number->unit, index_of_area(lowering, "service", levels.asked));
    if (const auto* name = std::get_if<formula::Name>(&tree->operation)) {
        const formula::Definition* definition = units.find(name->name);
        if (definition == nullptr || definition->unit.of(Dimension::money) == 0) return tree;
        const auto input = lowering.inputs.find(name->name);
        if (input != lowering.inputs.end()) return carried(definition->unit, index_of(lowering, *input->second, levels.asked));
        for (const model::Budget& budget : lowering.proposal.budgets)
            if (budget.id.value == name->name)
                return carried(definition->unit, index_of(lowering, budget.prices, "service", levels.asked));
        return tree;  // a result
    }
    std::vector<Tree> operands;
    for (const Tree& operand : tree->operands) operands.push_back(key_figure_restated(lowering, units, operand));
    return formula::make(tree->operation, std::move(operands));
}

void check_prices(Lowering& lowering, const formula::Book& book) {
    const std::vector<PriceCheck> checks = std::move(lowering.prices.checks);
    for (const PriceCheck& check : checks) check_one(lowering, check, book);
}

}  // namespace provenu::compile
