#pragma once

#include <optional>

#include "whatif/selection.hpp"

namespace provenu::whatif {

/// Makes the selected amounts come later: those timed by months (a period, a ramp) move their dates; any other, also what has
/// something by year beside its period, slips in proportion. The recurring side of a handover begins later by itself.
void delay(model::Proposal& proposal, const Selection& selection, const model::Placed<int>& months);

/// The whole proposal is late by so many months: everything recurring comes later, teams are handed over later, and
/// implementation is prolonged: what a line does at its end it does until later, an amount spread over a period is spread over
/// more of it. Implementation without dates slips in proportion.
void delay_whole(model::Proposal& proposal, const model::Placed<int>& months);

/// The selected components of a part as a part of their own, the others staying where they are.
/// \return position of the part that holds them; none where none is selected. Positions of later parts stay as they were.
std::optional<std::size_t> set_apart(model::Line& line, std::size_t part, const std::vector<bool>& components);

}  // namespace provenu::whatif
