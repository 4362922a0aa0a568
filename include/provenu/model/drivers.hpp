#pragma once

#include <optional>
#include <string>
#include <vector>

#include "provenu/model/proposal.hpp"
#include "provenu/model/value.hpp"
#include "provenu/quantity/time.hpp"
#include "provenu/quantity/unit.hpp"

namespace provenu::model {

/// So many, at such a price a year each; what is not written is as it was before.
struct Level {
    std::optional<Value> activity;
    std::optional<Value> price;
};

/// What is known of the year so far.
struct SoFar {
    Placed<int> months;             ///< that have gone, 1 to 12
    std::optional<Value> activity;  ///< average of those months
    std::optional<Value> rest;      ///< average of the remaining months; else as so far
    std::optional<Value> spent;     ///< in those months; gives the price of the year
};

/// What carries a part of the budget: how many places, pupils, visits, at what price a year each.
struct Driver {
    struct Revised {
        Placed<std::string> revision;
        Level level;
    };
    struct NextYear {
        Placed<int> year;
        bool holds = false;  ///< also the years after it
        Level level;
    };
    Placed<std::string> id;
    Text label;
    std::optional<Placed<std::string>> area;
    Text activity_unit;  ///< in words: full-year places
    Level budget;
    Level expected;
    std::optional<SoFar> so_far;  ///< where the year's activity follows from the months that have gone
    diag::Place expected_place;
    std::vector<Revised> revisions;
    std::vector<NextYear> next_years;        ///< budgets already decided; else this year's
    std::optional<Value> level_at_year_end;  ///< activity that next year begins with; else that of the remaining months
    std::string source;
    std::string note;
};

/// Something drivers are grouped by, or an earlier time at which the year was looked at.
struct Labelled {
    Placed<std::string> id;
    Text label;
};

/// The cost drivers of one budget year, as their author wrote them.
struct Drivers {
    Placed<std::string> id;
    Text title;
    Language language = Language::danish;
    std::string owner;
    Placed<int> year;
    std::optional<Placed<quantity::Years>> next_years;
    quantity::Money unit{3};
    int price_level = 0;  ///< 0: not stated
    std::vector<Labelled> areas;
    std::vector<Labelled> revisions;  ///< earliest first
    std::vector<Driver> drivers;
    std::string source;
    std::vector<Text> notes;
};

}  // namespace provenu::model
