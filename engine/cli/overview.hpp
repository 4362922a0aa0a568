#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/pages.hpp"
#include "cli/proposals.hpp"
#include "provenu/portfolio/overview.hpp"
#include "provenu/whatif/comparison.hpp"

namespace provenu::cli {

/// Many proposals as one page, each under the first of its scenes; the answer must outlive it.
struct Together {
    whatif::Comparison ranking;
    std::optional<portfolio::Overview> sums;  ///< none: why not has been shown
};

/// Whether every file could be computed; else what is left out has been told, and nothing should be added up.
bool is_whole(const Answer& answer, const std::vector<std::string>& files, wording::Language messages);

/// \param order of the list; the soonest paid back first unless asked otherwise
Together together(const Answer& answer, whatif::Order order, wording::Language messages);

/// The language of most of the proposals; of the first where as many speak each.
model::Language language_of(const whatif::Comparison& comparison);

/// The page as document and as data; flat: as one table for spreadsheets.
Findings findings_of(const Together& together, wording::Language language, bool flat);

}  // namespace provenu::cli
