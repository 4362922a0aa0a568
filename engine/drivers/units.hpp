#pragma once

#include <optional>

#include "provenu/formula/node.hpp"
#include "provenu/quantity/unit.hpp"

namespace provenu::drivers {

/// The unit of a formula without names; none where units are mixed or the value was not read.
std::optional<quantity::Unit> unit_of(const formula::Tree& tree);

/// What an activity counts, a year or at a time: persons, places, FTE, hours; bare where it does not say. None where it is no
/// activity.
std::optional<quantity::Unit> counted(const quantity::Unit& activity);

/// Whether it is a price a year of one of what is counted: money, by itself, a year, per one, or per one a year; or a bare
/// number.
bool is_price_of(const quantity::Unit& price, const quantity::Unit& counted);

}  // namespace provenu::drivers
