#pragma once

#include <optional>

#include "cli/command.hpp"
#include "provenu/compile/plan.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::cli {

/// Options that several commands share, spelled the same in each.
Option language_option();
Option output_option();
Option payback_option();
Option basis_option();
Option horizon_option();
Option price_level_option();
Option date_option();

/// `--lang`, if given.
std::optional<wording::Language> language_asked(const Asked& asked);

/// Of messages: English unless asked otherwise.
wording::Language language_of_messages(const Asked& asked);

/// Of what a proposal prints: as asked, else the proposal's own.
wording::Language language_of_output(const Asked& asked, model::Language own);

/// `--payback`, `--basis`, `--horizon`, `--price-level`, `--date` and the day of today. A value that is none is a finding about
/// the command line.
diag::Result<compile::Choices> choices_asked(const Asked& asked);

}  // namespace provenu::cli
