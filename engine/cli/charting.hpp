#pragma once

#include "cli/command.hpp"
#include "cli/overview.hpp"
#include "cli/paper.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/report/document.hpp"

namespace provenu::cli {

/// `--chart`: what a file that is a picture shows.
Option chart_option();

/// The picture asked for: a Chart or Bars.
diag::Result<report::Item> picture_of(const PaperOf& proposal, const Asked& asked);

/// The same of several proposals, of which there is one: their sum.
diag::Result<report::Item> picture_of(const Together& together, const Asked& asked);

}  // namespace provenu::cli
