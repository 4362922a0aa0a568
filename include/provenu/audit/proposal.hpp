#pragma once

#include <optional>
#include <vector>

#include "provenu/audit/findings.hpp"
#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/model/proposal.hpp"
#include "provenu/tables/published.hpp"

namespace provenu::audit {

/// A proposal, its figures, and what its paper prints.
struct Papers {
    const compile::Plan& plan;
    const evaluate::Figures& figures;
    const model::Printed& printed;
    const tables::PublishedTable* table = nullptr;  ///< none: the paper's table is not at hand
    std::optional<quantity::Date> date = {};        ///< of the paper, for the payback that counts from a date
};

/// Holds what the paper prints against the proposal: totals against rows, rows against lines, then the text's figures. A
/// difference is told once: totals do not repeat their rows'.
Findings audit_proposal(const Papers& papers);

}  // namespace provenu::audit
