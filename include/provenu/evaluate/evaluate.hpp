#pragma once

#include <limits>
#include <vector>

#include "provenu/diag/diagnostic.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/formula/program.hpp"

namespace provenu::evaluate {

/// Runs every step once over all draws; what no draw reaches is computed once.
/// \param draws uncertain values in place of definitions' own; all of the same length
Figures evaluate(const formula::Program& program, const Draws& draws = {});

/// The result of every step, certain values only: what an explanation of single branches reads.
std::vector<Block> trace(const formula::Program& program);

/// A formula that divides by zero or grows out of bounds in some year of the table or after gives an error at its place; no
/// figure that is not a number reaches a table.
diag::Diagnostics check_finite(const formula::Book& book, const Figures& figures);

/// Holds figures against the book's bounds: an error gives the first year in which it is broken, a warning each year of the
/// table.
diag::Diagnostics check_bounds(const formula::Book& book, const Figures& figures);

inline constexpr double no_limit = std::numeric_limits<double>::infinity();

/// What a value must not exceed: a bound's `most`, or the value of its `most_of`.
struct Limit {
    double most = no_limit;
};
/// Whether a value breaks a bound, in a year in which the bound counts.
bool breaks(const formula::Bound& bound, double value, Limit limit);

}  // namespace provenu::evaluate
