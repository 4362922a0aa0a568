#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/risk/simulate.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::cli {

/// `--export`: every draw, in a file of its own.
Option export_option();

struct Export {
    std::string path;
    bool is_sipmath = false;
};
/// Nothing where it is not asked for.
diag::Result<std::optional<Export>> export_asked(const Asked& asked);

/// Writes the draws, whole or not at all.
Status export_draws(const Export& wanted, const std::vector<const risk::Uncertainty*>& proposals, const risk::Drawing& drawing,
                    const Asked& asked);

}  // namespace provenu::cli
