#pragma once

#include <optional>
#include <string>

namespace provenu::output {

/// Writes a whole file or leaves the old one as it was: aside first, then renamed over it.
/// \return what went wrong in the operating system's words, or nothing
std::optional<std::string> write_file(const std::string& path, const std::string& content);

}  // namespace provenu::output
