#include "report/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace provenu::report {
namespace {

constexpr std::array<const char*, quantity::dimension_count> dimension_names{"money", "fte",  "person", "place",
                                                                             "hour",  "week", "month",  "year"};

std::string money_in_words(quantity::Money money, wording::Language language) {
    return wording::text(language, "table.money." + std::to_string(money.exponent));
}

}  // namespace

Column label_column() {
    return {"", "line", Column::Align::left};
}

void add_year_columns(std::vector<Column>& columns, quantity::Years years) {
    for (int year = years.first; year <= years.last; ++year)
        columns.push_back({std::to_string(year), std::to_string(year), Column::Align::right});
}

std::string address(const std::string& name, int year) {
    return name + "[" + std::to_string(year) + "]";
}

Cell label_cell(std::string label) {
    return {std::move(label), "", ""};
}

Cell figure_cell(Figure figure, std::string address) {
    if (!std::isfinite(figure.value)) return {"–", std::move(address), ""};
    return {figure, std::move(address), ""};
}

Row row(Row::Role role, std::string section, std::vector<Cell> cells, std::size_t columns) {
    cells.resize(columns);
    return {role, std::move(section), std::move(cells), "", "", "", {}};
}

std::string unit_in_words(const quantity::Unit& unit, quantity::Money money, wording::Language language) {
    std::string over;
    std::string under;
    for (std::size_t i = 0; i < dimension_names.size(); ++i) {
        const int power = unit.power[i];
        const std::string key = std::string("table.dimension.") + dimension_names[i];
        std::string word = i == 0 ? money_in_words(money, language) : wording::text(language, power > 0 ? key + ".many" : key);
        if (std::abs(power) > 1) word += "^" + std::to_string(std::abs(power));
        if (power > 0) over += (over.empty() ? "" : " x ") + word;
        if (power < 0) under = under.empty() ? word : wording::text(language, "table.per", {{"over", under}, {"under", word}});
    }
    if (under.empty()) return over;
    const std::string together = wording::text(language, "table.per", {{"over", over}, {"under", under}});
    return over.empty() ? together.substr(together.find_first_not_of(' ')) : together;
}

std::string dimension_in_words(quantity::Dimension dimension, bool many, wording::Language language) {
    const std::string key = std::string("table.dimension.") + dimension_names.at(static_cast<std::size_t>(dimension));
    return wording::text(language, many ? key + ".many" : key);
}

std::string readable(std::string name) {
    std::ranges::replace(name, '_', ' ');
    if (!name.empty() && name.front() >= 'a' && name.front() <= 'z') name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

std::string unit_of_amounts(quantity::Money money, int price_level, wording::Language language) {
    const std::string unit = money_in_words(money, language);
    if (price_level == 0) return unit;
    return wording::text(language, "table.unit", {{"money", unit}, {"year", std::to_string(price_level)}});
}

}  // namespace provenu::report
