#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "provenu/model/input.hpp"
#include "provenu/model/line.hpp"

namespace provenu::model {

/// What an amount of a line is: `staff` is any amount made of staff, also one that is a cost or a saving.
enum class Kind { saving, income, cost, staff };

/// Which amounts a change speaks of: those that fit every list that is not empty.
struct Selector {
    std::vector<Placed<std::string>> ids;  ///< of lines, handovers and their sides
    std::vector<Placed<std::string>> areas;
    std::vector<Placed<std::string>> tags;
    std::vector<Kind> kinds;
    std::optional<Section> section;
};

/// Puts another value in place of an input's.
struct SetInput {
    Placed<std::string> input;
    Amount to;
};

/// Multiplies amounts by a factor; an id may also be an input's or a budget's.
struct Scale {
    Selector of;
    Value by;
};

struct Delay {
    enum class Of { effects, recurring, whole };
    std::variant<Of, Selector> of;
    Placed<int> months;
};

struct SwitchOption {
    Placed<std::string> option;
    bool on = true;
};

struct ReplacePhaseIn {
    Selector lines;
    Placed<Profile> to;
};

/// Restates the table in the prices of another year.
struct RestatePrices {
    Placed<int> level;
};

/// Another index in place of one, or other percentages from some years on.
struct ReplaceIndex {
    Placed<std::string> index;
    std::variant<Placed<std::string>, Series> by;
};

/// Costs up and effects down, by the evidence grade of each line.
struct Caution {};

/// Costs up by what projects of their type have exceeded their estimates.
struct OptimismBias {
    enum class Bound { upper, lower, mitigated };
    Bound bound = Bound::upper;
};

using Alteration =
    std::variant<SetInput, Scale, Delay, SwitchOption, ReplacePhaseIn, RestatePrices, ReplaceIndex, Caution, OptimismBias>;

struct Change {
    Alteration what;
    diag::Place place;
};

/// A named list of changes, applied in the order written, after those of the scenarios it is based on.
struct Scenario {
    Placed<std::string> id;
    Text label;
    std::vector<Placed<std::string>> based_on;
    std::vector<Change> changes;
    std::string note;
};

/// A scenario file: what to change, and which proposals it is for.
struct ScenarioFile {
    std::vector<Placed<std::string>> proposals;  ///< paths, ready to be opened
    std::vector<Scenario> scenarios;
    bool is_standard = false;  ///< one of the program's own
};

}  // namespace provenu::model
