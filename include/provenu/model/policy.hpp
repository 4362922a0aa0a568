#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "provenu/formula/node.hpp"
#include "provenu/model/payer.hpp"
#include "provenu/model/price.hpp"
#include "provenu/model/range.hpp"
#include "provenu/model/value.hpp"
#include "provenu/quantity/time.hpp"

namespace provenu::model {

/// How the moment a proposal turns becomes a printed number of years.
enum class Convention { exact, turn_year, calendar_years, ceiling, nearest_from };
struct Payback {
    Convention convention = Convention::turn_year;
    quantity::Date from;  ///< of `nearest_from` only
};

/// What the service figures count: net efficiency + all implementation, or the service lines alone.
enum class Basis { service_efficiency, strict_service };

/// Real rates by years from the first: each holds until the next begins.
struct DiscountSchedule {
    struct Step {
        int after = 0;  ///< years from the first year of the table at which it begins
        Value rate;
    };
    Placed<std::string> id;
    Text label;
    std::vector<Step> steps;
    std::string source;
};

struct Discounting {
    Placed<std::string> schedule{"fm-2023", {}};
    std::optional<Value> rate;  ///< one rate for all years, instead of a schedule
    formula::Discount timing = formula::Discount::start;
};

/// A control area: where a line belongs in the budget.
struct Area {
    Placed<std::string> id;
    Text label;
    std::string source;
    std::optional<Placed<std::string>> index = {};  ///< of its prices
    Frame::Counts frame = Frame::Counts::net;       ///< what its frame counts
};

/// How sure the evidence for an effect is, and what to allow for it in a cautious reading.
struct Grade {
    Placed<std::string> id;
    Text label;
    Value cost;                  ///< share added to costs
    Value effect;                ///< share taken off savings and income
    std::optional<Range> range;  ///< how uncertain figures of this grade are, in shares
    std::string source;
};

/// By how much projects of a type have exceeded their estimates.
struct BiasType {
    Placed<std::string> id;
    Text label;
    Value upper;  ///< share added to costs
    Value lower;
    std::string source;
};

/// How a house prints its tables.
struct TablePolicy {
    enum class Subtotals { always, several };
    enum class Empty { given, blank, zero };
    enum class Totals { unrounded, rounded };

    Subtotals area_subtotals = Subtotals::always;  ///< a subtotal per area always, or only when there are several
    Empty empty = Empty::given;         ///< a year in which a line says nothing: as given, all zeros blank, or all printed 0
    int round_lines_to = 1;             ///< units of the table
    Totals totals = Totals::unrounded;  ///< add unrounded figures, or the rounded lines
};

/// What a policy file may say; several files are laid one over the other.
struct Policies {
    std::vector<DiscountSchedule> schedules;
    std::vector<Area> areas;
    std::vector<Index> indices;
    std::vector<Payer> payers;
    std::vector<Frame> frames;
    std::vector<Grade> grades;
    std::vector<BiasType> bias_types;
    std::optional<Discounting> discounting;
    std::optional<Payback> payback;
    std::optional<Basis> basis;
    std::optional<TablePolicy> table;
};

}  // namespace provenu::model
