#pragma once

#include <string>
#include <vector>

#include "provenu/drivers/drivers.hpp"

namespace provenu::drivers {

/// A book in the making.
struct Lowering {
    const model::Drivers& file;
    formula::Book book;
};

/// A figure of the author's has a place; ours have none.
struct Named {
    std::string name;
    diag::Place place = {};
};

/// Adds a definition; all that it names stands before it.
void define(Lowering& lowering, Named named, formula::Tree tree, quantity::Unit unit = {});

/// A written value with its money in the file's unit.
formula::Tree lower(Lowering& lowering, const model::Value& value);

/// `name.activity` and `name.price` against `driver.budget`'s: `name` itself and the split of its deviation, under `split`.
struct Against {
    std::string driver;
    std::string name;
    std::string split;
    diag::Place place;  ///< of what is not finite
};
void define_split(Lowering& lowering, const Against& against);

void lower_driver(Lowering& lowering, const model::Driver& driver);      // driver.cpp
void lower_revisions(Lowering& lowering, const model::Driver& driver);   // revisions.cpp
void lower_next_years(Lowering& lowering, const model::Driver& driver);  // next_years.cpp
void lower_sums(Lowering& lowering);                                     // sums.cpp

/// The years after this one that the file asks for; none: no years.
quantity::Years years_to_come(const model::Drivers& file);

}  // namespace provenu::drivers
