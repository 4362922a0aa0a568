#pragma once

#include <optional>
#include <string>

namespace provenu::output {

/// Writes a whole file or leaves the old one as it was: aside in the same directory first, then renamed over it. A symbolic
/// link is followed, mode and owner are kept; what is no regular file (`/dev/stdout`, a pipe) is written to directly.
/// \return what went wrong in the operating system's words, or nothing
std::optional<std::string> write_file(const std::string& path, const std::string& content);

}  // namespace provenu::output
