#pragma once

#include <span>

#include "provenu/formula/node.hpp"
#include "provenu/quantity/time.hpp"

namespace provenu::evaluate {

/// Operations over the years of one draw. All spans have `axis.columns()` values, the carried level last.

/// Months of each year from `from` up to `until` (absolute month numbers, see quantity::Month; +inf goes on).
void overlap(const quantity::Axis& axis, double from, double until, std::span<double> out);

/// Share of each year under a ramp between two months: mean of the profile over the year, exactly.
void ramp(const quantity::Axis& axis, formula::Ramp shape, std::span<const double, 2> months, std::span<double> out);

/// Convolution with the kernel; `parameter` is the kernel's months or years of stay.
void convolve(const quantity::Axis& axis, formula::Kernel kernel, std::span<const double> flow, double parameter,
              std::span<double> out);

/// Present value of 1 in each year.
void discount(const quantity::Axis& axis, formula::Discount timing, std::span<const double> rates, std::span<double> out);

/// Turn or first outlay of a flow, in years from the start of the first column.
double moment(const quantity::Axis& axis, formula::Moment which, std::span<const double> flow);

/// Internal rates of return of the flow: the only root or NaN, or their count.
double return_rate(formula::ReturnRate::Ask ask, std::span<const double> flow);

}  // namespace provenu::evaluate
