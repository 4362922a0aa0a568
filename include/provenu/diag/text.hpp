#pragma once

#include <memory>
#include <optional>
#include <string>

#include "provenu/diag/diagnostic.hpp"

namespace provenu::diag {

/// Files over this size are refused unread.
inline constexpr std::size_t largest_file = 16u << 20;

using SourcePointer = std::shared_ptr<const Source>;

/// The bytes of a file, at most `largest_file`; nothing, and a finding, where the path cannot be read or the file is larger.
/// \param asked where another file names the path: findings about the path itself stand there
std::optional<std::string> read_bytes(const std::string& path, const Place& asked, Diagnostics& found);

/// Bytes as a text: without a byte order mark, valid UTF-8, without control characters, not empty. Nothing, and a finding at
/// the first bad byte, where it is not one.
SourcePointer as_text(std::string bytes, const std::string& path, Diagnostics& found);

/// Both: the text of a file.
SourcePointer load(const std::string& path, const Place& asked, Diagnostics& found);

}  // namespace provenu::diag
