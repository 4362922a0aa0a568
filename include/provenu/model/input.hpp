#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "provenu/model/price.hpp"
#include "provenu/model/range.hpp"
#include "provenu/model/value.hpp"

namespace provenu::model {

/// Entrants and how long they stay: so many added per year (persons, places), each there for `stay` years.
struct Stock {
    struct Stay {
        int from = 0;  ///< entrants of this year and later; the first one also covers earlier years
        Value years;
    };
    /// How much of its full effect an entrant has, by year since entry; nothing after the last, or the last held.
    struct Fade {
        std::vector<Value> shares;
        bool holds = false;
    };
    enum class Entry { start, middle };

    Amount add;                ///< per year
    std::optional<int> from;   ///< first year of adding; needed where `add` is not a series
    std::optional<int> until;  ///< last year of adding
    std::vector<Stay> stay;    ///< empty: they stay for good
    std::optional<Fade> fade;  ///< instead of a stay: what is counted are full effects, not people
    Entry entry = Entry::start;
    std::optional<Value> ceiling;
    std::optional<Value> initial;       ///< present at the start of the table
    std::optional<Value> initial_stay;  ///< years over which they leave evenly; else `stay`
};

/// A price of labour built from its parts: (pay + overhead) per FTE and year, or per hour when divided by effective hours.
struct Rate {
    enum class Per { fte, hour };
    Value pay;                      ///< a year
    std::optional<Value> overhead;  ///< a share of pay, or an amount a year
    bool overhead_in_cash = true;   ///< not in cash: named, but outside the rate
    std::optional<Value> hours;     ///< effective hours a year
    Per per = Per::fte;
};

/// A named value.
struct Input {
    Placed<std::string> name;
    std::variant<Amount, Stock, Rate> value;
    std::optional<Range> range;
    Text label;
    std::string source;
    std::string note;
    bool is_rate = false;  ///< from a rate card: a bare number is money per FTE and year
    Prices prices;
    std::optional<Placed<std::string>> grade;  ///< of the evidence behind it
    std::vector<Value> factors;                ///< what scenarios scale it by, in their order
};

/// A budget that shares are taken of.
struct Budget {
    Placed<std::string> id;
    Text label;
    Amount amount;
    std::string source;
    std::string note;
    Prices prices;
    std::optional<Value> reasonable;  ///< share of it that proposals may claim together before a warning
};

}  // namespace provenu::model
