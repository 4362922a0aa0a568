#pragma once

#include <vector>

#include "provenu/report/data.hpp"
#include "provenu/report/document.hpp"
#include "provenu/risk/indices.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// Which uncertain input matters to one proposal.
struct WhichFindings {
    const risk::Uncertainty& proposal;
    const risk::WhichInput& which;
    wording::Language language;
};

/// A sentence of the greatest, then a table of all, sorted, and bars.
std::vector<Item> which_input(const WhichFindings& findings);

/// By input, and how it was found by measure: `inputs` and `which_input`.
void add_which_input(Data::Object& object, const WhichFindings& findings);

}  // namespace provenu::report
