#pragma once

#include <string>
#include <vector>

#include "provenu/report/simulation.hpp"

namespace provenu::report {

/// The heading and the sentences that answer a committee's questions of one proposal.
std::vector<Item> answers_in_words(const SimulationFindings& findings, std::size_t proposal);
/// The same of all proposals together.
std::vector<Item> answers_together(const SimulationFindings& findings);

/// Whether enough has been drawn.
std::string convergence_in_words(const SimulationFindings& findings);
/// How it was drawn, and how to draw it again.
std::string method_in_words(const SimulationFindings& findings);

}  // namespace provenu::report
