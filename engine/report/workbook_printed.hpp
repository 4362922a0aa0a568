#pragma once

#include "provenu/compile/plan.hpp"

namespace provenu::report {

/// The plan with `printed.<name>` for every amount of a table whose house adds rounded lines: the lines rounded, and their sums.
compile::Plan with_printed(const compile::Plan& plan);

}  // namespace provenu::report
