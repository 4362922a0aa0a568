#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/whatif/comparison.hpp"
#include "provenu/whatif/scene.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::cli {

struct Computed {
    compile::Plan plan;
    evaluate::Figures figures;
    std::string path = {};                         ///< of the proposal file
    std::shared_ptr<const Computed> decided = {};  ///< the same in the price level it is carried out in, where that is another
    /// As the scenario has changed it, for analyses that change it further; where the question says so.
    std::shared_ptr<const model::Proposal> proposal = {};
};

/// What is asked of some proposals.
struct Question {
    compile::Choices choices;
    std::vector<whatif::Scene> scenes{whatif::as_proposed()};
    std::size_t most_combinations = 0;  ///< of each proposal's options, behind the first scene; 0: none
    bool with_decided = false;          ///< the first scene once more in the price level it is carried out in
    bool with_proposal = false;         ///< the changed proposals as well as their figures
};

struct Answer {
    std::vector<std::vector<Computed>> proposals;  ///< by proposal that could be computed: its scenes in their order
    Status status = Status::done;
};

/// Proposal files, read, changed, compiled and evaluated. What was found on the way has been shown; a file whose author must act
/// is left out.
Answer compute(const std::vector<std::string>& files, const Question& question, wording::Language messages);

/// The computed scenes as a comparison takes them; they must outlive it.
std::vector<whatif::Case> cases_of(const std::vector<Computed>& scenes);

/// Budgets that the proposals, each under its first scene, claim together beyond reason.
diag::Diagnostics claims_of(const Answer& answer);

}  // namespace provenu::cli
