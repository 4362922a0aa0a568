#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "provenu/diag/text.hpp"
#include "provenu/model/drivers.hpp"
#include "provenu/model/proposal.hpp"
#include "provenu/model/scenario.hpp"

namespace provenu::input {

/// Files over this size are refused unread.
using diag::largest_file;

/// Reads a proposal and the shared files it uses. All mistakes of the file come at once; where enough of it can be read, the
/// proposal comes with them, nought standing for what could not be read, so that the compilation's findings can be shown as well.
diag::Result<model::Proposal> read_proposal(const std::string& path);

/// The same from a text in memory; `path` is what messages call it and what `uses:` is relative to.
diag::Result<model::Proposal> read_proposal_text(std::string text, const std::string& path);

/// Reads a file of cost drivers in the same manner.
diag::Result<model::Drivers> read_drivers(const std::string& path);
diag::Result<model::Drivers> read_drivers_text(std::string text, const std::string& path);

/// What is wrong with a file of price indices.
diag::Diagnostics check_indices(const std::string& path);

/// Reads a scenario file, or one of the program's own (`std/standard`). Its proposals are not read.
diag::Result<model::ScenarioFile> read_scenarios(const std::string& path);
diag::Result<model::ScenarioFile> read_scenarios_text(std::string text, const std::string& path);

/// What a file says it is under `kind`: `proposal`, `scenarios`, `drivers` ...; none where it cannot be told. Finds nothing:
/// whoever reads the file does.
std::optional<std::string> kind_of(const std::string& path);

}  // namespace provenu::input
