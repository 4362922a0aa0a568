#pragma once

#include <string_view>

namespace provenu::model {

/// Whether the program itself calls a figure by this name, so that no line and no input may: `net`, `npv`, `months` ...
bool is_reserved(std::string_view name);

}  // namespace provenu::model
