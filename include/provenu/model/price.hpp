#pragma once

#include <optional>
#include <string>
#include <vector>

#include "provenu/model/value.hpp"

namespace provenu::model {

/// A price index from one source and vintage: the percentage of year Y carries prices of Y-1 to prices of Y; years are chained.
struct Index {
    /// The parts of a year's percentage (level correction, forecast), which are added: 11.5 % and 2.3 % make 13.8 %.
    struct Year {
        int year = 0;
        std::vector<Value> parts;  ///< at least one; shares
        diag::Place place;
    };
    Placed<std::string> id;
    Text label;
    std::vector<Year> years;  ///< consecutive
    std::string source;
    std::string vintage;                                ///< when the source published it: `2026-06`
    std::optional<Placed<quantity::Date>> valid_until;  ///< after it the index is expired
    bool illustrative = false;                          ///< made up to show the method, not published by anybody
};

/// The price level an author's amounts are in where it is not the file's, and the index that brings them home.
struct Prices {
    std::optional<Placed<int>> level;
    bool of_file = false;                      ///< the level is said once for a rate card: of what has money in it
    std::optional<Placed<std::string>> index;  ///< else the area's, or of an input the rate's or service's
};

}  // namespace provenu::model
