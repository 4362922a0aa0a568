#pragma once

#include "provenu/compile/plan.hpp"
#include "provenu/diag/diagnostic.hpp"
#include "provenu/model/proposal.hpp"
#include "provenu/risk/tornado.hpp"

namespace provenu::cli {

/// Each assumption turned within its range; where nothing carries one, everything a little.
diag::Result<risk::Tornado> tornado_of(const model::Proposal& proposal, const compile::Choices& choices,
                                       const risk::Measure& measure, risk::At at);

}  // namespace provenu::cli
