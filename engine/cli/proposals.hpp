#pragma once

#include <optional>
#include <string>

#include "cli/command.hpp"
#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::cli {

struct Computed {
    compile::Plan plan;
    evaluate::Figures figures;
};

/// A proposal file, read, compiled and evaluated; none where its author must act. What was found on the way has then been shown.
std::optional<Computed> compute(const std::string& path, const compile::Choices& choices, wording::Language messages);

}  // namespace provenu::cli
