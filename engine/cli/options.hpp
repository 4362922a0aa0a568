#pragma once

#include <optional>
#include <vector>

#include "cli/command.hpp"
#include "provenu/compile/plan.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/output/writers.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::cli {

/// Options that several commands share, spelled the same in each.
Option language_option();
Option output_option();
Option basis_option();
Option horizon_option();
Option realised_option();
Option price_level_option();
Option date_option();

/// Those that `choices_asked` reads, in the order of the help.
std::vector<Option> choice_options();

/// Of commands that print tables as CSV: `--csv-separator`, `--bom`.
std::vector<Option> csv_options();
output::CsvDialect csv_dialect_asked(const Asked& asked, wording::Language language);

/// `--lang`, if given.
std::optional<wording::Language> language_asked(const Asked& asked);

/// Of messages: English unless asked otherwise.
wording::Language language_of_messages(const Asked& asked);

/// Of what a proposal prints: as asked, else the proposal's own.
wording::Language language_of_output(const Asked& asked, model::Language own);

/// `--payback`, `--basis`, `--horizon`, `--realised`, `--price-level`, `--date` and the day of today. A value that is none is a
/// finding about the command line.
diag::Result<compile::Choices> choices_asked(const Asked& asked);

/// What a command ends with that could not begin: the world or the author's file when the findings have a place, else the command
/// line.
Status status_of(const diag::Diagnostics& findings);

}  // namespace provenu::cli
