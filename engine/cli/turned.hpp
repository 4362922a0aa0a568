#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/proposals.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/risk/measure.hpp"

namespace provenu::cli {

/// One proposal under one scenario, ready to be turned by an analysis; no value: why not has been shown.
struct Turnable {
    std::optional<Computed> computed;
    compile::Choices choices;
    Status status = Status::done;
};
Turnable turnable(const Asked& asked, wording::Language messages);

/// Refuses ids that are no levers of the proposal, with the nearest that is.
void check_levers(const model::Proposal& proposal, const std::vector<std::string>& ids, diag::Diagnostics& found);

/// A whole number from `least` to `most`; any other is a finding. None where the option is not given.
struct WholeNumber {
    std::string option;
    int least = 1;
    int most = 1;
    std::string code;
};
std::optional<int> whole_number_asked(const Asked& asked, const WholeNumber& wanted, diag::Diagnostics& found);

/// `--measure`; none and a finding where no measure is spelled so or it speaks of years that are not computed.
Option measure_option();
std::optional<risk::Measure> measure_asked(const Asked& asked, const compile::Plan& plan, diag::Diagnostics& found);

/// `--basis`, `--horizon`: of commands that measure by service figures or the present value.
std::vector<Option> convention_options();

/// Options of all commands that look at one proposal under one scenario.
void add_shared_options(std::vector<Option>& options);

}  // namespace provenu::cli
