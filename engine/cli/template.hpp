#pragma once

#include <string_view>

#include "provenu/wording/catalogue.hpp"

namespace provenu::cli {

/// The proposal that `new` writes: every block once, with comments in this language (engine/cli/template/).
std::string_view template_of_proposal(wording::Language language);

}  // namespace provenu::cli
