#pragma once

#include <string>
#include <vector>

#include "provenu/quantity/time.hpp"
#include "provenu/quantity/unit.hpp"
#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// Columns that reports share: the row's label, and one of figures for each year.
Column label_column();
void add_year_columns(std::vector<Column>& columns, quantity::Years years);

/// The address of a yearly figure: `net.total[2027]`.
std::string address(const std::string& name, int year);

/// A label's cell.
Cell label_cell(std::string label);

/// A figure's cell; what is not finite shows as a dash.
Cell figure_cell(Figure figure, std::string address);

/// A row of the given cells, filled up with empty ones to the number of columns.
Row row(Row::Role role, std::string section, std::vector<Cell> cells, std::size_t columns);

/// A unit in words: `1.000 kr. pr. plads`; empty for a bare number.
std::string unit_in_words(const quantity::Unit& unit, quantity::Money money, wording::Language language);

/// `årsværk`, `plads`, `pladser`
std::string dimension_in_words(quantity::Dimension dimension, bool many, wording::Language language);

/// A name that has no label, in a readable form: `Hr consultant`.
std::string readable(std::string name);

/// Unit and price level of a table's amounts: `1.000 kr., 2027-p/l`; level 0: not stated.
std::string unit_of_amounts(quantity::Money money, int price_level, wording::Language language);

}  // namespace provenu::report
