#pragma once

#include <optional>
#include <string>
#include <vector>

#include "provenu/whatif/comparison.hpp"

namespace provenu::whatif {

/// A named value that is worth something else; none where that side has no such name.
struct InputDifference {
    std::string name;
    std::string label;  ///< may be empty
    std::optional<double> before;
    std::optional<double> after;
    bool is_percent = false;
};

struct YearDifference {
    int year = 0;
    double before = 0;
    double after = 0;
};

/// A line that has other figures in some year of the table, or another level beyond it.
struct LineDifference {
    enum class Where { both, before, after };
    std::string id;
    model::Text label;
    Where where = Where::both;
    std::vector<YearDifference> years;     ///< those that differ
    std::optional<YearDifference> beyond;  ///< the carried level, if it differs
    /// Inputs it depends on that are worth something else in the first year that differs, and name nothing that is.
    std::vector<InputDifference> causes;
    bool is_written_otherwise = false;  ///< its own formula is another one; also where no cause is found
};

/// What is different from one case to another, in the second one's money unit.
struct Difference {
    Case before;
    Case after;
    double before_to_unit = 1;  ///< factor from the first one's unit
    std::vector<LineDifference> lines;
    std::vector<LineDifference> payers;  ///< the same of payers' net effects
    std::vector<double> net;             ///< after less before, by year of the second one's table
};

Difference difference(const Case& before, const Case& after);

}  // namespace provenu::whatif
