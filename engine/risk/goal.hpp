#pragma once

#include <string>
#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/risk/breakeven.hpp"

namespace provenu::risk {

/// What a goal lacks, in the book's money: the balance that must not be above zero, at its worst. Zero or below: reached.
double lack(const Goal& goal, const evaluate::Figures& figures, int draw = 0);

/// The highest balance at or after the end of so many years of the table: zero or below, the proposal is paid back by then for
/// good.
double highest_after(const evaluate::Figures& figures, int years, int draw = 0);

/// Amounts of less than this are noise.
double noise(const evaluate::Figures& base);

/// A levered proposal as a function of one of its levers, the others at their base.
class Response {
 public:
    explicit Response(const compile::Plan& plan);

    [[nodiscard]] const evaluate::Figures& base() const { return base_; }
    [[nodiscard]] evaluate::Figures at(const std::string& definition, const std::vector<double>& values) const;

 private:
    formula::Program program_;
    evaluate::Figures base_;
};

}  // namespace provenu::risk
