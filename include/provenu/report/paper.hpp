#pragma once

#include <optional>

#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/report/document.hpp"
#include "provenu/report/run.hpp"
#include "provenu/report/simulation.hpp"
#include "provenu/risk/breakeven.hpp"
#include "provenu/risk/tornado.hpp"
#include "provenu/whatif/comparison.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// What a paper is written from. Everything but plan and figures may be left out, and is then not spoken of.
struct PaperFindings {
    const compile::Plan& plan;
    const evaluate::Figures& figures;
    const risk::Breakeven* breakeven = nullptr;      ///< of all savings over the table, for the first sentence
    const risk::Uncertainty* uncertainty = nullptr;  ///< ranges of the assumptions
    std::optional<Decided> decided = {};
    const whatif::Comparison* scenarios = nullptr;  ///< of this proposal
    const risk::Tornado* tornado = nullptr;
    const SimulationFindings* simulation = nullptr;  ///< of this proposal alone
};

/// What a committee receives of one proposal, section by section.
Document paper(const PaperFindings& findings, wording::Language language);

/// When the proposal is paid back, and the share of the savings over the table that may fail to come, rounded down: one sentence
/// that stays true. \param breakeven of all savings over the table; none: payback alone
std::string payback_sentence(const compile::Plan& plan, const evaluate::Figures& figures, const risk::Breakeven* breakeven,
                             wording::Language language);

}  // namespace provenu::report
