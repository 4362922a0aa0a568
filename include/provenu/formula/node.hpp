#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "provenu/quantity/time.hpp"
#include "provenu/quantity/unit.hpp"

namespace provenu::formula {

/// How a number was written, so that it can be shown the same way.
enum class Style { plain, percent, month };

struct Number {
    double value = 0;
    quantity::Unit unit;       ///< of a literal; money is in `money`
    quantity::Money money{3};  ///< size of the money unit; of no meaning where the unit has no money
    Style style = Style::plain;
};

/// Another formula, by name.
struct Name {
    std::string name;
};

/// One operand a year, for the consecutive years from `first`; nothing outside them, or the last one held from then on.
struct Yearly {
    int first = 0;
    bool holds = false;
};

struct Add {};       ///< of any number of operands; none is 0
struct Multiply {};  ///< of any number of operands; none is 1
struct Divide {};
struct Power {};
struct Negate {};

enum class Extreme { least, greatest };  ///< min and max of the operands

/// Months of each year between two months (operands: first month, and first month after; without the second it goes on), as a
/// count 0..12. In the carried level: 12 if it goes on past the table, else 0.
struct Overlap {};

enum class Ramp {
    linear,
    smooth
};  ///< share of each year, 0 to 1, rising between two months (operands), integrated exactly; smooth is 3u^2 - 2u^3

/// Each year as a weighted sum of earlier years, the weights given by the distance in years.
enum class Kernel {
    running,      ///< 1 for every earlier year and the year itself: a balance
    delay,        ///< operands: flow, months; (1-f) v[y-k] + f v[y-k-1]
    stay_start,   ///< operands: added, years of stay; entry at the start of the year
    stay_middle,  ///< the same, entry in the middle of the year
    leave_start,  ///< operands: present at first, years of stay; 1/stay leaves each year
    leave_middle,
};

/// Present value of 1 by year, from the real rate of each year (operand); the first year is undiscounted at `start`.
enum class Discount { start, middle, end };

struct SumOver {
    quantity::Years years;
};  ///< sum of the years
struct GreatestOver {
    quantity::Years years;
};  ///< greatest of the years
struct GreatestYear {
    quantity::Years years;
};  ///< the calendar year in which the greatest first stands
struct Pick {
    int year = 0;
};                      ///< one year
struct PickCarried {};  ///< the carried level

/// Moments of a yearly flow, in years from the start of the first column, found over all years to the limit.
enum class Moment {
    turn,          ///< balance falls to zero or below for good; never: +inf; never above zero: -inf
    first_outlay,  ///< start of the first year with a positive flow; none: NaN
};

struct ReturnRate {
    quantity::Years years;
};  ///< the only root of the present value in (-1, inf); NaN where none or several

enum class Round { down, up, nearest };  ///< nearest: half away from zero; all forgive binary noise

using Operation = std::variant<Number, Name, Yearly, Add, Multiply, Divide, Power, Negate, Extreme, Overlap, Ramp, Kernel,
                               Discount, SumOver, GreatestOver, GreatestYear, Pick, PickCarried, Moment, ReturnRate, Round>;

struct Node;
/// A formula: a tree that is never changed, so that trees may share branches.
using Tree = std::shared_ptr<const Node>;

struct Node {
    Operation operation;
    std::vector<Tree> operands;
};

Tree number(double value, quantity::Unit unit = {}, quantity::Money money = {}, Style style = Style::plain);
Tree name(std::string name);
Tree make(Operation operation, std::vector<Tree> operands = {});

}  // namespace provenu::formula
