#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "provenu/diag/diagnostic.hpp"
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
    bool is_share = false;          ///< shown as percent
};

/// What the values of a definition must keep to, and the finding where they do not, year by year. The finding's words may name
/// {year}, {value} and {limit}, both as percent.
struct Bound {
    std::string name;             ///< of the definition that is held
    std::optional<double> least;  ///< none: any
    std::optional<double> most;   ///< none: any
    std::string most_of;          ///< name of a definition that it must not exceed; empty: any
    std::string where;            ///< name of a definition: only the years in which it is not nought; empty: all years
    diag::Diagnostic finding;
};

/// Every formula of a proposal, each after all that it names.
struct Book {
    quantity::Axis axis;
    quantity::Money money;
    std::vector<Definition> definitions;
    std::map<std::string, std::size_t, std::less<>> index;  ///< name -> position in `definitions`
    std::vector<Bound> bounds;

    [[nodiscard]] const Definition* find(std::string_view name) const;
};

}  // namespace provenu::formula
