#pragma once

#include "provenu/risk/breakeven.hpp"
#include "risk/response.hpp"

namespace provenu::risk {

/// Where the goal begins or ceases to be reached as the lever is turned.
Threshold threshold(const Response& response, const Lever& lever, double base, const Goal& goal);

}  // namespace provenu::risk
