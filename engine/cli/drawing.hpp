#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/proposals.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/risk/simulate.hpp"

namespace provenu::cli {

/// `--draws`, `--seed`, `--method`: what the figures of a simulation depend on.
std::vector<Option> drawing_options();
diag::Result<risk::Drawing> drawing_asked(const Asked& asked);

/// One draw of a simulation: `--draw` besides those.
std::vector<Option> draw_options();
struct DrawAsked {
    risk::Drawing drawing;
    std::uint64_t number = 1;
};
/// Nothing where no draw is asked for.
diag::Result<DrawAsked> draw_asked(const Asked& asked);

/// A whole number as it is written, digits only; none where it is none or too great.
std::optional<std::uint64_t> whole_number(std::string_view written);

/// Computed proposals with levers on all that carries a range. Mistakes found on the way are shown.
struct Uncertainties {
    std::vector<risk::Uncertainty> proposals;
    Status status = Status::done;
};
/// \param answer with the proposals themselves (Question::with_proposal), each under one scene
Uncertainties uncertainties_of(const Answer& answer, const compile::Choices& choices, wording::Language messages);

}  // namespace provenu::cli
