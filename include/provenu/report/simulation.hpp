#pragma once

#include <cstdint>
#include <string>

#include "provenu/report/data.hpp"
#include "provenu/report/document.hpp"
#include "provenu/risk/indices.hpp"
#include "provenu/risk/simulate.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::report {

/// A simulation and the proposals it drew, in the same order.
struct SimulationFindings {
    const std::vector<const risk::Uncertainty*>& proposals;
    const risk::Simulation& simulation;
    wording::Language language;
    std::vector<risk::WhichInput> which = {};  ///< by proposal, where it was asked which input matters
    std::string scene = {};                    ///< options that say under which scenario, as `run` takes them
};

/// `sobol`, `random`, `latin`
std::string name(chance::Method method);

/// The options with which `run` shows a draw: `--draw 4711 --seed 7`; what is as usual is left out.
std::string options_of_draw(const risk::Drawing& drawing, std::uint64_t draw);

/// Whether `run` on one of the files shows its part of a draw: even points and Latin hypercubes depend on what else is drawn.
bool can_show_draws(const std::vector<const risk::Uncertainty*>& proposals, const risk::Drawing& drawing);

/// What the draws say, in sentences first: how often it pays back, what it is worth; then by year, with how exact each figure is.
Document simulation(const SimulationFindings& findings);

/// The same as data, unrounded, each figure with its standard error under `errors`.
Data simulation_data(const SimulationFindings& findings);

}  // namespace provenu::report
