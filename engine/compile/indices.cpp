#include <algorithm>
#include <set>
#include <utility>

#include "compile/lowering.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::compile {
namespace {

using formula::Tree;

std::string year_name(const std::string& index, int year) {
    return "index." + index + "." + std::to_string(year);
}

wording::Language language_of(const Lowering& lowering) {
    const bool danish = lowering.language == model::Language::danish;
    return danish ? wording::Language::danish : wording::Language::english;
}

const model::Index::Year* find_year(const model::Index& index, int year) {
    const auto found = std::ranges::find_if(index.years, [year](const auto& each) { return each.year == year; });
    return found == index.years.end() ? nullptr : &*found;
}

const model::Index* find_index(Lowering& lowering, const Conversion& conversion, const WithoutIndex& without) {
    const std::vector<model::Index>& indices = lowering.proposal.policies.indices;
    const auto same = std::ranges::find_if(indices, [&](const auto& each) { return each.id.value == conversion.index.value; });
    if (same != indices.end()) return &*same;
    if (lowering.proposal.names_lost) return nullptr;  // it may be among those
    const bool written = conversion.index.place.line > 0;
    if (written && !indices.empty()) return nullptr;  // check_index_names has found it
    std::vector<diag::Argument> arguments{
        {"index", conversion.index.value}, {"from", std::to_string(conversion.from)}, {"to", std::to_string(conversion.to)}};
    arguments.insert(arguments.end(), without.arguments.begin(), without.arguments.end());
    lowering.found.error(without.code, conversion.place, std::move(arguments));
    return nullptr;
}

/// Whether the index has a percentage for every year after the earlier level until the later one.
bool covers(Lowering& lowering, const model::Index& index, const Conversion& conversion) {
    const auto [first, last] = std::minmax(conversion.from, conversion.to);
    for (int year = first + 1; year <= last; ++year) {
        if (find_year(index, year) != nullptr) continue;
        std::vector<diag::Argument> arguments{
            {"index", index.id.value}, {"year", std::to_string(year)}, {"before", std::to_string(year - 1)}};
        if (!index.years.empty()) {
            arguments.push_back({"first", std::to_string(index.years.front().year - 1)});
            arguments.push_back({"last", std::to_string(index.years.back().year)});
        }
        lowering.found.error("P734", conversion.place, std::move(arguments));
        return false;
    }
    return true;
}

/// The percentage of one year: its parts, added.
void define_year(Lowering& lowering, const model::Index& index, const model::Index::Year& year) {
    const std::string name = year_name(index.id.value, year.year);
    if (!lowering.prices.defined.insert(name).second) return;
    std::vector<Tree> parts;
    for (const model::Value& part : year.parts) parts.push_back(lower(lowering, part, Wants::share, Written::As::index));
    define(lowering, name, formula::sum(std::move(parts)), quantity::Unit{});
}

PlannedIndex planned(const model::Index& index, const Conversion& conversion) {
    PlannedIndex planned;
    planned.id = index.id.value;
    planned.label = index.label;
    planned.source = index.source;
    planned.vintage = index.vintage;
    if (index.valid_until) planned.valid_until = index.valid_until->value;
    planned.illustrative = index.illustrative;
    planned.from = conversion.from;
    planned.to = conversion.to;
    planned.factor = "index." + planned.id + "." + std::to_string(conversion.from) + "-" + std::to_string(conversion.to);
    const auto [first, last] = std::minmax(conversion.from, conversion.to);
    for (int year = first + 1; year <= last; ++year) planned.years.push_back({year, year_name(planned.id, year)});
    return planned;
}

/// What an explanation says of an index: where it is from, and which one it is.
std::string source_of(const model::Index& index) {
    return index.source + (index.source.empty() || index.vintage.empty() ? "" : ", ") + index.vintage;
}

/// The percentages chained; going back in time they are taken out again.
void define_factor(Lowering& lowering, const model::Index& index, const PlannedIndex& planned) {
    std::vector<Tree> steps;
    for (const PlannedIndex::Year& year : planned.years) {
        define_year(lowering, index, *find_year(index, year.year));
        steps.push_back(formula::sum({formula::number(1), formula::name(year.percentage)}));
    }
    Tree chained = formula::product(std::move(steps));
    if (planned.to < planned.from) chained = formula::make(formula::Divide{}, {formula::number(1), std::move(chained)});
    define(lowering, planned.factor, std::move(chained), quantity::Unit{});
    formula::Definition& definition = lowering.drafts.back().definition;
    definition.label = in_language(lowering, index.label);
    definition.source = source_of(index);
    definition.note = index.illustrative ? wording::text(language_of(lowering), "prices.illustrative.short") : "";
}

/// An index that is at hand; without any at hand only the proposal's own words are looked at, not those of what it uses.
void check_index_name(Lowering& lowering, const std::optional<model::Placed<std::string>>& index, Names& known) {
    if (!index || index->value.empty() || has(known, index->value) || lowering.proposal.names_lost) return;
    if (!known.in_order.empty()) return refuse_name(lowering, *index, {"P732", "P733"}, known);
    const bool by_author = index->place.source == lowering.proposal.id.place.source;
    if (by_author) lowering.found.error("P729", index->place, {{"name", index->value}});
}

/// Without any index at hand, an amount that has to be carried is found where it is carried.
void check_index_name(Lowering& lowering, const model::Prices& prices, Names& known) {
    const PriceLevels& levels = lowering.prices;
    const bool carried = levels.table != levels.file || (prices.level && prices.level->value != levels.file);
    if (!known.in_order.empty() || !carried) check_index_name(lowering, prices.index, known);
}

/// Names of definitions that results rest on: everything but inputs, budgets and indices, and what they name.
std::set<std::string, std::less<>> reached(const Lowering& lowering, const formula::Book& book) {
    std::set<std::string, std::less<>> assumptions;
    for (const auto& [name, input] : lowering.inputs) assumptions.insert(name);
    for (const model::Budget& budget : lowering.proposal.budgets) assumptions.insert(budget.id.value);
    std::set<std::string, std::less<>> reached;
    for (auto each = book.definitions.rbegin(); each != book.definitions.rend(); ++each) {
        const bool result = !assumptions.contains(each->name) && !each->name.starts_with("index.");
        if (!result && !reached.contains(each->name)) continue;
        formula::for_each_name(each->tree, [&](const formula::Name& name) { reached.insert(name.name); });
    }
    return reached;
}

}  // namespace

void check_index_names(Lowering& lowering) {
    const model::Proposal& proposal = lowering.proposal;
    Names known;
    for (const model::Index& index : proposal.policies.indices) add(known, index.id.value);
    for (const model::Input& input : proposal.inputs) check_index_name(lowering, input.prices, known);
    for (const model::Budget& budget : proposal.budgets) check_index_name(lowering, budget.prices, known);
    for (const model::Line& line : proposal.lines) check_index_name(lowering, line.prices, known);
    for (const model::Area& area : proposal.policies.areas) {
        const bool standard = area.id.place.source && area.id.place.source->path.starts_with("std/");
        if (!standard) check_index_name(lowering, area.index, known);
    }
}

std::optional<Tree> factor(Lowering& lowering, const Conversion& conversion, const WithoutIndex& without) {
    const model::Index* index = find_index(lowering, conversion, without);
    if (index == nullptr || !covers(lowering, *index, conversion)) return std::nullopt;
    PlannedIndex used = planned(*index, conversion);
    Tree name = formula::name(used.factor);
    if (!lowering.prices.defined.insert(used.factor).second) return name;
    define_factor(lowering, *index, used);
    lowering.prices.used.push_back(std::move(used));
    return name;
}

std::vector<PlannedIndex> indices_of(const Lowering& lowering, const formula::Book& book) {
    if (lowering.prices.used.empty()) return {};
    const auto names = reached(lowering, book);
    std::vector<PlannedIndex> indices;
    for (const PlannedIndex& index : lowering.prices.used)
        if (names.contains(index.factor)) indices.push_back(index);
    return indices;
}

void mark_expired(std::vector<PlannedIndex>& indices, const Lowering& lowering, const Choices& choices,
                  diag::Diagnostics& found) {
    const auto date = choices.date ? choices.date : lowering.proposal.date ? lowering.proposal.date : choices.today;
    for (PlannedIndex& index : indices) {
        if (!date || !index.valid_until) continue;
        index.expired = *index.valid_until < *date;
        if (!index.expired) continue;
        const auto& all = lowering.proposal.policies.indices;
        const auto written = std::ranges::find_if(all, [&](const auto& each) { return each.id.value == index.id; });
        found.warning("P738", written->valid_until->place,
                      {{"index", index.id}, {"until", name(*index.valid_until)}, {"vintage", index.vintage}});
    }
}

}  // namespace provenu::compile
