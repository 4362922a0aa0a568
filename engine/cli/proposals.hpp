#pragma once

#include <optional>
#include <string>

#include "cli/command.hpp"
#include "provenu/compile/plan.hpp"
#include "provenu/evaluate/figures.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::cli {

struct Evaluated {
    compile::Plan plan;
    evaluate::Figures figures;
};

struct Computed : Evaluated {
    std::optional<Evaluated> decided;  ///< the same in the price level it is carried out in, where that is another
};

/// A proposal file, read, compiled and evaluated; none where its author must act. What was found on the way has then been shown.
std::optional<Computed> compute(const std::string& path, const compile::Choices& choices, wording::Language messages);

}  // namespace provenu::cli
