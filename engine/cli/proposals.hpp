#pragma once

#include <optional>
#include <string>

#include "cli/command.hpp"
#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::cli {

/// The plan of a proposal file; none where its author must act. What was found on the way has then been shown.
std::optional<compile::Plan> plan_of(const std::string& path, const compile::Choices& choices, wording::Language messages);

struct Computed {
    compile::Plan plan;
    evaluate::Figures figures;
};

/// The plan and its figures, under the same conditions.
std::optional<Computed> compute(const std::string& path, const compile::Choices& choices, wording::Language messages);

}  // namespace provenu::cli
