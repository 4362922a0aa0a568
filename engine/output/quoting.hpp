#pragma once

#include <string>

namespace provenu::output {

/// A text as JSON writes it, quotation marks and all; bytes that are no UTF-8 are replaced.
std::string json_quoted(const std::string& text);

}  // namespace provenu::output
