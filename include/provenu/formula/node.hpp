#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "provenu/quantity/time.hpp"
#include "provenu/quantity/unit.hpp"

namespace provenu::formula {

/// How a number was written, so that it can be shown the same way.
enum class Style { plain, percent, month, year };

struct Number {
    double value = 0;
    quantity::Unit unit;       ///< of a literal; money is in `money`
    quantity::Money money{3};  ///< size of the money unit; of no meaning where the unit has no money
    Style style = Style::plain;
    friend bool operator==(const Number&, const Number&) = default;
};

/// Another formula, by name.
struct Name {
    std::string name;
    int offset = 0;  ///< characters from the start of the formula it was written in, for messages
    friend bool operator==(const Name& left, const Name& right) { return left.name == right.name; }
};

/// One operand a year, for the consecutive years from `first`; nothing outside them, or the last one held from then on. An
/// operand that is itself yearly gives its value of the year in question.
struct Yearly {
    int first = 0;
    bool holds = false;
    friend bool operator==(const Yearly&, const Yearly&) = default;
};

struct Add {
    friend bool operator==(const Add&, const Add&) = default;
};  ///< of any number of operands; none is 0
struct Multiply {
    friend bool operator==(const Multiply&, const Multiply&) = default;
};  ///< of any number of operands; none is 1
struct Divide {
    friend bool operator==(const Divide&, const Divide&) = default;
};
struct Power {
    friend bool operator==(const Power&, const Power&) = default;
};
struct Negate {
    friend bool operator==(const Negate&, const Negate&) = default;
};

enum class Extreme { least, greatest };  ///< min and max of the operands

/// Months of each year between two months (operands: first month, and first month after; without the second it goes on), as a
/// count 0..12. In the carried level: 12 if it goes on, 0 if it ever ends.
struct Overlap {
    friend bool operator==(const Overlap&, const Overlap&) = default;
};

/// Share of each year, 0 to 1, rising between two months (operands: first month, first month after), integrated exactly.
/// Smooth is 3u^2 - 2u^3. The carried level is the last share, 1.
enum class Ramp { linear, smooth };

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

/// Sum of the years.
struct SumOver {
    quantity::Years years;
    friend bool operator==(const SumOver&, const SumOver&) = default;
};
/// Greatest of the years.
struct GreatestOver {
    quantity::Years years;
    friend bool operator==(const GreatestOver&, const GreatestOver&) = default;
};
/// The calendar year in which the greatest of the years first stands.
struct GreatestYear {
    quantity::Years years;
    friend bool operator==(const GreatestYear&, const GreatestYear&) = default;
};
/// The value of one year.
struct Pick {
    int year = 0;
    friend bool operator==(const Pick&, const Pick&) = default;
};
/// The carried level (see quantity::Axis).
struct PickCarried {
    friend bool operator==(const PickCarried&, const PickCarried&) = default;
};

/// Moments of a yearly flow, in years from the start of the first column, found over all years to the limit.
enum class Moment {
    turn,          ///< balance falls to zero or below for good; never: +inf; never above zero: -inf
    first_outlay,  ///< start of the first year with a positive flow; none: 0, the start of the table
};

/// The rate at which the present value of some years' flow is zero: roots in (-1, inf), found over `years`.
struct ReturnRate {
    enum class Ask { only, count };  ///< the root where there is exactly one, else NaN; or how many there are
    quantity::Years years;
    Ask ask = Ask::only;
    friend bool operator==(const ReturnRate&, const ReturnRate&) = default;
};

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
Tree month(quantity::Month month);
Tree name(std::string name, int offset = 0);
Tree make(Operation operation, std::vector<Tree> operands = {});

/// The sum; a single operand is itself.
Tree sum(std::vector<Tree> operands);
/// The product; a single operand is itself.
Tree product(std::vector<Tree> operands);
Tree difference(Tree from, Tree subtrahend);

/// What a formula is worth that is nothing but a number or a fraction of two; none for any other.
std::optional<double> literal(const Tree& tree);

/// Whether two formulas are written alike: the same operations on the same numbers and names.
bool is_alike(const Tree& left, const Tree& right);

/// The formula with every literal's money in one size: 46.2 mio. kr. becomes 46,200 in 1,000 kr.
Tree in_money(const Tree& tree, quantity::Money money);

}  // namespace provenu::formula
