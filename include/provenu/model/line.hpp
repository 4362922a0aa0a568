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

namespace provenu::model {

/// FTE of one named rate.
struct StaffPost {
    Placed<std::string> rate;
    Amount fte;
};
struct Staff {
    std::vector<StaffPost> posts;
};

/// A share of a named budget or of another line.
struct ShareOf {
    Amount share;
    Placed<std::string> of;
};

/// Quantity x unit price.
struct Priced {
    Amount quantity;
    Amount price;
};

/// An amount spread once over the months of its period.
struct Total {
    std::variant<Amount, Priced> amount;
};

using Measure = std::variant<Amount, Staff, ShareOf, Priced, Total>;

enum class Effect { cost, saving, income };  ///< savings and income enter negative

/// Months by which scenarios have made something later, each where it is written.
using Delays = std::vector<Placed<int>>;
int months_of(const Delays& delays);

/// What scenarios have made of an amount.
struct Adjustment {
    std::vector<Value> factors;  ///< multiplied in their order
    Delays delays = {};          ///< in proportion; dates have been moved in the timing
};

/// What a key such as `cost:`, `saving:`, `staff:` or `total:` says.
struct Component {
    Effect effect = Effect::cost;
    Measure measure;
    diag::Place place;
    Adjustment adjustment = {};
};

/// A share that rises (phase-in) or of what has gone (phase-out): by year, or as a ramp between months.
struct RampProfile {
    formula::Ramp shape = formula::Ramp::linear;
    quantity::Month from;
    quantity::Month until;  ///< the first month after the ramp
    Delays delays = {};     ///< counted in both months
};
using Profile = std::variant<Series, RampProfile>;

/// A period, and the months by which scenarios have moved its ends, which are counted in them.
struct Spell {
    quantity::Period value;
    diag::Place place;
    Delays of_start = {};
    Delays of_end = {};
};

struct Timing {
    std::vector<Spell> periods;  ///< empty: no bounds
    std::optional<Placed<Profile>> phase_in;
    std::optional<Placed<Profile>> phase_out;
};

struct Part {
    std::vector<Component> components;
    Timing timing;  ///< each of its three falls back on the line's where it is not written
    Text label;
    std::string note;
    diag::Place place;
};

enum class Section { recurring, implementation };

struct Line {
    Placed<std::string> id;
    Section section = Section::recurring;
    Text label;
    Placed<std::string> area;  ///< empty: service
    std::optional<Placed<std::string>> converted_from;
    std::optional<Placed<std::string>> follows;
    std::optional<Placed<std::string>> option;  ///< the add-on it belongs to
    std::vector<std::string> tags;
    std::vector<Part> parts;  ///< at least one; a line without `parts:` is one part
    Prices prices;
    Funding funding;
    std::optional<Placed<std::string>> grade;      ///< of the evidence
    std::optional<Placed<std::string>> bias_type;  ///< of project, for optimism bias
    std::optional<Value> mitigation;               ///< share of the upper bias that has been dealt with
    std::optional<Range> range;                    ///< of a factor on all it amounts to
    std::string source;
    std::string note;
};

/// The control area written, or service.
std::string area_of(const Placed<std::string>& written);

/// One team split in time: implementation before `at`, recurring from then on.
struct Handover {
    struct Side {
        Placed<std::string> id;
        Text label;
        Placed<std::string> area;
        Funding funding;
        Adjustment adjustment;
    };
    Placed<std::string> id;
    Text label;
    std::optional<Placed<std::string>> option;
    std::vector<StaffPost> staff;
    quantity::Month from;
    Placed<quantity::Month> at;
    Delays delays = {};            ///< counted in `at`
    Delays recurring_delays = {};  ///< the recurring side begins so long after `at`, because a scenario delays it alone
    Side implementation;
    Side recurring;
    std::optional<Range> range;  ///< of a factor on both sides
    std::string source;
    std::string note;
};

}  // namespace provenu::model
