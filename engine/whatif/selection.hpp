#pragma once

#include <set>
#include <vector>

#include "provenu/model/proposal.hpp"
#include "provenu/model/scenario.hpp"

namespace provenu::whatif {

/// The amounts of a proposal that a change speaks of, and those that follow them.
struct Selection {
    /// By line and part: which components. As many lines, parts and components as the proposal has.
    std::vector<std::vector<std::vector<bool>>> components;
    std::vector<bool> implementation_sides;  ///< by handover
    std::vector<bool> recurring_sides;

    [[nodiscard]] bool empty() const;
};

Selection select(const model::Proposal& proposal, const model::Selector& selector);

/// The savings and incomes of the recurring section.
Selection select_effects(const model::Proposal& proposal);
Selection select_section(const model::Proposal& proposal, model::Section section);

/// Names by which a selector may call lines of the proposal: ids, areas that have lines, tags.
std::vector<std::string> addresses(const model::Proposal& proposal);

}  // namespace provenu::whatif
