#pragma once

#include <string_view>

#include "provenu/wording/catalogue.hpp"

namespace provenu::input {

/// A proposal file that runs as it is, with comments that teach the format.
std::string_view proposal_template(wording::Language language);

}  // namespace provenu::input
