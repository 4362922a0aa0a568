#pragma once

#include <cstddef>
#include <vector>

#include "cli/proposals.hpp"
#include "provenu/report/data.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::cli {

/// How many ways to take and leave a proposal's options stand beneath its table.
inline constexpr std::size_t most_combinations = 8;

/// What `run` finds of a proposal, as data. \param scenes what is asked for and, behind it, its combinations of options
report::Data run_data_of(const std::vector<Computed>& scenes, wording::Language language);

}  // namespace provenu::cli
