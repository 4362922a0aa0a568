#pragma once

#include <map>
#include <string>
#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/formula/program.hpp"
#include "provenu/model/proposal.hpp"
#include "provenu/risk/lever.hpp"
#include "provenu/risk/measure.hpp"

namespace provenu::risk {

/// Values of levers by definition, as many of each.
using Turns = std::map<std::string, std::vector<double>, std::less<>>;

/// A levered proposal as a function of its levers; those that are not turned stay at their base.
class Response {
 public:
    explicit Response(const compile::Plan& plan);

    [[nodiscard]] const evaluate::Figures& base() const { return base_; }
    [[nodiscard]] evaluate::Figures at(const Turns& turns) const;
    /// One lever at some values.
    [[nodiscard]] evaluate::Figures at(const std::string& definition, const std::vector<double>& values) const;

 private:
    formula::Program program_;
    evaluate::Figures base_;
};

/// A block has one row where no draw reaches it.
double value_of(const evaluate::Block& block, int draw, int column);

/// The measure in one draw.
double value_of(const evaluate::Figures& figures, const evaluate::Wanted& measure, int draw = 0);

/// What a reader sees a lever's value in.
quantity::Unit unit_of(const compile::Plan& plan, const Lever& lever);

/// Whether the author wrote the input as a percentage.
bool is_percent(const model::Proposal& proposal, const Lever& lever);

}  // namespace provenu::risk
