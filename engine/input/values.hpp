#pragma once

#include <optional>

#include "input/scalars.hpp"

namespace provenu::input {

/// What stands for a value that cannot be read: no number, and of no unit that could be wrong.
formula::Tree unread();
/// Whether it is what stands for a value that cannot be read: found already.
bool is_unread(const model::Value& value);
/// A number, an amount or a formula; `unread` where it cannot be read.
model::Value read_value(Reading& reading, const Node& node);
/// A value, or a map from years to values.
model::Amount read_amount(Reading& reading, const Node& node);
/// `{2027: 1.2, 2028: 1.3, 2029..: 1.4}`: consecutive years in any order, `..` at the last only.
model::Series read_series(Reading& reading, const Node& map);

/// Whether a map is a series rather than a block: one of its keys begins with a digit.
bool is_series(const Node& map);

/// A key that is a year and perhaps `..`, or another whole number.
struct Step {
    int number = 0;
    bool holds = false;
    const Node* key = nullptr;
    const Node* value = nullptr;  ///< none where a decimal comma cut it
};
/// The keys of a map as years, in order; none stands twice.
std::vector<Step> read_year_steps(Reading& reading, const Node& map);

/// A value that is nothing but a number: what it is in kroner, hours or as itself, and how it was written.
struct Literal {
    double value = 0;
    formula::Number number;  ///< as written, its sign aside
    [[nodiscard]] bool is_percent() const { return number.style == formula::Style::percent; }
    [[nodiscard]] bool is_bare() const { return number.unit.is_bare() && !is_percent(); }
};
/// None where the value is a formula (a fraction of two numbers is a literal).
std::optional<Literal> literal(const model::Value& value);

/// The value on condition that it is at most 1 unless written as a percentage, and not negative: P507, P508.
void check_share(Reading& reading, const model::Value& value);

}  // namespace provenu::input
