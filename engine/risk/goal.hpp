#pragma once

#include "provenu/evaluate/figures.hpp"
#include "provenu/risk/breakeven.hpp"

namespace provenu::risk {

/// What a goal lacks, in the book's money: the balance that must not be above zero, at its worst. Zero or below: reached.
double lack(const Goal& goal, const evaluate::Figures& figures, int draw = 0);

/// The highest balance at or after the end of so many years of the table: zero or below, the proposal is paid back by then for
/// good.
double highest_after(const evaluate::Figures& figures, int years, int draw = 0);

/// Amounts of less than this are noise.
double noise(const evaluate::Figures& base);

}  // namespace provenu::risk
