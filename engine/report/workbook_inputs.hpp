#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "provenu/report/workbook.hpp"
#include "report/traced.hpp"

namespace provenu::report {

/// One number that somebody wrote, or one of a series by year.
struct InputValue {
    formula::Tree tree;  ///< figures alone
    int column = 0;      ///< of a year from the table's first; -1: not of a year
    double worth = 0;
};

/// A line of the sheet of inputs.
struct InputRow {
    std::string key;         ///< the same number in another scenario has the same
    std::string place_key;   ///< of all that is written in its place: a date that a delay has moved there has another key
    std::string definition;  ///< that it is in first; empty for a number of a scenario's change
    std::vector<std::string> used_in;  ///< all definitions that it is in
    compile::Written::As as = compile::Written::As::value;
    std::string label;
    std::string what;
    std::string unit;
    std::string source;
    std::string range;  ///< in words
    std::string place;  ///< in the file: `linje 46`
    std::vector<InputValue> values;
    bool holds = false;  ///< the last year's goes on
};

/// The inputs of one case, in the order of its definitions.
struct Inputs {
    std::vector<InputRow> rows;
    struct Cell {
        std::size_t row = 0;
        int column = -1;
    };
    std::unordered_map<const formula::Node*, Cell> cells;  ///< every branch that stands in an input's cell
};

Inputs inputs_of(const WorkbookCase& each, const std::vector<std::string>& definitions, const Traced& traced);

}  // namespace provenu::report
