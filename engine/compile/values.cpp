#include <algorithm>
#include <limits>
#include <utility>

#include "compile/lowering.hpp"
#include "provenu/formula/program.hpp"

namespace provenu::compile {
namespace {

int characters(std::string_view text) {
    return static_cast<int>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Where a name stands in the formula it was written in.
diag::Place place_of(const formula::Name& name, const model::Value& value) {
    diag::Place place = value.place;
    place.column += name.offset;
    place.width = characters(name.name);
    return place;
}

/// Whether all names of the formula may stand in it.
bool check_names(Lowering& lowering, const model::Value& value) {
    bool known = true;
    formula::for_each_name(value.formula, [&](const formula::Name& name) {
        if (has(lowering.words.formula, name.name)) return;
        known = false;
        const diag::Place place = place_of(name, value);
        const bool results_may_be_named = has(lowering.words.formula, "net");
        if (!results_may_be_named && is_result(lowering.words, name.name))
            lowering.found.error("P435", place, {{"name", name.name}});
        else
            refuse_name(lowering, {name.name, place}, {"P420", "P421"}, lowering.words.formula);
    });
    return known;
}

/// `net[2099]`: a year for which nothing is computed.
void check_years(Lowering& lowering, const model::Value& value, const formula::Tree& tree) {
    for (const formula::Tree& operand : tree->operands) check_years(lowering, value, operand);
    const auto* pick = std::get_if<formula::Pick>(&tree->operation);
    const quantity::Years years = lowering.axis.all();
    if (pick == nullptr || years.contains(pick->year)) return;
    const auto* name = std::get_if<formula::Name>(&tree->operands.front()->operation);
    lowering.found.error(
        "P434", name != nullptr ? place_of(*name, value) : value.place,
        {{"year", std::to_string(pick->year)}, {"first", std::to_string(years.first)}, {"last", std::to_string(years.last)}});
}

Written::As as_wanted(Wants wants) {
    switch (wants) {
        case Wants::amount_a_year:
            return Written::As::amount;
        case Wants::amount_once:
            return Written::As::total;
        case Wants::fte:
            return Written::As::fte;
        case Wants::rate:
            return Written::As::rate;
        case Wants::share:
            return Written::As::share;
        case Wants::years:
            return Written::As::years;
        case Wants::hours:
            return Written::As::hours;
        case Wants::anything:
            break;
    }
    return Written::As::value;
}

/// Bare numbers of staff are FTE; said, so that an explanation can say it too.
formula::Tree in_fte(const formula::Tree& tree) {
    const auto* number = std::get_if<formula::Number>(&tree->operation);
    if (number == nullptr || !number->unit.is_bare()) return tree;
    return formula::number(number->value, unit_of(quantity::Dimension::fte));
}

}  // namespace

formula::Tree unknown() {
    return formula::number(std::numeric_limits<double>::quiet_NaN());
}

void refuse_name(Lowering& lowering, const model::Placed<std::string>& written, NameFindings findings, Names& candidates,
                 std::optional<std::string> meant) {
    if (lowering.proposal.names_lost) return;  // it may be among those; what hides them has been found
    const auto near = nearest(candidates, written.value);
    const auto suggested = near ? near : meant;
    std::vector<diag::Argument> arguments{{"name", written.value}};
    if (const std::string all = listed(candidates); !all.empty()) arguments.push_back({"all", all});
    if (suggested) arguments.push_back({"nearest", *suggested});
    lowering.found.error(suggested ? findings.near : findings.far, written.place, std::move(arguments));
}

formula::Tree lower(Lowering& lowering, const model::Value& value, Wants wants) {
    if (value.formula == nullptr) return unknown();  // not written; the reader has said so
    if (!check_names(lowering, value)) return unknown();
    check_years(lowering, value, value.formula);
    formula::Tree tree = formula::in_money(value.formula, lowering.proposal.unit);
    if (wants == Wants::fte) tree = in_fte(tree);
    lowering.checks.push_back({tree, value.place, wants});
    lowering.written.push_back({tree, as_wanted(wants), value.place});
    return tree;
}

formula::Tree lower(Lowering& lowering, const model::Series& series, Wants wants) {
    std::vector<formula::Tree> operands;
    for (const model::Value& value : series.values) operands.push_back(lower(lowering, value, wants));
    formula::Tree tree = formula::make(formula::Yearly{series.first, series.holds}, std::move(operands));
    if (wants == Wants::anything) lowering.checks.push_back({tree, series.place, wants});
    return tree;
}

formula::Tree lower(Lowering& lowering, const model::Amount& amount, Wants wants) {
    return std::visit([&](const auto& written) { return lower(lowering, written, wants); }, amount);
}

formula::Tree written(Lowering& lowering, Written number) {
    lowering.written.push_back(std::move(number));
    return lowering.written.back().tree;
}

std::string in_language(const Lowering& lowering, const model::Text& text) {
    const bool danish = lowering.language == model::Language::danish;
    const std::string& wanted = danish ? text.danish : text.english;
    return wanted.empty() ? (danish ? text.english : text.danish) : wanted;
}

void define(Lowering& lowering, std::string name, formula::Tree tree, std::optional<quantity::Unit> unit) {
    formula::Definition definition;
    definition.name = std::move(name);
    definition.tree = std::move(tree);
    lowering.drafts.push_back({std::move(definition), unit.value_or(quantity::unit_of(quantity::Dimension::money))});
}

}  // namespace provenu::compile
