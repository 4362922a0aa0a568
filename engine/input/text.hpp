#pragma once

#include <memory>
#include <string>

#include "provenu/diag/diagnostic.hpp"

namespace provenu::input {

using SourcePointer = std::shared_ptr<const diag::Source>;

/// The bytes of a file, at most `largest_file`; nothing, and a finding, where the path cannot be read or the file is larger.
/// \param asked where another file names the path: findings about the path itself stand there
SourcePointer load(const std::string& path, const diag::Place& asked, diag::Diagnostics& found);

/// Bytes as a text: without a byte order mark, valid UTF-8, without control characters, not empty. Nothing, and a finding at
/// the first bad byte, where it is not one.
SourcePointer as_text(std::string bytes, const std::string& path, diag::Diagnostics& found);

}  // namespace provenu::input
