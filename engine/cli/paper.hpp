#pragma once

#include <vector>

#include "cli/command.hpp"
#include "cli/proposals.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/report/document.hpp"
#include "provenu/risk/uncertain.hpp"

namespace provenu::cli {

/// What a paper may say of how sure a proposal is: `--sensitivity`, `--simulate`.
std::vector<Option> paper_options();

/// One proposal for a paper: the first of its scenes is what the paper is of, all of them are compared where there are several.
struct PaperOf {
    const std::vector<Computed>& scenes;  ///< with the changed proposal of the first
    const risk::Uncertainty& uncertainty;
    const compile::Choices& choices;
};

diag::Result<report::Document> paper_of(const PaperOf& proposal, const Asked& asked);

}  // namespace provenu::cli
