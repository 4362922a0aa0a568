#pragma once

#include <span>
#include <string>
#include <vector>

#include "provenu/compile/plan.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/evaluate/figures.hpp"

namespace provenu::portfolio {

/// A proposal as computed.
struct Member {
    const compile::Plan* plan = nullptr;
    const evaluate::Figures* figures = nullptr;
};

/// What several proposals claim of one budget between them.
struct Claim {
    std::string budget;
    model::Text label;
    std::vector<std::string> proposals;  ///< ids, in the order given
    quantity::Years years;               ///< that any of them has in its table
    std::vector<double> claimed;         ///< by year, in kroner
    std::vector<double> share;           ///< of the budget; 0 where it is nought
};

struct Claims {
    std::vector<Claim> claims;  ///< by budgets that at least two proposals claim, in the order in which they first stand
    diag::Diagnostics diagnostics;
};

/// Adds what proposals claim of budgets that they call by the same id and the same amount in the same prices. Beyond what is
/// reasonable is a warning (P761); budgets of one id that are not the same are not added, which is a warning as well (P762).
Claims claims(std::span<const Member> proposals);

}  // namespace provenu::portfolio
