#pragma once

#include <optional>
#include <string>
#include <vector>

#include "provenu/model/value.hpp"

namespace provenu::model {

/// How an effect becomes real: money, freed time, or work and goods that nobody pays for.
enum class Realised { cash, capacity, in_kind };

/// Who pays and gains: the municipality, a pool, the state, the region, a fund.
struct Payer {
    Placed<std::string> id;
    Text label;
    bool outside = false;          ///< not the municipality's budget
    std::optional<Value> at_most;  ///< share of each line that it pays at the most, unless the line says otherwise
    std::string source;
};

/// One payer's part of a line.
struct PayerShare {
    Placed<std::string> payer;
    std::optional<Amount> share;   ///< of the line's amount, by year or for all; none: what the others leave
    std::optional<Value> at_most;  ///< a ceiling on the share, checked year by year
    std::optional<Realised> realised;
};

/// Who pays for a line, how its effect becomes real, and where finance posts it.
struct Funding {
    std::vector<PayerShare> payers;  ///< empty: the municipality pays all
    Realised realised = Realised::cash;
    std::string owner;
    std::string budget_line;
};

/// A yearly limit on what an area, a payer or a section uses.
struct Frame {
    enum class Counts { net, gross };  ///< gross: costs alone
    Placed<std::string> id;
    Text label;
    std::optional<Placed<std::string>> area;
    std::optional<Placed<std::string>> payer;
    std::optional<Counts> counts;  ///< else as the area's frame counts; net where there is no area
    Amount limit;
    std::string source;
};

}  // namespace provenu::model
