#pragma once

#include <vector>

#include "cli/command.hpp"
#include "cli/proposals.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/report/document.hpp"
#include "provenu/risk/simulate.hpp"
#include "provenu/risk/tornado.hpp"
#include "provenu/risk/uncertain.hpp"

namespace provenu::cli {

/// What a paper may say of how sure a proposal is: `--sensitivity`, `--simulate`.
std::vector<Option> paper_options();

/// One proposal for a paper: the first of its scenes is what the paper is of, all of them are compared where there are several.
struct PaperOf {
    const std::vector<Computed>& scenes;        ///< with the changed proposal of the first
    const std::vector<Computed>& combinations;  ///< the first and, behind it, the same with and without its options
    const risk::Uncertainty& uncertainty;
    const compile::Choices& choices;
};

/// The sum over the table with each assumption at its low and high.
diag::Result<risk::Tornado> sensitivity_of(const PaperOf& proposal);

/// Imagined futures as `simulate` draws them; draws without a value are an error.
diag::Result<risk::Simulation> simulation_of(const PaperOf& proposal);

diag::Result<report::Document> paper_of(const PaperOf& proposal, const Asked& asked);

}  // namespace provenu::cli
