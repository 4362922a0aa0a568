#pragma once

#include "compile/lowering.hpp"

namespace provenu::compile {

/// Whether a part counts in its payer's balance and in frames: cash, unless all is asked for.
bool counts(const Plan& plan, const PlannedShare& share);

/// The sum of the named definitions, in the order given.
formula::Tree sum_of(const std::vector<std::string>& names);

/// Ids of the plan's lines in order, so that the order in the file changes no bit of a sum.
std::vector<const PlannedLine*> lines_by_id(const Plan& plan);

/// A share shown as percent: `payer.fund.of.plan`.
void define_share(Lowering& lowering, std::string name, formula::Tree tree);

}  // namespace provenu::compile
