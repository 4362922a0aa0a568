#pragma once

#include <map>
#include <string>
#include <vector>

#include "provenu/diag/place.hpp"
#include "provenu/formula/node.hpp"
#include "provenu/quantity/time.hpp"

namespace provenu::formula {

/// One value for all years, or one a year (and the carried level).
enum class Shape { scalar, yearly };

/// A named formula, and what a reader wants to know of it.
struct Definition {
    std::string name;  ///< its address: `adviser`, `anchoring`, `net.total`
    Tree tree;
    Shape shape = Shape::scalar;
    quantity::Unit unit;  ///< money is in the book's money unit
    std::string label;    ///< in the proposal's language; may be empty
    std::string source;   ///< where the author has it from; may be empty
    std::string note;
    diag::Place place;
    bool is_calendar_year = false;  ///< a year such as 2030, not an amount
};

/// Every formula of a proposal, each after all that it names.
struct Book {
    quantity::Axis axis;
    quantity::Money money;
    std::vector<Definition> definitions;
    std::map<std::string, std::size_t, std::less<>> index;  ///< name -> position in `definitions`

    [[nodiscard]] const Definition* find(std::string_view name) const;
};

}  // namespace provenu::formula
